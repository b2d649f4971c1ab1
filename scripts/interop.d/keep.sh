#!/usr/bin/env bash
# See scripts/interop. Takes the path of the command.
set -euo pipefail
cd "$(dirname "$0")/../.."

export DEVDATA=$1
checks=$PWD/scripts/interop.d/keep
work=$PWD/target/interop/keep
mkdir -p "$work/site"
# shellcheck source=content/lib.sh
. "$checks/../content/lib.sh" "$work"

# ALL=1: with the apps of enterprises, of open response assessment and of LTI, some minutes for each server.
venv=$work/venv requirements=requirements.txt modules='django, pymysql, openedx_content, wiki'
if [ -n "${ALL:-}" ]; then
  venv=$work/venv-all requirements=requirements-all.txt modules+=', enterprise, openassessment, lti_consumer'
fi
if ! "$venv/bin/python" -c "import $modules" 2>/dev/null; then
  "$python" -m venv --clear "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r "$checks/$requirements"
fi
# KeepListTest holds the keep-lists against these tables.
tables=$PWD/src/test/resources/org/openedx/devdata/jdbc/keeplist/migrated.txt

# shellcheck source=keep/snapshot.sh
. "$checks/snapshot.sh"

look() { "$venv/bin/python" "$checks/tables.py" "$@"; }
empty() {
  DEVDATA_LMS_URL="jdbc:mysql://$DEVDATA_DB_HOST:$DEVDATA_DB_PORT/$DEVDATA_DB_NAME" \
    DEVDATA_LMS_USER=$DEVDATA_DB_USER DEVDATA_LMS_PASSWORD=$DEVDATA_DB_PASSWORD \
    "$devdata" "$@" empty --only lms --yes
}

# A database that the real packages migrate; what they put there stays, all else goes.
check() { # host port user password
  export DEVDATA_DB_HOST=$1 DEVDATA_DB_PORT=$2 DEVDATA_DB_USER=$3 DEVDATA_DB_PASSWORD=$4 DEVDATA_DB_NAME=keep_site
  "$venv/bin/python" -c '
import os, pymysql
server = pymysql.connect(host=os.environ["DEVDATA_DB_HOST"], port=int(os.environ["DEVDATA_DB_PORT"]),
    user=os.environ["DEVDATA_DB_USER"], password=os.environ["DEVDATA_DB_PASSWORD"])
server.cursor().execute("DROP DATABASE IF EXISTS keep_site")
server.cursor().execute("CREATE DATABASE keep_site CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci")'
  (cd "$work" && PYTHONPATH=$checks "$venv/bin/python" -W ignore "$checks/keep_site.py" migrate)
  look known "$tables" || bad "tables that KeepListTest does not know"
  look state "$work/migrated"
  empty --quiet >/dev/null
  look state "$work/emptied"
  # Counters of tables that have no rows begin again, also where migrations have made rows and removed them.
  diff <(cut -d' ' -f1-3 "$work/migrated") <(cut -d' ' -f1-3 "$work/emptied") >&2 || bad "empty takes what migrations made"
  say "nothing of $(wc -l <"$work/migrated") freshly migrated tables goes"
  look fill 3
  snapshots
  empty >"$work/report"
  grep -q 'apps that devdata does not know' "$work/report" && { cat "$work/report" >&2; bad "tables that no list knows"; }
  look whole || bad "references lead nowhere"
  look state "$work/again"
  diff "$work/emptied" "$work/again" >&2 || bad "filled and emptied differs from migrated"
  say "filled and emptied: every table as migrated"
}

(
  cd "$work/site"
  "$devdata" --quiet db start
  trap '"$devdata" --quiet db stop' EXIT
  echo "emptying on MariaDB"
  # Its migration for MariaDB looks for a column that no table of it has.
  export DEVDATA_WITHOUT=submissions
  check 127.0.0.1 "$(sed -n 's/^port=//p' .devdata/mariadb/server.properties)" root "$(cat .devdata/mariadb/password)"
  exit "$failed"
)
if [[ ${DEVDATA_TEST_MYSQL_URL:-} =~ ^jdbc:mysql://([^:/]+):([0-9]+)/.*user=([^\&]+)\&password=(.*)$ ]]; then
  echo "emptying on MySQL"
  check "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}" "${BASH_REMATCH[3]}" "${BASH_REMATCH[4]}"
fi
exit "$failed"
