"""A Django site with as many of the platform's apps as package indexes have, on a database given by name.

Usage: keep_site.py manage-command [arguments]

The database comes from the environment: DEVDATA_DB_HOST, _PORT, _USER, _PASSWORD, _NAME. DEVDATA_WITHOUT
names apps to leave out, ALL takes more of them.
"""

import os
import sys

import pymysql

# PyMySQL stands in for mysqlclient, which would need a compiler.
pymysql.version_info = (2, 2, 7, "final", 0)
pymysql.install_as_MySQLdb()

from django.conf import settings
from openedx_content.settings_api import openedx_content_backcompat_apps_to_install

MEDIA = os.path.join(os.getcwd(), "media")
APPS = """
    django.contrib.admin django.contrib.auth django.contrib.contenttypes django.contrib.messages
    django.contrib.sessions django.contrib.sites django.contrib.humanize django.contrib.redirects
    celery_utils completion edx_name_affirmation edx_proctoring edx_when edxval milestones oauth2_provider
    openedx_content openedx_tagging openedx_catalog organizations push_notifications rest_framework.authtoken
    social_django sorl.thumbnail submissions user_tasks waffle django_sites_extensions django_notify wiki
    wiki.plugins.notifications mptt sekizai
""".split()
# Those with some hundred migrations more.
if os.environ.get("ALL"):
    APPS += """
        event_routing_backends lti_consumer openassessment.assessment openassessment.fileupload
        openassessment.staffgrader openassessment.workflow openassessment.xblock super_csv
        consent enterprise integrated_channels.blackboard integrated_channels.canvas integrated_channels.cornerstone
        integrated_channels.degreed integrated_channels.degreed2 integrated_channels.integrated_channel
        integrated_channels.moodle integrated_channels.sap_success_factors integrated_channels.xapi
    """.split()
APPS = [app for app in APPS if app not in os.environ.get("DEVDATA_WITHOUT", "").split()]

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
    INSTALLED_APPS=[*APPS, *openedx_content_backcompat_apps_to_install()],
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    SECRET_KEY="only for these checks",
    USE_TZ=True,
    TIME_ZONE="UTC",
    SITE_ID=1,
    ROOT_URLCONF="keep_urls",
    MEDIA_ROOT=MEDIA,
    OPENEDX_LEARNING={
        "MEDIA": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": MEDIA},
        }
    },
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "OPTIONS": {
                "context_processors": [
                    "django.contrib.auth.context_processors.auth",
                    "django.template.context_processors.request",
                ]
            },
        }
    ],
    # What apps read while they are imported.
    ENV_ROOT=os.getcwd(),
    PLATFORM_NAME="",
    SITE_NAME="",
    PROCTORING_SETTINGS={},
    COURSE_CATALOG_URL_ROOT="",
    ECOMMERCE_PUBLIC_URL_ROOT="",
    ENTERPRISE_CATALOG_INTERNAL_ROOT_URL="",
    ENTERPRISE_ENROLLMENT_API_URL="",
    LMS_INTERNAL_ROOT_URL="",
    LMS_ROOT_URL="",
    OAUTH_ID_TOKEN_EXPIRATION=300,
    PROCTORING_BACKENDS={"DEFAULT": "null", "null": {}},
)

if __name__ == "__main__":
    import django

    django.setup()
    from django.core.management import call_command

    # Checks are of views and forms, which are not used here.
    call_command(sys.argv[1], *sys.argv[2:], verbosity=0, skip_checks=True)
