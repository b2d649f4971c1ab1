"""Looks at all tables of a database, or writes rows to all of them.

Usage: tables.py state FILE    writes a line for each table: name, rows, checksum, next number
       tables.py fill ROWS     writes so many rows to every table that takes them
       tables.py whole         fails when a reference leads nowhere
       tables.py known FILE    fails when a table is none of those that the file names, one a line

The database comes from the environment, as for keep_site.py.
"""

import collections
import os
import pathlib
import random
import sys

import pymysql
import yaml

LISTS = pathlib.Path(__file__).resolve().parents[3] / "src/main/resources/org/openedx/devdata"


def of_migrations():
    """Tables that only migrations write, as the keep-lists say: these stay whole."""
    apps = [yaml.safe_load(path.read_text()) for path in LISTS.rglob("keep.yaml")]
    return {table for app in apps for rules in app.values() if rules for table in rules.get("whole", [])}


connection = pymysql.connect(
    host=os.environ.get("DEVDATA_DB_HOST", "127.0.0.1"),
    port=int(os.environ["DEVDATA_DB_PORT"]),
    user=os.environ.get("DEVDATA_DB_USER", "root"),
    password=os.environ.get("DEVDATA_DB_PASSWORD", ""),
    database=os.environ["DEVDATA_DB_NAME"],
    charset="utf8mb4",
    autocommit=True,
)
cursor = connection.cursor()


def rows(query, *values):
    cursor.execute(query, values or None)
    return cursor.fetchall()


def tables():
    return sorted(name for name, _ in rows("SHOW FULL TABLES WHERE Table_type = 'BASE TABLE'"))


def references():
    """Foreign keys of one column: table, column, table, column."""
    return rows(
        "SELECT table_name, column_name, referenced_table_name, referenced_column_name"
        " FROM information_schema.key_column_usage"
        " WHERE table_schema = DATABASE() AND referenced_table_name IS NOT NULL"
    )


def state(path):
    try:
        cursor.execute("SET SESSION information_schema_stats_expiry = 0")
    except pymysql.err.MySQLError:
        pass  # MariaDB has no such variable.
    numbers = dict(
        rows("SELECT table_name, auto_increment FROM information_schema.tables WHERE table_schema = DATABASE()")
    )
    with open(path, "w", encoding="utf-8") as out:
        for name in tables():
            count = rows(f"SELECT COUNT(*) FROM `{name}`")[0][0]
            checksum = rows(f"CHECKSUM TABLE `{name}`")[0][1]
            print(name, count, checksum, numbers[name] or 1, file=out)


def value(kind, length, chance):
    if kind in ("tinyint", "smallint", "mediumint", "int", "bigint"):
        return chance.randrange(0, 100) if kind == "tinyint" else chance.randrange(1000, 30000)
    if kind in ("decimal", "float", "double"):
        return chance.randrange(0, 9)
    if kind in ("datetime", "timestamp"):
        return f"2026-0{chance.randrange(1, 9)}-11 10:00:00"
    if kind == "date":
        return "2026-02-03"
    if kind == "time":
        return "10:00:00"
    if kind in ("json",):
        return "{}"
    if kind == "uuid":
        return "%032x" % chance.getrandbits(128)
    if kind in ("blob", "longblob", "varbinary", "binary"):
        return b"bytes"
    return ("%032x" % chance.getrandbits(128))[: min(int(length or 32), 32)]


def fill(count):
    chance = random.Random(2026)
    parents = {(table, column): (to, key) for table, column, to, key in references()}
    columns = collections.defaultdict(list)
    for table, *column in rows(
        "SELECT table_name, column_name, data_type, character_maximum_length, is_nullable, extra,"
        " generation_expression FROM information_schema.columns WHERE table_schema = DATABASE()"
        " ORDER BY table_name, ordinal_position"
    ):
        columns[table].append(column)
    left_out = of_migrations()
    waiting = [name for name in tables() if name not in left_out]
    filled = set()
    for _ in range(12):
        for table in [name for name in waiting if name not in filled]:
            written = 0
            for _ in range(count * 4):
                names, values = [], []
                for name, kind, length, nullable, extra, generation in columns[table]:
                    if "auto_increment" in extra or generation:
                        continue
                    if (table, name) in parents:
                        to, key = parents[table, name]
                        keys = rows(f"SELECT `{key}` FROM `{to}` ORDER BY RAND() LIMIT 1")
                        values.append(keys[0][0] if keys else None)
                    else:
                        values.append(value(kind, length, chance))
                    names.append(f"`{name}`")
                marks = ", ".join(["%s"] * len(values))
                try:
                    cursor.execute(f"INSERT INTO `{table}` ({', '.join(names)}) VALUES ({marks})", values)
                    written += 1
                except pymysql.err.MySQLError:
                    continue
                if written == count:
                    break
            if written:
                filled.add(table)
    missing = [name for name in waiting if name not in filled]
    print(f"rows in {len(filled)} of {len(waiting)} tables; not in {', '.join(missing) or 'none'}")
    if len(filled) < 0.9 * len(waiting):
        sys.exit("too few tables have rows")


def whole():
    for table, column, to, key in references():
        (lost,) = rows(
            f"SELECT COUNT(*) FROM `{table}` c LEFT JOIN `{to}` p ON p.`{key}` = c.`{column}`"
            f" WHERE c.`{column}` IS NOT NULL AND p.`{key}` IS NULL"
        )[0]
        if lost:
            sys.exit(f"{table}.{column}: {lost} rows refer to nothing in {to}")


def known(path):
    new = sorted(set(tables()) - set(pathlib.Path(path).read_text(encoding="utf-8").split()))
    if new:
        sys.exit(f"add these tables to {path}, and their apps to the keep-list that they belong to: {' '.join(new)}")


if __name__ == "__main__":
    {"known": known, "state": state, "fill": lambda n: fill(int(n)), "whole": whole}[sys.argv[1]](*sys.argv[2:])
