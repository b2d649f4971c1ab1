#!/usr/bin/env bash
# Lets a real Ralph judge what devdata makes for it. For each version: the server from the Python
# package index, writing into the embedded ClickHouse, is loaded through the ralph back end, and
# what is in the engine afterwards is compared with the CSV files of the same configuration.
# Ralph's own models judge statements of every type.
#
# Usage: ralph.sh DEVDATA. RALPH_VERSIONS names other versions than 4.1.0, which Aspects runs, and
# the newest that was looked at.
set -euo pipefail
cd "$(dirname "$0")/../.."

devdata=$1
versions=${RALPH_VERSIONS:-4.1.0 5.1.0}
checks=$PWD/scripts/interop.d
classes=$(dirname "$(dirname "$devdata")")/lib/'*'
fixtures=${DEVDATA_FIXTURES:-../shared/fixtures}/xapi_expected
password=only-for-this-check
server=
holder=

finish() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  exec 9>&- || true # The engine ends with its holder's standard input.
  [ -z "$holder" ] || wait "$holder" || true
}
trap finish EXIT

# Waits until a file has a line like this, and prints what its bracket holds.
wait_for() {
  for _ in $(seq 600); do
    found=$(sed -nE "s|$2|\\1|p" "$1" 2>/dev/null | head -n 1)
    [ -z "$found" ] || break
    sleep 0.1
  done
  [ -n "$found" ] || { cat "$1" >&2; echo "nothing like '$2' in $1 after a minute" >&2; exit 1; }
  echo "$found"
}

install_ralph() {
  python=$work/venv/bin/python
  if [ ! -x "$python" ] || ! "$python" -c 'import ralph.api.models' 2>/dev/null; then
    python3 -m venv --clear "$work/venv"
    # Its server needs requests without saying so.
    "$work/venv/bin/pip" install --quiet --disable-pip-version-check \
      "ralph-malph[backend-clickhouse,lrs]==$version" requests
  fi
}

start_engine() {
  mkfifo "$work/hold"
  java -cp "$classes" "$checks/HoldEngine.java" "$work/clickhouse" \
    <"$work/hold" >"$work/engine.log" &
  holder=$!
  exec 9>"$work/hold"
  database_port=$(wait_for "$work/engine.log" '^([0-9]+)$')
  XAPI_DB_LOAD_CLICKHOUSE_PASSWORD=$(cat "$work/clickhouse/password")
  export XAPI_DB_LOAD_CLICKHOUSE_PASSWORD
}

start_ralph() {
  "$python" - "$password" >"$work/auth.json" <<'PYTHON'
import json, sys, bcrypt

hashed = bcrypt.hashpw(sys.argv[1].encode(), bcrypt.gensalt(4)).decode()
agent = {"account": {"name": "__server_ralph", "homePage": "http://localhost"}}
print(json.dumps([{"username": "ralph", "hash": hashed, "scopes": ["all"], "agent": agent}]))
PYTHON
  RALPH_APP_DIR=$work RALPH_AUTH_FILE=$work/auth.json RALPH_RUNSERVER_BACKEND=clickhouse \
    RALPH_BACKENDS__LRS__CLICKHOUSE__HOST=127.0.0.1 \
    RALPH_BACKENDS__LRS__CLICKHOUSE__PORT=$database_port \
    RALPH_BACKENDS__LRS__CLICKHOUSE__USERNAME=default \
    RALPH_BACKENDS__LRS__CLICKHOUSE__PASSWORD="$XAPI_DB_LOAD_CLICKHOUSE_PASSWORD" \
    "$work/venv/bin/uvicorn" ralph.api:app --host 127.0.0.1 --port 0 --no-access-log \
    >"$work/ralph.log" 2>&1 9>&- &
  server=$!
  lrs_port=$(wait_for "$work/ralph.log" '.*running on http://127.0.0.1:([0-9]+) .*')
}

load() {
  (cd "$work" && XAPI_DB_LOAD_RALPH_PASSWORD=$password "$devdata" --quiet load-db --config_file "$1")
}

for version in $versions; do
  work=$PWD/target/interop/ralph-$version
  mkdir -p "$work"
  find "$work" -mindepth 1 -maxdepth 1 ! -name venv -exec rm -rf {} +
  install_ralph
  start_engine
  start_ralph
  echo "Ralph $version on ClickHouse:"
  sed "s/@LRS_PORT@/$lrs_port/; s/@DB_PORT@/$database_port/" "$checks/ralph.yaml" >"$work/all.yaml"

  case $version in
    4.*)
      # It wants URLs for objects; those of exams, and of problems that are completed, are bare usage keys.
      if load all.yaml 2>"$work/refused"; then
        echo "Ralph $version took what it should have refused" >&2
        exit 1
      fi
      grep -q 'refused statement .*object block-v1:.*: object.id: ' "$work/refused"
      echo "an exam is refused by name"
      "$work/venv/bin/python" -c "import urllib.request as u; u.urlopen('http://127.0.0.1:$database_port/?password=$XAPI_DB_LOAD_CLICKHOUSE_PASSWORD', b'TRUNCATE TABLE xapi.xapi_events_all')"
      grep -v -e Exam -e ProblemCompleted "$work/all.yaml" >"$work/ralph.yaml"
      ;;
    *)
      cp "$work/all.yaml" "$work/ralph.yaml"
      java -cp "$classes" "$checks/StatementsByType.java" "$work/all.yaml" 20 >"$work/types"
      "$python" "$checks/check_ralph.py" types "$work/types"
      [ ! -d "$fixtures" ] || "$python" "$checks/check_ralph.py" fixtures "$fixtures"
      ;;
  esac

  load ralph.yaml
  load ralph.yaml >"$work/again" # All of it is there already: Ralph answers 204.
  sed '/^lrs_/d; s/^backend: .*/backend: csv\ncsv_output_destination: csv\ncompression: none/' \
    "$work/ralph.yaml" >"$work/csv.yaml"
  load csv.yaml >"$work/csv.log"
  sums=$(sed -nE 's/^Made: .* checksum (.*)\.$/\1/p' "$work/again" "$work/csv.log" | sort -u)
  [ "$(echo "$sums" | wc -l)" = 1 ] || { echo "checksums differ: $sums" >&2; exit 1; }
  "$python" "$checks/check_ralph.py" stored "$work/csv/xapi.csv" "$database_port"

  kill "$server"
  wait "$server" || true
  server=
  exec 9>&-
  wait "$holder" || true
  holder=
done
