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

seconds() { # seconds COMMAND...: prints how long it takes
  local start
  start=$(date +%s%N)
  "$@" >&2
  awk -v ns=$(($(date +%s%N) - start)) 'BEGIN { printf "%.1f\n", ns / 1e9 }'
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
  theirs=$(seconds dump)
  ours=$(seconds save)
  echo "round $round: dump | zstd $theirs s, snapshot save $ours s; sizes $(stat -c %s "$work/dump.sql.zst") and $(du -sb "$work/s" | cut -f1) bytes"
  clear_rows
  theirs=$(seconds load_dump)
  same "the dump"
  clear_rows
  ours=$(seconds restore)
  same "the snapshot"
  echo "round $round: into empty tables: dump $theirs s, snapshot restore $ours s"
  edit
  ours=$(seconds restore)
  same "the second restore"
  echo "round $round: after edits of every thousandth row: snapshot restore $ours s (a dump takes as long as before)"
done
