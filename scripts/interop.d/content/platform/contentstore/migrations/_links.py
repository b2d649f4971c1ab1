"""Columns that the link tables share."""

import uuid

from django.db import models


class Cased(models.CharField):
    """Text that differs by case, as the platform's field of several collations makes it."""

    def __init__(self, *args, **kwargs):
        kwargs["db_collation"] = "utf8mb4_bin"
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        del kwargs["db_collation"]
        return name, path, args, kwargs


def key(name, **more):
    return name, models.CharField(max_length=255, **more)


def common():
    return [
        ("id", models.AutoField(primary_key=True)),
        ("uuid", models.UUIDField(default=uuid.uuid4, unique=True)),
    ]


def context():
    return "upstream_context_key", Cased(max_length=500, db_index=True)


def downstream():
    return [
        key("downstream_usage_key", unique=True),
        key("downstream_context_key", db_index=True),
        ("version_synced", models.IntegerField()),
        ("version_declined", models.IntegerField(null=True)),
        ("created", models.DateTimeField()),
        ("updated", models.DateTimeField()),
    ]


def link(to):
    return models.ForeignKey(to, null=True, on_delete=models.SET_NULL, related_name="links")
