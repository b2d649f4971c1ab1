#!/usr/bin/env bash
# Measures snapshots against the server's own clients, in turns, on one MySQL or MariaDB:
#   MYSQL_PWD=… scripts/bench.d/snapshots.sh HOST PORT USER [ACCOUNTS] [ROUNDS]
# 100,000 accounts make 5 million rows. Makes the database devdata_bench and drops it at the end.
# Needs mysqldump and mysql (Debian: mariadb-client or mysql-client) and zstd.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "$0")/../.."
host=$1 port=$2 user=$3 accounts=${4:-100000} rounds=${5:-3}
export MYSQL_PWD
database=devdata_bench
work=$(mktemp -d "${TMPDIR:-/tmp}/snapshots.XXXXXX")
devdata=${DEVDATA:-$PWD/target/devdata/bin/devdata}
account=(--host="$host" --port="$port" --user="$user" --ssl=0)
export DEVDATA_LMS_URL="jdbc:mysql://$host:$port/$database" DEVDATA_LMS_USER=$user DEVDATA_LMS_PASSWORD=$MYSQL_PWD
sql() { mysql "${account[@]}" "$@"; }
finish() {
  sql -e "DROP DATABASE IF EXISTS $database" || true
  rm -rf "$work"
}
trap finish EXIT
sql -e "DROP DATABASE IF EXISTS $database; CREATE DATABASE $database CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci"
{ echo "SET @accounts = $accounts;" && cat scripts/bench.d/snapshots.sql; } | sql "$database"
tables=$(sql -N -e "SELECT table_name FROM information_schema.tables WHERE table_schema = '$database'")
sql "$database" -e "ANALYZE TABLE $(echo "$tables" | paste -sd,)" >/dev/null
checksums() { for table in $tables; do sql -N "$database" -e "CHECKSUM TABLE $table"; done; }
before=$(checksums)

# Processor seconds of the server so far, where it runs on this machine: SERVER_PID names its process.
server_seconds() {
  [ -n "${SERVER_PID:-}" ] || { echo 0; return; }
  # Fields after the name, which may hold spaces.
  sed 's/.*) //' "/proc/$SERVER_PID/stat" | awk -v ticks="$(getconf CLK_TCK)" '{ printf "%.2f\n", ($12 + $13) / ticks }'
}
# Notes what a command takes: wall clock, own processor time, the server's.
measure() { # measure NAME COMMAND...
  local name=$1 server
  shift
  server=$(server_seconds)
  TIMEFORMAT='%R %U %S'
  { time "$@" 2>"$work/err" >&2; } 2>"$work/time" || { cat "$work/err" >&2; return 1; }
  awk -v name="$name" -v before="$server" -v after="$(server_seconds)" \
    '{ printf "%s %.2f %.2f %.2f\n", name, $1, $2 + $3, after - before }' "$work/time" | tee -a "$work/times"
}
# Median of ratios of each round's wall clock and processor time: NAME, BASELINE, what is aimed at.
ratio() {
  awk -v one="$1" -v other="$2" -v aim="$3" '
    function median(list, n,   i, j, t) {
      for (i = 1; i < n; i++) for (j = i + 1; j <= n; j++) if (list[j] < list[i]) { t = list[i]; list[i] = list[j]; list[j] = t }
      return list[int((n + 1) / 2)]
    }
    $1 == one { wall[++n] = $2; cpu[n] = $3 + $4 }
    $1 == other { base[++m] = $2; basecpu[m] = $3 + $4 }
    END {
      for (i = 1; i <= n; i++) { w[i] = base[i] / wall[i]; c[i] = basecpu[i] / cpu[i] }
      printf "%s: %.2f times as fast as %s; %.2f of processor time, server included (at least %s)\n", one, median(w, n), other, median(c, n), aim
    }' "$work/times"
}
dump() { mysqldump "${account[@]}" --single-transaction --quick "$database" | zstd -q -f -o "$work/dump.sql.zst"; }
load_dump() { zstd -dc "$work/dump.sql.zst" | sql "$database"; }
save() { (cd "$work" && rm -rf s && "$devdata" snapshot save s --only lms --into "$work/s" -q); }
restore() { (cd "$work" && "$devdata" snapshot restore s --only lms --into "$work/s" --yes -q); }
clear_rows() {
  for table in $tables; do sql "$database" -e "SET foreign_key_checks = 0; TRUNCATE $table"; done
}
same() { [ "$(checksums)" = "$before" ] || { echo "rows differ after $1" >&2; exit 1; }; }
edit() {
  sql "$database" -e "UPDATE courseware_studentmodule SET grade = 0.5 WHERE id % 1000 = 7;
    DELETE FROM grades_persistentsubsectiongrade WHERE id % 1000 = 3;
    UPDATE auth_user SET last_name = 'Changed' WHERE id % 500 = 1"
}
for round in $(seq "$rounds"); do
  echo "round $round: what, seconds, processor seconds of the client, of the server"
  measure dump dump
  measure save save
  echo "sizes: $(stat -c %s "$work/dump.sql.zst") and $(du -sb "$work/s" | cut -f1) bytes"
  clear_rows
  measure load-dump load_dump
  same "the dump"
  clear_rows
  measure restore restore
  same "the snapshot"
  edit
  measure restore-edits restore
  same "the second restore"
done
ratio save dump 2
ratio restore load-dump 3
ratio restore-edits load-dump 3
