#!/usr/bin/env bash
# See scripts/interop. Takes the path of the command.
set -euo pipefail
cd "$(dirname "$0")/../.."

devdata=$1
checks=$PWD/scripts/interop.d
# Authored content: migrations and repairs against openedx-learning and openedx-core.
work=$PWD/target/interop/content
mkdir -p "$work/site"
check() { # host port user password: on that server
  local server=(DEVDATA="$devdata" DEVDATA_DB_HOST="$1" DEVDATA_DB_PORT="$2" DEVDATA_DB_USER="$3" DEVDATA_DB_PASSWORD="$4")
  env "${server[@]}" "$checks/content/layouts" "$work"
  env "${server[@]}" "$checks/content/releases" "$work"
}

(
  cd "$work/site"
  "$devdata" --quiet db start
  trap '"$devdata" --quiet db stop' EXIT
  echo "authored content on MariaDB"
  check 127.0.0.1 "$(sed -n 's/^port=//p' .devdata/mariadb/server.properties)" root "$(cat .devdata/mariadb/password)"
)
if [[ ${DEVDATA_TEST_MYSQL_URL:-} =~ ^jdbc:mysql://([^:/]+):([0-9]+)/.*user=([^\&]+)\&password=(.*)$ ]]; then
  echo "authored content on MySQL"
  check "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}" "${BASH_REMATCH[3]}" "${BASH_REMATCH[4]}"
fi
