"""Lets Ralph judge what devdata made for it, and what it has stored of it.

Usage: check_ralph.py types FILE            each line a type, a tab, a statement
       check_ralph.py fixtures FOLDER       statements as the platform makes them
       check_ralph.py stored CSV PORT       what the engine on PORT holds against devdata's CSV file

Ends with 1 and a list of what is wrong, if something is.
"""

import collections
import csv
import json
import os
import pathlib
import sys
import urllib.parse
import urllib.request

# Its modules look for a back end when they are imported; the default needs more packages.
os.environ.setdefault("RALPH_RUNSERVER_BACKEND", "fs")

csv.field_size_limit(1 << 30)

# What the platform's own statements break of xAPI 1.0.3, and devdata's like them, because they
# must be what the platform makes: passed and failed have an empty mapping of extensions, exams
# name their attempt by a bare UUID, problems with several questions are no Activity.
PLATFORM = (
    "object.definition.extensions: Statements may not contain empty values",
    "context.contextActivities.grouping.list[BaseXapiActivity].0.id: Value error",
    "object.BaseXapiActivity.objectType: Input should be 'Activity'",
    "context.contextActivities.parent.list[BaseXapiActivity].0.objectType: Input should be 'Activity'",
)


def fault(model, statement):
    """What a model finds wrong with a statement; None when nothing is."""
    from pydantic import ValidationError

    try:
        model.model_validate(statement)
    except ValidationError as error:
        # Of the alternatives that it might have been, the one that went deepest.
        worst = max(error.errors(), key=lambda one: len(one["loc"]))
        return f"{'.'.join(map(str, worst['loc']))}: {worst['msg']}"
    return None


def report(what, good, wrong):
    total = good + sum(map(len, wrong.values()))
    print(f"  {good:,} of {total:,} {what}")
    for name, messages in sorted(wrong.items()):
        print(f"  {name}: {len(messages)} times, such as {messages[0]}", file=sys.stderr)
    sys.exit(1 if wrong or not good else 0)


def judge(what, statements):
    """Statements with their names, by what Ralph's server wants and by its full model of xAPI."""
    from ralph.api.models import LaxStatement
    from ralph.models.xapi.base.statements import BaseXapiStatement

    good = 0
    known = collections.Counter()
    wrong = collections.defaultdict(list)
    for name, statement in statements:
        found = fault(LaxStatement, statement)
        if found:
            wrong[name].append(f"refused by the server: {found}")
            continue
        found = fault(BaseXapiStatement, statement)
        alike = [one for one in PLATFORM if found and found.startswith(one)]
        if found and not alike:
            wrong[name].append(found)
        else:
            good += 1
            known.update(alike)
    print(f"  {sum(known.values()):,} {what} break xAPI as the platform does ({len(known)} ways)")
    report(f"{what} pass Ralph's server and its model of xAPI", good, wrong)


def check_types(path):
    with open(path, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t", 1) for line in lines]
    types = len({name for name, _ in rows})
    judge(f"statements of {types} types", [(name, json.loads(text)) for name, text in rows])


def check_fixtures(folder):
    statements = []
    for file in sorted(pathlib.Path(folder).glob("*.json")):
        content = json.loads(file.read_text(encoding="utf-8"))
        for statement in content if isinstance(content, list) else [content]:
            statements.append((file.name, statement))
    judge("statements of the platform itself", statements)


def check_stored(path, port):
    with open(path, encoding="utf-8", newline="") as lines:
        made = {row[0]: (row[1], json.loads(row[2])) for row in csv.reader(lines)}
    query = urllib.parse.urlencode(
        {"query": "SELECT event_id, emission_time, event FROM xapi.xapi_events_all FORMAT JSONEachRow"}
    )
    wrong = collections.defaultdict(list)
    stored = {}
    asked = urllib.request.Request(
        f"http://127.0.0.1:{port}/?{query}",
        headers={"X-ClickHouse-Key": os.environ["XAPI_DB_LOAD_CLICKHOUSE_PASSWORD"]},
    )
    with urllib.request.urlopen(asked) as answer:
        for line in answer:
            row = json.loads(line)
            if row["event_id"] in stored:
                wrong["twice"].append(row["event_id"])
            stored[row["event_id"]] = row
    for missing in made.keys() - stored.keys():
        wrong["missing"].append(missing)
    for surplus in stored.keys() - made.keys():
        wrong["not made"].append(surplus)
    good = 0
    for key in made.keys() & stored.keys():
        time, statement = made[key]
        event = json.loads(stored[key]["event"])
        authority = event.pop("authority", {}).get("account", {}).get("name")
        event.pop("stored", None)
        same_time = stored[key]["emission_time"].rstrip("0") == time.partition("+")[0].rstrip("0")
        if event == statement and authority == "__server_ralph" and same_time:
            good += 1
        else:
            wrong["other than it was made"].append(f"{key}: {event} at {stored[key]['emission_time']}")
    report("statements are stored as they were made", good, wrong)


{"types": check_types, "fixtures": check_fixtures, "stored": check_stored}[sys.argv[1]](
    *sys.argv[2:]
)
