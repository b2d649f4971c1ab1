"""Runs statements, or copies a database table by table.

Usage: run_sql.py DATABASE STATEMENT...; run_sql.py TO copy FROM. DATABASE may be empty.
"""

import os
import sys

import pymysql

connection = pymysql.connect(
    host=os.environ.get("DEVDATA_DB_HOST", "127.0.0.1"),
    port=int(os.environ["DEVDATA_DB_PORT"]),
    user=os.environ.get("DEVDATA_DB_USER", "root"),
    password=os.environ.get("DEVDATA_DB_PASSWORD", ""),
    database=sys.argv[1] or None,
    charset="utf8mb4",
    autocommit=True,
)
cursor = connection.cursor()
if sys.argv[2] == "copy":
    source = sys.argv[3]
    # Without the checks tables and rows may come in any order.
    cursor.execute("SET FOREIGN_KEY_CHECKS = 0")
    cursor.execute("SET SESSION sql_mode = CONCAT(@@sql_mode, ',NO_AUTO_VALUE_ON_ZERO')")
    cursor.execute(f"SHOW TABLES FROM `{source}`")
    for (table,) in cursor.fetchall():
        cursor.execute(f"SHOW CREATE TABLE `{source}`.`{table}`")
        cursor.execute(cursor.fetchone()[1])
        cursor.execute(f"INSERT INTO `{table}` SELECT * FROM `{source}`.`{table}`")
else:
    for statement in sys.argv[2:]:
        cursor.execute(statement)
