"""Prints, for each last migration of `openedx_content` that a release has, the latest such release.

Usage: last_migrations.py FOLDER, which keeps the wheels. Lines: REQUIREMENT APP.MIGRATION
"""

import pathlib
import re
import subprocess
import sys
import zipfile

PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
# The first release with the merged app; everything before has separate apps.
FIRST = {"openedx-learning": (0, 31, 0), "openedx-core": (0, 0, 0)}
folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)


def number(version):
    return tuple(int(part) for part in version.split("."))


def versions(package):
    text = subprocess.run([*PIP, "index", "versions", package], check=True, capture_output=True, text=True).stdout
    listed = re.search(r"Available versions: (.*)", text).group(1).split(", ")
    return sorted((v for v in listed if number(v) >= FIRST[package]), key=number)


def wheel(package, version):
    pattern = f"{package.replace('-', '_')}-{version}-*.whl"
    if not list(folder.glob(pattern)):
        subprocess.run([*PIP, "download", "--quiet", "--no-deps", "--dest", folder, f"{package}=={version}"], check=True)
    return next(folder.glob(pattern))


latest = {}
for package in FIRST:
    for version in versions(package):
        names = zipfile.ZipFile(wheel(package, version)).namelist()
        migrations = [m.group(1) for m in (re.search(r"openedx_content/migrations/(\d{4}_\w+)\.py$", n) for n in names) if m]
        if migrations:
            latest[max(migrations)] = f"{package}=={version}"
for migration, requirement in latest.items():
    print(requirement, f"openedx_content.{migration}")
