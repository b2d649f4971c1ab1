"""Restores one archive with upstream's loader and with devdata, and says how long each took.

Usage: restore_speed.py DEVDATA FOLDER UPSTREAM_DATABASE DEVDATA_DATABASE

COMPONENTS (1000) says how many components the archive has. Times are those of the restoring itself: without the start of
Python and Django, and without that of Java, which is shown, too. Aimed at is 30 times as fast; on a busy machine it is shown
and no failure, unless LEAST says how many times as fast devdata has to be.
"""

import importlib.util
import json
import os
import pathlib
import subprocess
import sys
import time
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
KEY = "lib:Interop:speed"
devdata, folder, upstream_database, devdata_database = sys.argv[1:]
components = int(os.environ.get("COMPONENTS", "1000"))
folder = pathlib.Path(folder)
folder.mkdir(parents=True)
archive = folder / "speed.zip"

WHEN = "2026-01-02T03:04:05Z"
with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as out:
    out.writestr(
        "package.toml",
        f"[meta]\nformat_version = 1\ncreated_at = {WHEN}\n"
        f'[learning_package]\ntitle = "Speed"\nkey = "{KEY}"\ndescription = ""\ncreated = {WHEN}\nupdated = {WHEN}\n',
    )
    for n in range(components):
        base = f"entities/xblock.v1/problem/p{n}"
        out.writestr(
            f"{base}.toml",
            f'[entity]\ncan_stand_alone = true\nkey = "xblock.v1:problem:p{n}"\ncreated = {WHEN}\n'
            "[entity.draft]\nversion_num = 2\n[entity.published]\nversion_num = 1\n"
            f'[[version]]\ntitle = "Problem {n}, again"\nversion_num = 2\n'
            f'[[version]]\ntitle = "Problem {n}"\nversion_num = 1\n',
        )
        for version in (1, 2):
            place = f"{base}/component_versions/v{version}"
            out.writestr(f"{place}/block.xml", f"<problem>What is {n} + {version}?</problem>")
            for name in "ab":
                out.writestr(f"{place}/static/{name}.txt", f"{name} of {n}, version {version}\n" * 20)

os.environ["DEVDATA_DB_NAME"] = upstream_database
spec = importlib.util.spec_from_file_location("content_site", HERE / "content_site.py")
site = importlib.util.module_from_spec(spec)
spec.loader.exec_module(site)
site.configure(str(folder / "upstream"))
from openedx_content import api  # noqa: E402

from django.contrib.auth import get_user_model  # noqa: E402

ada = get_user_model().objects.get(username="ada")
start = time.monotonic()
result = api.load_learning_package(str(archive), KEY, ada)
theirs = time.monotonic() - start
if result.get("status") != "success":
    sys.exit(f"upstream's loader: {result}")


def run(*arguments):
    begin = time.monotonic()
    done = subprocess.run([devdata, *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"devdata {' '.join(arguments)}: {done.stderr}")
    return time.monotonic() - begin, done.stdout


media = ["--media-root", str(folder / "devdata")]
whole, output = run("content", "restore", str(archive), *media, "--by", "ada", "--format", "json")
ours = json.loads(output)["seconds"]
least = float(os.environ.get("LEAST", "0"))
print(
    f"{components} components restored: upstream {theirs:.1f} s, devdata {whole:.1f} s with the start of Java,"
    f" {ours:.2f} s without; {theirs / whole:.0f} and {theirs / ours:.0f} times faster (aim: 30)"
)
if theirs / ours < least:
    sys.exit("slower than aimed at")
