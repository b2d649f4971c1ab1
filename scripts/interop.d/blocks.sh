#!/usr/bin/env bash
# See scripts/interop. Takes the path of the command. ALL=1 opens ten times as many states.
set -euo pipefail
cd "$(dirname "$0")/../.."

devdata=$1
checks=$PWD/scripts/interop.d/blocks
work=$PWD/target/interop/blocks
python=$work/venv/bin/python
rm -rf "$work/site"
mkdir -p "$work/site"
if [ ! -x "$python" ] || ! "$python" -c 'import pymysql, xblock' 2>/dev/null; then
  python3 -m venv --clear "$work/venv"
  "$work/venv/bin/pip" install --quiet --disable-pip-version-check xblocks-contrib PyMySQL
fi
cd "$work/site"
"$python" "$checks/make.py" lms.yaml expected.json "$([ "${ALL:-}" ] && echo 6000 || echo 300)"
echo "- {ida: lms, path: lms.yaml}" >top.yaml
"$devdata" --quiet db start
trap '"$devdata" --quiet db stop' EXIT
"$devdata" --quiet load top.yaml
"$python" "$checks/check.py" .devdata/mariadb expected.json
"$devdata" --quiet plan --detailed-exitcode top.yaml
