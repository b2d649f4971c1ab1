# Sourced by scripts/pictures and scripts/bench, from the root of the sources. Sets python, which has what the
# programs here import, and gives lives SET LEARNERS, which makes a world in target/lives/SET.
# shellcheck shell=bash
devdata=$PWD/target/devdata/bin/devdata
[ -x "$devdata" ] || make --silent build
lives_folder=$PWD/target/lives
python=$lives_folder/venv/bin/python
mkdir -p "$lives_folder"
if ! "$python" -c 'import matplotlib, sklearn' 2>/dev/null; then
  python3 -m venv --clear "$lives_folder/venv"
  "$lives_folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    'matplotlib==3.10.9' 'scikit-learn==1.9.1'
fi

lives() {
  rm -rf "${lives_folder:?}/$1"
  mkdir "$lives_folder/$1"
  sed -e "s/@SET@/$1/" -e "s/@LEARNERS@/$2/" scripts/lives.d/world.yaml >"$lives_folder/$1/load.yaml"
  (cd "$lives_folder/$1" && "$devdata" --quiet load-db --config_file load.yaml >/dev/null)
}
