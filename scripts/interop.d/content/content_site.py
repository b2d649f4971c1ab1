"""A Django site with the authored content of one release, on a database given by name.

Usage: content_site.py MEDIA_ROOT manage-command [arguments]

The database comes from the environment: DEVDATA_DB_HOST, _PORT, _USER, _PASSWORD,
_NAME. Which release it is follows from the package that is installed beside it.
DEVDATA_SQL names a file that gets every statement that is not a SELECT, as the
server was sent it. DEVDATA_PLATFORM=1 adds the platform's apps that point at
content (stand-ins of ours: the platform itself is not on a package index).
"""

import importlib.util
import os
import pathlib
import sys

import pymysql

# PyMySQL stands in for mysqlclient, which would need a compiler; Django only
# looks at the version it claims.
pymysql.version_info = (2, 2, 7, "final", 0)
pymysql.install_as_MySQLdb()

from django.conf import settings

HERE = pathlib.Path(__file__).resolve().parent


def content_apps():
    """The apps of the release that is installed, merged or not."""
    if importlib.util.find_spec("openedx_content") is None:
        names = "backup_restore collections components contents publishing sections subsections units"
        return [f"openedx_learning.apps.authoring.{name}" for name in names.split()]
    from openedx_content.settings_api import openedx_content_backcompat_apps_to_install

    return ["openedx_content", *openedx_content_backcompat_apps_to_install()]


def configure(media_root):
    apps = ["django.contrib.auth", "django.contrib.contenttypes", *content_apps()]
    if os.environ.get("DEVDATA_PLATFORM"):
        sys.path.insert(0, str(HERE / "platform"))
        apps += ["content_libraries", "contentstore", "content_staging", "user_tasks", "modulestore_migrator"]
    settings.configure(
        DATABASES={
            "default": {
                "ENGINE": "django.db.backends.mysql",
                "NAME": os.environ["DEVDATA_DB_NAME"],
                "HOST": os.environ.get("DEVDATA_DB_HOST", "127.0.0.1"),
                "PORT": int(os.environ["DEVDATA_DB_PORT"]),
                "USER": os.environ.get("DEVDATA_DB_USER", "root"),
                "PASSWORD": os.environ.get("DEVDATA_DB_PASSWORD", ""),
                "OPTIONS": {"charset": "utf8mb4"},
            }
        },
        INSTALLED_APPS=apps,
        DEFAULT_AUTO_FIELD="django.db.models.AutoField",
        SECRET_KEY="only for these checks",
        USE_TZ=True,
        TIME_ZONE="UTC",
        MEDIA_ROOT=media_root,
        OPENEDX_LEARNING={
            "MEDIA": {
                "BACKEND": "django.core.files.storage.FileSystemStorage",
                "OPTIONS": {"location": media_root},
            }
        },
    )
    import django

    django.setup()


def record(path):
    """Writes every statement that changes something, in order."""
    from django.db import connection

    def wrapper(execute, sql, params, many, context):
        result = execute(sql, params, many, context)
        text = context["cursor"].cursor._executed if hasattr(context["cursor"], "cursor") else sql
        if not text.lstrip().upper().startswith(("SELECT", "SHOW", "SET ")):
            with open(path, "a", encoding="utf-8") as out:
                out.write(text + ";\n")
        return result

    connection.execute_wrappers.append(wrapper)


if __name__ == "__main__":
    configure(sys.argv[1])
    if os.environ.get("DEVDATA_SQL"):
        record(os.environ["DEVDATA_SQL"])
    from django.core.management import execute_from_command_line

    execute_from_command_line(["manage.py", *sys.argv[2:]])
