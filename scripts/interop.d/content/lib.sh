# shellcheck shell=bash
# Functions that the checks of authored content share; sourced with the work folder as $1.
#
# Needs Python 3.12 or later with venv (PYTHON names it); fetches openedx-learning and openedx-core with pip.
work=$(realpath "$1")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
devdata=${DEVDATA:-$(cd "$here/../../.." && pwd)/target/devdata/bin/devdata}
failed=0

say() { printf '%s\n' "$*"; }
bad() { printf 'FAILED: %s\n' "$*" >&2; failed=1; }

python=${PYTHON:-}
if [ -z "$python" ]; then
  for candidate in python3.12 python3.13 python3.14 python3 "$HOME"/.pyenv/versions/3.1[234]*/bin/python; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; then
      python=$candidate
      break
    fi
  done
fi
if [ -z "$python" ]; then
  say "authored content is NOT checked against the real packages: they need Python 3.12 (PYTHON=/path/to/python)"
  # In continuous integration what is missing is a failure.
  if [ "${CI:-}" = true ]; then exit 1; fi
  exit 0
fi

install() { # name requirement: a virtual environment of that name with a release
  local venv=$work/venv/$1
  if ! "$venv/bin/python" -c 'import django, pymysql' 2>/dev/null; then
    say "installing $2"
    "$python" -m venv --clear "$venv"
    # setuptools: what it contained before Python 3.12 is still asked for.
    "$venv/bin/pip" install --quiet --disable-pip-version-check "$2" 'Django~=5.2.0' PyMySQL setuptools
  fi
}

manage() { # layout database arguments
  local layout=$1
  DEVDATA_DB_NAME=$2 "$work/venv/$layout/bin/python" "$here/content_site.py" "$work/media" "${@:3}"
}
compare() { "$work/venv/L1/bin/python" "$here/compare.py" "$@"; }
same() { # database, database, what to say if they are, if not
  if compare "$1" "$2"; then say "$3"; else bad "$4"; fi
}
sql() { "$work/venv/L1/bin/python" "$here/run_sql.py" "$@"; }
fresh() { sql '' "DROP DATABASE IF EXISTS $1" "CREATE DATABASE $1 CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci"; }
content() { # database command...
  DEVDATA_CONTENT_URL="jdbc:mysql://${DEVDATA_DB_HOST:-127.0.0.1}:$DEVDATA_DB_PORT/$1" \
    DEVDATA_CONTENT_USER=${DEVDATA_DB_USER:-root} DEVDATA_CONTENT_PASSWORD=${DEVDATA_DB_PASSWORD:-} \
    "$devdata" --quiet content "${@:2}"
}
nothing_left() { # layout database
  manage "$1" "$2" migrate --plan | grep -q 'No planned migration operations' || bad "Django has something to do in $2"
}
copy() { sql "$2" copy "$1"; }
add_ada() { # database
  sql "$1" "INSERT INTO auth_user (username, password, email, first_name, last_name, is_active, is_staff,
    is_superuser, date_joined) VALUES ('ada', '', 'ada@example.com', '', '', 1, 0, 0, '2026-01-01')"
}
