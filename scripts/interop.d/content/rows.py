"""Gives a database in layout L1 a few rows through upstream's own API of that release.

Usage: rows.py MEDIA_ROOT
"""

import sys
from datetime import datetime, timezone

import content_site

content_site.configure(sys.argv[1])

from openedx_learning.api import authoring as api

now = datetime(2026, 2, 3, 4, 5, 6, 7, tzinfo=timezone.utc)
package = api.create_learning_package("lib:DemoX:layouts", "Layouts", "For migrations.", now)
html = api.get_or_create_component_type("xblock.v1", "html")
entities = []
for name in ("intro", "outro"):
    component, version = api.create_component_and_version(
        package.id, html, name, name.title(), now, created_by=None
    )
    media_type = api.get_or_create_media_type("application/vnd.openedx.xblock.v1.html+xml")
    content = api.get_or_create_text_content(
        package.id, media_type.id, text=f"<html>{name}</html>", created=now
    )
    api.create_component_version_content(version.pk, content.id, key="block.xml")
    entities.append(component)
unit, _ = api.create_unit_and_version(
    package.id, "unit1-b7eafb", title="Unit", components=entities, created=now, created_by=None
)
collection = api.create_collection(package.id, "coll-1", title="Collection", created_by=None)
api.add_to_collection(
    package.id, "coll-1", api.get_publishable_entities(package.id)
    if hasattr(api, "get_publishable_entities")
    else type(unit.publishable_entity).objects.filter(learning_package=package),
)
api.publish_all_drafts(package.id, message="first", published_at=now)
