#!/usr/bin/env bash
# Loads into a site where dbt has run: models after those of dbt 8.0 and 8.1, which keep what they find in
# dictionaries and in tables that timers fill, are there before the rows come. For each way of loading, what
# the triggers have kept is what a rebuild makes of all that is there, and `aspects verify` says so.
#
# Usage: aspects.sh DEVDATA
set -euo pipefail
cd "$(dirname "$0")/../.."

devdata=$1
root=$PWD
models=$root/src/test/resources/org/openedx/devdata/service/aspects/models.sql
files=$root/scripts/interop.d/aspects
work=

stop() {
  [ -z "$work" ] || (cd "$work" && "$devdata" --quiet db stop aspects) || true
}
trap stop EXIT

sql() {
  "$devdata" --quiet db sql aspects "$1" | sed -n '3p' | tr -s ' '
}

# What triggers have kept: rows, rows without a name, a sum over all.
kept() {
  sql "SELECT count(), countIf(problem_name = ''), sum(cityHash64(problem_id, actor_id, problem_name, graded))
    FROM reporting.dim_learner_last_response FINAL"
  sql "SELECT count(), sum(cityHash64(problem_id, actor_id, problem_name))
    FROM reporting.dim_subsection_problem_results FINAL"
}

# begin RELEASE DATABASE WAY: a new site with the models of a release on the statements of a database.
begin() {
  stop
  work=$root/target/interop/aspects-$1-$3
  rm -rf "$work"
  mkdir -p "$work"
  cp "$files"/*.yaml "$work"
  cd "$work"
  "$devdata" --quiet db start aspects
  "$devdata" --quiet aspects init >/dev/null
  awk -v release="$1" '/^-- only /{skip = $3 != release; next} /^-- end/{skip = 0; next} !skip' "$models" |
    sed "s/{x}/$2/g; s/{s}/event_sink/g; s/{r}/reporting/g" | "$devdata" --quiet db sql aspects >/dev/null
}

load() {
  case $1 in
    spec) "$devdata" --quiet load top.yaml ;;
    csv) sed -i "s/@BACKEND@/csv/; s/@AFTER@/true/" load.yaml ;;
    *) sed -i "s/@BACKEND@/$1/; s/@AFTER@/false/" load.yaml ;;
  esac
  [ "$1" = spec ] || "$devdata" --quiet load-db --config_file load.yaml --target embedded
}

for site in 8.0:xapi 8.1:openedx; do
  release=${site%:*}
  for way in clickhouse csv spec; do
    begin "$release" "${site#*:}" "$way"
    load "$way" >/dev/null 2>said || { cat said >&2; exit 1; }
    before=$(kept)
    if [ "$release" != 8.0 ]; then
      grep -q 'rebuild --history' said
      "$devdata" --quiet aspects rebuild --history >/dev/null 2>&1
    fi
    "$devdata" --quiet aspects verify >verified || { cat verified >&2; exit 1; }
    "$devdata" --quiet aspects rebuild >/dev/null 2>&1
    [ "$before" = "$(kept)" ] || { printf 'dbt %s, %s:\n%s\nnot\n%s\n' "$release" "$way" "$before" "$(kept)" >&2; exit 1; }
    echo "$before" | grep -q '^ *[1-9][0-9]* 0 ' || { echo "answers without names: $before" >&2; exit 1; }
    echo "dbt $release, $way: triggers have kept what a rebuild makes"
  done
done
