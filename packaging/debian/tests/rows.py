#!/usr/bin/env python3
"""rows.py save LEDGER FILE, rows.py compare LEDGER FILE [TABLE…]: whether a ledger still has every row that it had.

Columns that the upgrade added are not compared. Notes are the runs' own memory, so their values may change.
"""
import json
import sqlite3
import sys

WITHOUT_VALUES = {"note"}


def rows(ledger):
    found = {}
    # Not read-only: the ledger has a write-ahead log.
    database = sqlite3.connect(ledger)
    database.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
    schema = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    indexes = tuple(name + "_" for name, sql in schema if "VIRTUAL" in sql)
    for table, sql in schema:
        # What a search index is made of follows from the other tables.
        if "VIRTUAL" in sql or table.startswith(indexes):
            continue
        cursor = database.execute(f'SELECT * FROM "{table}"')
        names = [column[0] for column in cursor.description]
        found[table] = [dict(zip(names, map(printable, row))) for row in cursor]
    database.close()
    return found


def printable(value):
    return value.hex() if isinstance(value, bytes) else value


def main():
    verb, ledger, file, *only = sys.argv[1:]
    now = rows(ledger)
    if verb == "save":
        with open(file, "w") as out:
            json.dump(now, out)
        return
    with open(file) as saved:
        before = json.load(saved)
    if only:
        before = {table: before[table] for table in only}
    lost = 0
    for table, old in before.items():
        columns = sorted(set(old[0]) if old else [])
        if table in WITHOUT_VALUES:
            columns = columns[:1]
        have = {json.dumps([row.get(name) for name in columns]) for row in now.get(table, [])}
        for row in old:
            if json.dumps([row.get(name) for name in columns]) not in have:
                print(f"lost: {table} {row}")
                lost += 1
    print(f"{sum(map(len, before.values()))} rows in {len(before)} tables, {lost} lost")
    sys.exit(1 if lost else 0)


main()
