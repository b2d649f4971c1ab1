#!/usr/bin/env bash
# Lives to nowhere against as many statements of the mix, in turns, one thread and 256 MB: processor time by
# statement; then how well clicks say who will pass. Usage: lives.sh LEARNERS
set -euo pipefail
cd "$(dirname "$0")/../.."

. scripts/lives.d/make.sh
learners=$1
work=$PWD/target/bench/lives
rounds=3
rm -rf "$work"
mkdir -p "$work"
export DEVDATA_OPTS=-Xmx256m

# Prints a configuration of the courses, without what makes their statements.
world() {
  printf '%s\n' 'backend: discard' 'threads: 1' 'seed: 20260101' 'lms_url: http://localhost:18000' \
    'start_date: 2025-01-01' 'end_date: 2026-01-01' 'course_length_days: 120' 'num_organizations: 3' \
    "num_actors: $learners" 'num_course_sizes: {course: 6}' 'course_size_makeup:' \
    "  course: {actors: $learners, problems: 90, videos: 60, chapters: 12, sequences: 36, verticals: 120, forum_posts: 80}"
}
for answers in false true; do
  { world && printf 'model: life\nanswers: %s\n' "$answers"; } >"$work/$answers.yaml"
done

# Writes statements and seconds of processor time of a run behind a file.
run() {
  local TIMEFORMAT='%U %S' used
  used=$({ time (cd "$work" && "$devdata" load-db --config_file "$1.yaml" >"$1.log" 2>&1); } 2>&1)
  echo "$(sed -n 's/^Made: \([0-9,]*\) statements.*/\1/p' "$work/$1.log" | tr -d ,) $used" >>"$work/$1.times"
}
run false
statements=$(awk 'END { print $1 }' "$work/false.times")
{ world && printf 'batch_size: 1000\nnum_xapi_batches: %d\n' $(((statements + 999) / 1000)); } >"$work/mix.yaml"
for _ in $(seq "$rounds"); do
  run false
  run mix
  run true
done
each() { awk '{ print ($2 + $3) * 1e9 / $1 }' "$work/$1.times" | sort -n | sed -n 2p; }
awk -v life="$(each false)" -v mix="$(each mix)" -v answers="$(each true)" -v statements="$statements" 'BEGIN {
  printf "%d statements of lives to nowhere: %.0f ns of processor a statement, the mix %.0f, ratio %.2f (at most 1.50); with answers %.2f\n",
    statements, life, mix, life / mix, answers / mix
}'

lives open $((learners < 2500 ? learners : 2500))
lives campus 300
lives company 300
"$python" -B scripts/lives.d/predict.py "$lives_folder" open campus company
