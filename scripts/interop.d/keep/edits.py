"""Edits rows at random, and compares what `snapshot diff` names with them.

Usage: edits.py make SEED COUNT FILE   changes one row of each of so many tables; writes a line for each
       edits.py named FILE             fails when the JSON of `snapshot diff` on standard input names other rows

The database comes from the environment, as for keep_site.py.
"""

import json
import pathlib
import random
import sys

from tables import cursor, pymysql, rows, tables, value


def columns(table):
    """Name, type, length and key of each column that has values."""
    return rows(
        "SELECT column_name, data_type, character_maximum_length, column_key, extra"
        " FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = %s"
        " AND COALESCE(generation_expression, '') = '' ORDER BY ordinal_position",
        table,
    )


def one_row(table, chance):
    """Condition and values for a row of the table; None without rows or a primary key."""
    keys = [column[0] for column in columns(table) if column[3] == "PRI"]
    count = rows(f"SELECT COUNT(*) FROM `{table}`")[0][0]
    if not keys or not count:
        return None
    names = ", ".join(f"`{key}`" for key in keys)
    row = rows(f"SELECT {names} FROM `{table}` ORDER BY {names} LIMIT 1 OFFSET {chance.randrange(count)}")[0]
    return " AND ".join(f"`{key}` = %s" for key in keys), row


def remove(table, where, key, chance):
    return cursor.execute(f"DELETE FROM `{table}` WHERE {where}", key) and f"{table} removed"


def change(table, where, key, chance):
    plain = [column for column in columns(table) if column[3] == ""]
    if not plain:
        return None
    name, kind, length, _, _ = chance.choice(plain)
    changed = cursor.execute(f"UPDATE `{table}` SET `{name}` = %s WHERE {where}", [value(kind, length, chance), *key])
    return changed and f"{table} changed {name}"


def add(table, where, key, chance):
    """A row like another one, with other keys."""
    names, values, given = [], [], []
    for name, kind, length, use, extra in columns(table):
        if "auto_increment" not in extra:
            names.append(f"`{name}`")
            values.append(f"`{name}`" if use == "" else "%s")
            given += [] if use == "" else [value(kind, length, chance)]
    query = f"INSERT INTO `{table}` ({', '.join(names)}) SELECT {', '.join(values)} FROM `{table}` WHERE {where}"
    return cursor.execute(query, [*given, *key]) and f"{table} added"


def make(seed, count, path):
    chance = random.Random(int(seed))
    cursor.execute("SET SESSION foreign_key_checks = 0, sql_mode = 'STRICT_ALL_TABLES'")
    done = []
    names = tables()
    chance.shuffle(names)
    for table in names:
        found = one_row(table, chance)
        if found and len(done) < int(count) and not table.startswith("devdata_"):
            edit = chance.choice([remove, change, add])
            try:
                line = edit(table, *found, chance)
            except pymysql.err.MySQLError:
                line = None  # A value that the column, or a unique key, does not take.
            if line:
                done.append(line)
    if len(done) < int(count):
        sys.exit(f"only {len(done)} tables could be edited")
    pathlib.Path(path).write_text("\n".join(sorted(done)) + "\n", encoding="utf-8")


def named(path):
    found = []
    for part in json.load(sys.stdin)["parts"]:
        for table in part["tables"]:
            for row in table["rows"]:
                changed = [column["column"] for column in row["columns"]] if row["change"] == "changed" else []
                found.append(" ".join([table["table"], row["change"], *changed]))
    expected = pathlib.Path(path).read_text(encoding="utf-8").splitlines()
    if sorted(found) != expected:
        sys.exit(f"made: {sorted(set(expected) - set(found))}\nnamed: {sorted(set(found) - set(expected))}")
    print(f"diff names just the {len(found)} edits")


if __name__ == "__main__":
    {"make": make, "named": named}[sys.argv[1]](*sys.argv[2:])
