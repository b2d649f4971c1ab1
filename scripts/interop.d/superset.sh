#!/usr/bin/env bash
# Lets the data sets of Superset ask the embedded ClickHouse. Tutor's Aspects plug-in, from the Python package
# index, is rendered by Tutor with the values of a new site; each query that it gives Superset runs on what loads
# have made, over tables of the form of dbt's: a mix, and lives of a configuration of journeys. The plug-in's own
# check-known-answers then holds the charts of these lives against what the load knew.
#
# Usage: superset.sh DEVDATA. ASPECTS_VERSION names another version than the newest that was looked at.
set -euo pipefail
cd "$(dirname "$0")/../.."

devdata=$1
files=$PWD/scripts/interop.d/superset
version=${ASPECTS_VERSION:-6.1.0}
work=$PWD/target/interop/superset
venv=$work/venv-$version
rm -rf "$work/site" "$work/tutor"
mkdir -p "$work/site" "$work/tutor/plugins"
if ! "$venv/bin/python" -c 'import clickhouse_connect, tutoraspects' 2>/dev/null; then
  python3 -m venv --clear "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check "tutor-contrib-aspects==$version" clickhouse-connect
fi

export TUTOR_ROOT=$work/tutor TUTOR_PLUGINS_ROOT=$work/tutor/plugins
{ "$venv/bin/tutor" plugins enable aspects && "$venv/bin/tutor" config save; } >"$work/tutor/said" 2>&1 ||
  { cat "$work/tutor/said" >&2; exit 1; }
plugin=$work/tutor/env/plugins/aspects
assets=$plugin/build/aspects-superset/openedx-assets/assets
journeys=$PWD/example_configs/journeys.yaml

cd "$work/site"
address=$("$devdata" db start aspects | sed -nE 's|.* (http://[^, ]+).*|\1|p')
trap '"$devdata" --quiet db stop aspects' EXIT
"$devdata" --quiet aspects init >/dev/null
"$devdata" --quiet load-db --config_file "$files/load.yaml" --target embedded >/dev/null
"$devdata" --quiet load-db --config_file "$journeys" --target embedded >/dev/null
"$devdata" --quiet db sql aspects <"$files/reports.sql" >/dev/null
DEVDATA_PASSWORD=$(cat .devdata/clickhouse/password)
export DEVDATA_PASSWORD
"$venv/bin/python" "$files/datasets.py" "$assets/datasets" "$address"
"$venv/bin/python" "$files/answers.py" "$assets" "$plugin/apps/superset/pythonpath" "$address"
