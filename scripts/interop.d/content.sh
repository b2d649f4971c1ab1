#!/usr/bin/env bash
# See scripts/interop. Takes the path of the command.
set -euo pipefail
cd "$(dirname "$0")/../.."

devdata=$1
checks=$PWD/scripts/interop.d
# Authored content: migrations and repairs against openedx-learning and openedx-core.
work=$PWD/target/interop/content
mkdir -p "$work/site"
(
  cd "$work/site"
  "$devdata" --quiet db start
  trap '"$devdata" --quiet db stop' EXIT
  DEVDATA_DB_PORT=$(sed -n 's/^port=//p' .devdata/mariadb/server.properties)
  DEVDATA_DB_PASSWORD=$(cat .devdata/mariadb/password)
  export DEVDATA_DB_PORT DEVDATA_DB_PASSWORD
  echo "authored content on MariaDB"
  DEVDATA=$devdata "$checks/content/layouts" "$work"
  DEVDATA=$devdata "$checks/content/releases" "$work"
)
if [[ ${DEVDATA_TEST_MYSQL_URL:-} =~ ^jdbc:mysql://([^:/]+):([0-9]+)/.*user=([^\&]+)\&password=(.*)$ ]]; then
  echo "authored content on MySQL"
  export DEVDATA_DB_HOST=${BASH_REMATCH[1]} DEVDATA_DB_PORT=${BASH_REMATCH[2]}
  export DEVDATA_DB_USER=${BASH_REMATCH[3]} DEVDATA_DB_PASSWORD=${BASH_REMATCH[4]}
  DEVDATA=$devdata "$checks/content/layouts" "$work"
  DEVDATA=$devdata "$checks/content/releases" "$work"
fi
