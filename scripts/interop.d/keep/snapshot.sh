# shellcheck shell=bash
# Snapshots of a database that the real packages migrate; sourced by keep.sh, whose functions it uses.

# Restores that are killed; ten times as many with ALL=1.
kills=$((${ALL:+10} + 3))

snapshot() {
  DEVDATA_LMS_URL="jdbc:mysql://$DEVDATA_DB_HOST:$DEVDATA_DB_PORT/$DEVDATA_DB_NAME" \
    DEVDATA_LMS_USER=$DEVDATA_DB_USER DEVDATA_LMS_PASSWORD=$DEVDATA_DB_PASSWORD \
    "$devdata" --quiet snapshot "$@" --only lms --into "$work/snapshots"
}
edit() { "$venv/bin/python" "$checks/edits.py" "$@"; }
as_saved() { # what to say if every table and counter is
  look state "$work/restored"
  if cmp -s "$work/saved" "$work/restored"; then
    say "$1"
  else
    diff "$work/saved" "$work/restored" >&2 || true
    bad "not as saved: $1"
  fi
}

# save -> twenty random edits -> diff names just those -> restore -> every checksum as before; then with kill -9.
snapshots() {
  local attempt pid
  rm -rf "$work/snapshots"
  look state "$work/saved"
  snapshot save before >/dev/null
  snapshot diff before || bad "differences where there are none"
  edit make 1 20 "$work/edits"
  snapshot diff before --format json >"$work/diff.json" && bad "no differences after edits"
  edit named "$work/edits" <"$work/diff.json" || bad "diff names other rows than were edited"
  snapshot restore before --yes >/dev/null
  as_saved "twenty edits are taken back"
  for attempt in $(seq "$kills"); do
    edit make "$((100 + attempt))" 60 "$work/edits"
    snapshot restore before --yes >/dev/null 2>&1 &
    pid=$!
    sleep "$((RANDOM % 4)).$((RANDOM % 10))"
    kill_all "$pid"
    wait "$pid" 2>/dev/null || true
    snapshot restore before --yes >/dev/null 2>&1
    as_saved "killed and restored again, $attempt"
  done
}

# A process and those that it has started.
kill_all() {
  local child
  for child in $(pgrep -P "$1"); do kill_all "$child"; done
  kill -KILL "$1" 2>/dev/null || true
}
