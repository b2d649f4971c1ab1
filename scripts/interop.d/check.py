"""Asks Django's own models and authentication about accounts that devdata loaded.

Usage: check.py FOLDER, the embedded server's folder. Ends with 1 and a list of
what is wrong, if something is.
"""

import pathlib
import sys
import unicodedata

import pymysql

# PyMySQL stands in for mysqlclient, which would need a compiler; Django only
# looks at the version it claims.
pymysql.version_info = (2, 2, 7, "final", 0)
pymysql.install_as_MySQLdb()

import django
from django.conf import settings

home = pathlib.Path(sys.argv[1])
server = dict(
    line.split("=", 1)
    for line in (home / "server.properties").read_text().splitlines()
    if "=" in line
)
settings.configure(
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.mysql",
            "NAME": "edxapp",
            "HOST": "127.0.0.1",
            "PORT": int(server["port"]),
            "USER": "root",
            "PASSWORD": (home / "password").read_text(),
            "OPTIONS": {"charset": "utf8mb4"},
        }
    },
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes"],
    AUTHENTICATION_BACKENDS=["django.contrib.auth.backends.ModelBackend"],
    SECRET_KEY="only for this check",
    USE_TZ=True,
    TIME_ZONE="UTC",
)
django.setup()

from django.contrib.auth import authenticate, get_user_model
from django.contrib.auth.hashers import identify_hasher
from django.contrib.auth.models import update_last_login
from django.contrib.auth.signals import user_logged_in

OPENS = [
    ("plain", "edx"),
    ("staff", "correct horse battery staple"),
    ("letters", "Zoë's pässwörd 🎓"),
    ("ligature", "oﬃce"),
    ("ligature", "office"),
    ("blanks", "  two blanks at each end  "),
    ("long", "0123456789" * 7),
    ("ready-made", "made by Django"),
]
REFUSED = [
    ("plain", "EDX"),
    ("plain", ""),
    ("letters", "Zoe's passwort"),
    ("ligature", "ofﬁse"),
    ("blanks", "two blanks at each end"),
    ("long", "0123456789" * 6),
    ("inactive", "edx"),
    ("inactive", "wrong"),
    ("ready-made", "made by hand"),
    ("locked_out", "!"),
    ("locked_out", ""),
    ("absent", "edx"),
]

failures = []
checks = 0


def expect(what, found, wanted=True):
    global checks
    checks += 1
    if found != wanted:
        failures.append(f"{what}: {found!r}, not {wanted!r}")


def log_in(username, password):
    """As the platform's log-in view asks: with the password in form NFKC."""
    return authenticate(username=username, password=unicodedata.normalize("NFKC", password))


User = get_user_model()
for username, password in OPENS:
    user = log_in(username, password)
    expect(f"{username} logs in", user is not None and user.username == username)
    if user is not None:
        # What the login view does; authenticate() has already upgraded the hash.
        update_last_login(user_logged_in, user)
        hasher = identify_hasher(User.objects.get(pk=user.pk).password)
        expect(f"{username}: hash is upgraded", hasher.algorithm, "pbkdf2_sha256")
        expect(
            f"{username}: hash has Django's iterations",
            hasher.must_update(User.objects.get(pk=user.pk).password),
            False,
        )
for username, password in REFUSED:
    user = log_in(username, password)
    expect(f"{username} is refused with {password!r}", user, None)

staff = User.objects.get(username="staff")
expect("staff is staff", (staff.is_staff, staff.is_superuser), (True, True))
plain = User.objects.get(username="plain")
expect("plain is no staff", (plain.is_staff, plain.is_superuser), (False, False))
expect("inactive is inactive", User.objects.get(username="inactive").is_active, False)
expect("locked_out has no password", User.objects.get(username="locked_out").has_usable_password(), False)
for user in User.objects.filter(username__in=[name for name, _ in OPENS + REFUSED]):
    user.full_clean(exclude=["password", "groups", "user_permissions"])
    expect(f"{user.username} joined at a time with a zone", user.date_joined.tzinfo is not None)

print(
    f"Django {django.get_version()}, Python {sys.version.split()[0]}: "
    f"{checks - len(failures)} of {checks} checks passed"
)
for failure in failures:
    print(f"  {failure}", file=sys.stderr)
sys.exit(1 if failures else 0)
