#!/usr/bin/env bash
# See scripts/interop. Takes the path of the command.
set -euo pipefail
cd "$(dirname "$0")/../.."

devdata=$1
versions=${DJANGO_VERSIONS:-4.2 5.2}
checks=$PWD/scripts/interop.d
for version in $versions; do
  # A folder of its own for each: Django changes what it reads.
  work=$PWD/target/interop/$version
  python=$work/venv/bin/python
  rm -rf "$work/site"
  mkdir -p "$work/site"
  if [ ! -x "$python" ] || ! "$python" -c 'import django, pymysql' 2>/dev/null; then
    python3 -m venv --clear "$work/venv"
    "$work/venv/bin/pip" install --quiet --disable-pip-version-check "Django~=$version.0" PyMySQL
  fi
  cp "$checks/top.yaml" "$checks/users.yaml" "$work/site"
  (
    cd "$work/site"
    "$devdata" --quiet db start
    trap '"$devdata" --quiet db stop' EXIT
    "$devdata" --quiet load top.yaml
    "$python" "$checks/check.py" .devdata/mariadb
    "$devdata" --quiet plan --detailed-exitcode top.yaml
    echo "after the log-ins the plan is still empty"
  )
done
