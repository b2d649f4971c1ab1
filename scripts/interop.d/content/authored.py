"""Lets upstream's own functions read what devdata wrote, and write what devdata reads.

Usage: authored.py MEDIA_ROOT read ARCHIVE     checks authored.yaml's package, then backs it up to ARCHIVE
       authored.py MEDIA_ROOT publish          publishes all, and looks for unpublished changes
       authored.py MEDIA_ROOT load ARCHIVE KEY restores ARCHIVE with upstream's loader
       authored.py MEDIA_ROOT write KEY        makes a package with upstream's functions
"""

import importlib.util
import pathlib
import sys
from datetime import datetime, timezone

HERE = pathlib.Path(__file__).resolve().parent
PACKAGE = "lib:Interop:demo"

spec = importlib.util.spec_from_file_location("content_site", HERE / "content_site.py")
site = importlib.util.module_from_spec(spec)
spec.loader.exec_module(site)
site.configure(sys.argv[1])

try:
    from openedx_content import api
except ImportError:
    from openedx_learning.api import authoring as api

NOW = datetime(2026, 2, 1, tzinfo=timezone.utc)


def package(key):
    """The learning package of a key, which later releases call a ref."""
    find = getattr(api, "get_learning_package_by_ref", None) or api.get_learning_package_by_key
    return find(key)


def key_of(entity):
    """The key of an entity, which later releases call a ref."""
    return getattr(entity, "entity_ref", None) or entity.key


def equal(what, found, expected):
    if found != expected:
        sys.exit(f"{what}: upstream reads {found!r}, expected {expected!r}")
    print(f"  {what}: {found!r}")


def unpublished(lp):
    return sorted(key_of(entity) for entity in api.get_entities_with_unpublished_changes(lp.id, include_deleted_drafts=True))


def containers_with_changes(lp):
    entities = api.get_publishable_entities(lp.id).filter(container__isnull=False)
    return sorted(
        key_of(entity) for entity in entities if api.contains_unpublished_changes(entity.container.pk)
    )


def children(lp, published):
    unit = next(
        entity.container
        for entity in api.get_publishable_entities(lp.id).filter(container__isnull=False)
        if key_of(entity) == "unit-1"
    )
    return [
        (key_of(entry.entity), entry.entity_version.version_num, entry.pinned)
        for entry in api.get_entities_in_container(unit, published=published)
    ]


def read(archive):
    lp = package(PACKAGE)
    equal("title", lp.title, "Demo")
    equal("unpublished changes", unpublished(lp), ["unit-1", "xblock.v1:html:gone", "xblock.v1:problem:p2"])
    equal("containers that contain changes", containers_with_changes(lp), ["sec-1", "subsec-1", "unit-1"])
    p1, p2, gone = "xblock.v1:problem:p1", "xblock.v1:problem:p2", "xblock.v1:html:gone"
    equal("draft children", children(lp, False), [(p1, 2, False), (p2, 2, False), (p1, 1, True)])
    equal("published children", children(lp, True), [(p1, 2, False), (p2, 1, False), (p1, 1, True), (gone, 1, False)])
    component = next(one for one in api.get_components(lp.id) if key_of(one.publishable_entity) == p1)
    draft = component.versioning.draft
    relation = "componentversionmedia_set" if hasattr(draft, "componentversionmedia_set") else "componentversioncontent_set"
    texts = {}
    for attachment in getattr(draft, relation).all():
        path = getattr(attachment, "path", None) or attachment.key
        medium = getattr(attachment, "media", None) or attachment.content
        with medium.read_file() if medium.has_file else _text(medium) as file:
            data = file.read()
            texts[path] = data if isinstance(data, str) else data.decode()
    equal("attachments", texts, {"block.xml": "<problem>two</problem>", "static/hello.txt": "hello"})
    equal("author", component.publishable_entity.created_by.username, "ada")
    collections = [(c.title, sorted(key_of(e) for e in c.entities.all())) for c in api.get_collections(lp.id)]
    equal("collections", collections, [("C1", ["unit-1", p1])])
    api.create_zip_file(PACKAGE, archive)
    print(f"  upstream backed it up to {archive}")


def _text(medium):
    import io

    return io.StringIO(medium.text)


def publish():
    lp = package(PACKAGE)
    api.publish_all_drafts(lp.id)
    equal("unpublished changes after a publish", unpublished(lp), [])
    equal("containers that contain changes", containers_with_changes(lp), [])


def load(archive, key):
    from django.contrib.auth import get_user_model

    try:
        result = api.load_learning_package(archive, key, get_user_model().objects.get(username="ada"))
    except TypeError as error:
        # openedx-core 0.38 and 0.39 renamed an argument of a function and not in their own loader.
        if "unexpected keyword argument 'version_num'" not in str(error):
            raise
        print(f"  upstream's loader of this release restores no container, of whatever archive: {error}")
        return
    if result.get("status") != "success":
        sys.exit(f"upstream's loader: {result} {result.get('log_file_error') and result['log_file_error'].getvalue()}")
    print(f"  upstream restored {archive} as {key}")


def write(key):
    lp = api.create_learning_package(key, "Written upstream")
    kind = api.get_or_create_component_type("xblock.v1", "problem")
    local = "component_code" if "component_code" in api.create_component_and_version.__code__.co_varnames else "local_key"
    made = []
    for name in ("a", "b"):
        component, version = api.create_component_and_version(
            lp.id, component_type=kind, title=name.upper(), created=NOW, created_by=None, **{local: name}
        )
        made.append((component, version))
    api.publish_all_drafts(lp.id)
    component = made[0][0]
    target = getattr(component, "publishable_entity_id", component.pk)
    content = {"block.xml": b"<problem/>", "static/x.txt": b"bytes"}
    words = api.create_next_component_version.__code__.co_varnames
    name = "media_to_replace" if "media_to_replace" in words else "content_to_replace"
    api.create_next_component_version(target, title="A2", created=NOW, **{name: content})
    api.soft_delete_draft(made[1][0].pk)
    print(f"  upstream wrote {key}")


if __name__ == "__main__":
    {"read": read, "publish": publish, "load": load, "write": write}[sys.argv[2]](*sys.argv[3:])
