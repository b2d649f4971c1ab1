"""Runs the queries of all data sets that Aspects gives Superset, and says which an engine does not answer.

Tutor has rendered the files; what is left in them is for Superset, and is rendered here as Superset does, once
without a value in any filter of the dashboards and once with a value of the site in each.

Usage: datasets.py FOLDER ADDRESS, the password in DEVDATA_PASSWORD. Exit code 1 when a query fails or finds nothing
that is there.
"""

import base64
import json
import os
import pathlib
import sys
import urllib.error
import urllib.request

import jinja2
import yaml

# The other connection of the assets is Superset's own database.
CLICKHOUSE = "21174b6c-4d40-4958-8161-d6c3cf5e77b6"
ENGINES_ORDER = "query_plan_optimize_join_order_limit=10"
# The embedded engine keeps no log of queries; statements of navigation name sequentials, and pages are units.
MAY_BE_EMPTY = {"query_log", "slowest_clickhouse_queries", "pageview_engagement", "at_risk_pageview_engagement"}


def ask(address, query, settings=""):
    """The answer and None, or None and what the server says is wrong."""
    secret = base64.b64encode(("default:" + os.environ["DEVDATA_PASSWORD"]).encode()).decode()
    request = urllib.request.Request(f"{address}/?{settings}", query.encode(), {"Authorization": "Basic " + secret})
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.read().decode(), None
    except urllib.error.HTTPError as e:
        return None, e.read().decode().strip()


def where_in(values):
    return "(" + ", ".join("'" + value.replace("'", "\\'") + "'" for value in values) + ")"


def superset(query, filters):
    """The query as Superset sends it for a chart, with these values in the filters."""
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined)
    environment.filters["where_in"] = where_in
    rendered = environment.from_string(query).render(
        filter_values=lambda column, *_: filters.get(column, []), from_dttm=None, to_dttm=None
    )
    return f"SELECT count() FROM (\n{rendered.strip().rstrip(';')}\n) AS virtual_table"


def datasets(folder):
    for file in sorted(folder.glob("*.yaml")):
        dataset = yaml.safe_load(file.read_text())
        if dataset["database_uuid"] == CLICKHOUSE:
            table = dataset["table_name"]
            yield table, dataset["sql"] or f"select * from {dataset['schema']}.{table}"


def values(address):
    """A learner who is in a course with a tag, as the filters name them."""
    answer, wrong = ask(
        address,
        "SELECT org, course_name, course_run, any(concat('- ', t.tag)) AS tag, any(s.username) AS username,"
        " any(s.name) AS name, any(s.email) AS email FROM reporting.dim_student_status AS s"
        " INNER JOIN reporting.dim_most_recent_course_tags AS t ON t.course_key = s.course_key"
        " GROUP BY org, course_name, course_run ORDER BY count() DESC LIMIT 1 FORMAT JSONEachRow",
    )
    if not answer:
        sys.exit(f"no learner in a course with a tag: {wrong}")
    return {column: [value] for column, value in json.loads(answer).items()}


def main(folder, address):
    filters = values(address)
    failures = []
    reordered = 0
    queries = 0
    for table, query in datasets(folder):
        for kind, given in ("without filters", {}), ("with filters", filters):
            queries += 1
            rendered = superset(query, given)
            answer, wrong = ask(address, rendered)
            empty = answer == "0\n" and not given and table not in MAY_BE_EMPTY
            if wrong or empty:
                failures.append(f"{table} {kind}: {wrong or 'no rows'}")
            _, wrong = ask(address, rendered, ENGINES_ORDER)
            reordered += "LOGICAL_ERROR" in (wrong or "")
    for failure in failures:
        print(failure, file=sys.stderr)
    if queries < 60:
        sys.exit(f"{queries} queries are too few: have the assets moved?")
    if not reordered:
        sys.exit("the engine's own order of joins answers all: the default of the embedded engine may go")
    print(f"{queries} queries of Superset's data sets, {len(failures)} not answered; {reordered} with the engine's order of joins")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), sys.argv[2]))
