#!/usr/bin/env bash
# See scripts/interop. Takes the path of the command. ERB names another version of the package.
set -euo pipefail
cd "$(dirname "$0")/../.."

devdata=$1
checks=$PWD/scripts/interop.d/tracking
work=$PWD/target/interop/tracking
python=$work/venv/bin/python
package="edx-event-routing-backends${ERB:+==$ERB}"
rm -rf "$work/out"
mkdir -p "$work/out"
if [ ! -x "$python" ] || ! "$python" -c 'import event_routing_backends' 2>/dev/null; then
  python3 -m venv --clear "$work/venv"
  "$work/venv/bin/pip" install --quiet --disable-pip-version-check "$package" 'Django>=5.2,<5.3'
fi
version=$("$python" -c 'from importlib.metadata import version; print(version("edx-event-routing-backends"))')
cd "$work/out"
export TRANSFORMER=event-routing-backends@$version
for BACKEND in csv tracking; do
  export BACKEND
  "$devdata" --quiet load-db --config_file "$checks/life.yaml"
done
"$python" "$checks/transform.py" tracking csv http://localhost:18000
