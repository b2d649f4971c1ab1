"""Transforms tracking logs by the real event-routing-backends and compares what comes out with statements.

Usage: transform.py LOG_FOLDER STATEMENTS_FOLDER LMS_URL

An LMS answers the package's two questions by tables: the external id of a user, the name of a course. Here the tables
are the CSV files beside the log, which is all that a site would have to be seeded with.
"""

import csv
import glob
import json
import logging
import os
import sys
from collections import Counter
from types import SimpleNamespace

from django.conf import settings

LOGS, STATEMENTS, LMS_URL = sys.argv[1:]

# Names of events that lives log and a site sends on.
TYPES = 33

settings.configure(
    SECRET_KEY="interop",
    LMS_ROOT_URL=LMS_URL,
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "event_routing_backends", "celery_utils"],
    XAPI_EVENTS_ENABLED=True,
    XAPI_EVENT_LOGGING_ENABLED=False,
    XAPI_AGENT_IFI_TYPE="external_id",
    EVENT_ROUTING_BACKEND_BATCHING_ENABLED=False,
    EVENT_TRACKING_BACKENDS={},
    USE_TZ=True,
)
logging.disable(logging.CRITICAL)  # It reports that it does not run inside of an LMS.

import django  # noqa: E402

django.setup()

from event_routing_backends import helpers  # noqa: E402
from event_routing_backends.management.commands.helpers.event_log_parser import parse_json_event  # noqa: E402
from event_routing_backends.processors.xapi import transformer  # noqa: E402
from event_routing_backends.processors.xapi.event_transformers import enrollment_events, grading_events  # noqa: E402
from event_routing_backends.processors.xapi.transformer_processor import XApiProcessor  # noqa: E402
from event_routing_backends.settings import common  # noqa: E402


def rows(name):
    with open(os.path.join(LOGS, name), newline="", encoding="utf-8") as file:
        yield from csv.reader(file)


def seed():
    """Puts tables where the package asks an LMS."""
    users = {}
    for external_id, kind, username, user_id, *_ in rows("external_ids.csv"):
        assert kind == "xapi", kind
        users[int(user_id)] = users[username] = external_id
    courses = {row[1]: {"display_name": row[2]} for row in rows("courses.csv")}

    def external_id(user, kind):
        assert kind == "XAPI", kind
        return users[int(user)] if str(user).isdigit() else users[user]

    helpers.get_anonymous_user_id = transformer.get_anonymous_user_id = external_id
    for module in (helpers, transformer, enrollment_events, grading_events):
        module.get_course_from_id = courses.__getitem__


def transformed():
    """The statements of all lines, with the names of their events; the names that a site does not send are left out."""
    sent = set(allowed())
    processor = XApiProcessor()
    lines = 0
    for path in sorted(glob.glob(os.path.join(LOGS, "tracking*.log"))):
        with open(path, encoding="ascii") as file:
            for line in file:
                lines += 1
                event = parse_json_event(line)
                if event["name"] in sent:
                    for statement in processor([event]):
                        yield event["name"], statement
    assert lines, "no lines in " + LOGS


def allowed():
    site = SimpleNamespace(LMS_ROOT_URL=LMS_URL)
    common.plugin_settings(site)
    return site.EVENT_TRACKING_BACKENDS_ALLOWED_XAPI_EVENTS


def differences(expected, found, path=""):
    """Where two JSON values differ: by value and by kind, 1 is not 1.0."""
    if isinstance(expected, dict) and isinstance(found, dict):
        for key in sorted(expected.keys() | found.keys()):
            if key not in expected or key not in found:
                yield "%s.%s is only in %s" % (path, key, "ours" if key in found else "the package's")
            else:
                yield from differences(expected[key], found[key], path + "." + key)
    elif isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        for index, (one, other) in enumerate(zip(expected, found)):
            yield from differences(one, other, "%s[%d]" % (path, index))
    elif type(expected) is not type(found) or expected != found:
        yield "%s is %r, ours %r" % (path, expected, found)


def main():
    seed()
    ours = {}
    with open(os.path.join(STATEMENTS, "xapi.csv"), newline="", encoding="utf-8") as file:
        for event_id, _, event in csv.reader(file):
            ours[event_id] = json.loads(event)
    names = Counter()
    faults = {}
    missing = dict(ours)
    for name, statement in transformed():
        names[name] += 1
        same = missing.pop(statement["id"], None)
        found = ["no statement of ours has its id"] if same is None else list(differences(statement, same))
        for fault in found:
            faults.setdefault((name, fault.split(" is ")[0]), []).append((fault, statement, same))
    for (name, _), all_of_kind in sorted(faults.items()):
        fault, statement, same = all_of_kind[0]
        print("%s: %d times: %s\n  %s\n  %s" % (name, len(all_of_kind), fault, json.dumps(statement), json.dumps(same)))
    for statement in list(missing.values())[:5]:
        print("the package makes none like " + json.dumps(statement))
    print("tracking: %d statements of %d types by event-routing-backends" % (sum(names.values()), len(names)))
    if faults or missing:
        sys.exit("%d kinds of difference, %d statements that it does not make" % (len(faults), len(missing)))
    if len(names) < TYPES:
        sys.exit("only %d types of event, not the %d that lives have" % (len(names), TYPES))


main()
