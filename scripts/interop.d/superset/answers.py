"""Runs check-known-answers of Aspects on a site that has known answers, with its own code, files of charts and queries.

What it asks of Superset is to run a chart. That is done here: the chart's columns, metrics and filters over the query
of its data set, as Superset's command does it.

Usage: answers.py ASSETS PYTHONPATH ADDRESS, the password in DEVDATA_PASSWORD. Exit code 1 when a number differs, or
when nothing was compared.
"""

import json
import logging
import os
import pathlib
import sys
import types
import urllib.parse

import yaml

import datasets

ADDRESS = sys.argv[3]


def assets(kind):
    for file in sorted(pathlib.Path(sys.argv[1], kind).glob("*.yaml")):
        yield yaml.safe_load(file.read_text())


DATASETS = {asset["uuid"]: asset for asset in assets("datasets")}
CHARTS = {asset["uuid"]: asset for asset in assets("charts")}


class Slice:
    """A chart, as Superset's models have it."""

    uuid = type("Column", (), {"__eq__": lambda self, value: value})()

    def __init__(self, asset):
        self.uuid = asset["uuid"]
        self.slice_name = asset["slice_name"]
        self.datasource_id = asset["dataset_uuid"]


class Session:
    """Finds charts by their uuid."""

    def query(self, _):
        return self

    def filter(self, uuid):
        self.found = Slice(CHARTS[uuid])
        return self

    def one(self):
        return self.found


class Command:
    """Superset's command for the data of a chart."""

    shown = 0

    def __init__(self, context):
        self.context = context.values

    def validate(self):
        return None

    def run(self):
        dataset = DATASETS[self.context["datasource"]["id"]]
        return {"queries": [{"data": self.rows(dataset, query)} for query in self.context["queries"]]}

    def rows(self, dataset, query):
        columns = [self.column(dataset, column) for column in query["columns"]]
        shown = columns + [self.metric(dataset, metric) for metric in query["metrics"]]
        inner = datasets.superset(dataset["sql"], {}).split("FROM", 1)[1]
        conditions = [self.condition(one) for one in query["filters"] if one["op"] != "TEMPORAL_RANGE"]
        text = "SELECT {} FROM {} WHERE {} GROUP BY {} LIMIT {} FORMAT JSON".format(
            ", ".join(f"{expression} AS `{label}`" for label, expression in shown),
            inner,
            " AND ".join(conditions) or "1",
            ", ".join(expression for _, expression in columns),
            query["row_limit"],
        )
        answer, wrong = datasets.ask(ADDRESS, text, "output_format_json_quote_64bit_integers=0")
        if wrong:
            raise ValueError(f"{dataset['table_name']}: {wrong}\n{text}")
        rows = json.loads(answer)["data"]
        Command.shown += sum(1 for row in rows if any(row[label] for label, _ in shown[len(columns) :]))
        return rows

    @staticmethod
    def expression(dataset, name):
        """A column of a data set, which may be computed."""
        for column in dataset["columns"]:
            if column["column_name"] == name and column.get("expression"):
                return f"({column['expression']})"
        return f"`{name}`"

    @classmethod
    def column(cls, dataset, column):
        if isinstance(column, str):
            return column, cls.expression(dataset, column)
        return column["label"], cls.expression(dataset, column["sqlExpression"])

    @classmethod
    def metric(cls, dataset, metric):
        if isinstance(metric, str):
            found = next(one for one in dataset["metrics"] if one["metric_name"] == metric)
            return metric, found["expression"]
        if metric["expressionType"] == "SQL":
            return metric["label"], metric["sqlExpression"]
        column = cls.expression(dataset, metric["column"]["column_name"])
        return metric["label"], f"{metric['aggregate']}({column})"

    @staticmethod
    def condition(one):
        if one["op"] == "IN":
            return f"`{one['col']}` IN {datasets.where_in(one['val'])}"
        if one["op"] in ("!=", "=="):
            return f"toString(`{one['col']}`) {one['op'].replace('==', '=')} '{one['val']}'"
        raise ValueError(f"no chart had a filter {one['op']}")


class Schema:
    """Superset's form of what a chart asks."""

    def load(self, values):
        return types.SimpleNamespace(values=values, form_data=values["form_data"])


def module(name, **content):
    sys.modules[name] = types.ModuleType(name)
    sys.modules[name].__dict__.update(content)


def main():
    manager = types.SimpleNamespace(find_user=lambda username: username)
    module("create_assets", app=None)
    module("flask", g=types.SimpleNamespace())
    module("superset", security_manager=manager)
    for package in "charts", "commands", "commands.chart", "commands.chart.data", "models":
        module("superset." + package)
    module("superset.charts.schemas", ChartDataQueryContextSchema=Schema)
    module("superset.commands.chart.data.get_data_command", ChartDataCommand=Command)
    module("superset.extensions", db=types.SimpleNamespace(session=Session()))
    module("superset.models.dashboard", Dashboard=None)
    module("superset.models.slice", Slice=Slice)
    sys.path.insert(0, sys.argv[2])
    import clickhouse_connect
    import known_answers
    import performance_metrics

    performance_metrics.CHART_PATH = str(pathlib.Path(sys.argv[1], "charts"))
    address = urllib.parse.urlsplit(ADDRESS)
    known_answers.clickhouse = lambda: clickhouse_connect.get_client(
        host=address.hostname,
        port=address.port,
        username="default",
        password=os.environ["DEVDATA_PASSWORD"],
        compress=False,
    )
    logging.basicConfig(level=logging.WARNING)
    known_answers.known_answers.main(args=[], standalone_mode=False)
    if Command.shown < 100:
        sys.exit(f"{Command.shown} bars are too few: does the site have answers?")
    print(f"check-known-answers: {Command.shown} bars of six charts are as the known answers say")


if __name__ == "__main__":
    main()
