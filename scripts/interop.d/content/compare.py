"""Compares two databases: what the server shows of their tables, migration rows, content types.

Usage: compare.py ONE OTHER; the server comes from the environment, as for site.py. Ends with 1
and the differences, if there are some. `compare.py ONE` prints instead of comparing.
"""

import difflib
import os
import re
import sys

import pymysql


def read(name):
    """Lines that say all about a database but the ids of its rows and their moments."""
    connection = pymysql.connect(
        host=os.environ.get("DEVDATA_DB_HOST", "127.0.0.1"),
        port=int(os.environ["DEVDATA_DB_PORT"]),
        user=os.environ.get("DEVDATA_DB_USER", "root"),
        password=os.environ.get("DEVDATA_DB_PASSWORD", ""),
        database=name,
        charset="utf8mb4",
    )
    cursor = connection.cursor()

    def rows(query):
        cursor.execute(query)
        return cursor.fetchall()

    lines = []
    for (table,) in sorted(rows("SHOW TABLES")):
        text = rows(f"SHOW CREATE TABLE `{table}`")[0][1]
        lines += re.sub(r" AUTO_INCREMENT=\d+", "", text).splitlines()
    lines += sorted(f"migration {app} {name}" for app, name in rows("SELECT app, name FROM django_migrations"))
    lines += sorted(
        f"content type {app}.{model} {code} {label}"
        for app, model, code, label in rows(
            "SELECT t.app_label, t.model, p.codename, p.name FROM django_content_type t"
            " LEFT JOIN auth_permission p ON p.content_type_id = t.id"
        )
    )
    for (table,) in sorted(rows("SHOW TABLES")):
        if not table.startswith(("django_", "auth_")):
            lines += sorted(f"row {table} {row}" for row in rows(f"SELECT * FROM `{table}`"))
    return lines


if __name__ == "__main__":
    one = read(sys.argv[1])
    if len(sys.argv) == 2:
        print("\n".join(one))
        sys.exit(0)
    differences = list(
        difflib.unified_diff(one, read(sys.argv[2]), sys.argv[1], sys.argv[2], lineterm="", n=0)
    )
    for line in differences[:60]:
        print(line, file=sys.stderr)
    sys.exit(1 if differences else 0)
