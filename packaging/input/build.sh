#!/bin/sh
# Builds assets/input and the font of rare characters. Arguments go to build.py.
# INPUT_WORK names the folder for the environment and the packages
# (default: target/input, which git does not see).
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH= cd -- "$here/../.." && pwd)
work=${INPUT_WORK:-$root/target/input}
packages="rime-data-pinyin-simp unicode-data fonts-babelstone-han sunpinyin-data"

for tool in python3 apt-get dpkg; do
    command -v "$tool" >/dev/null || {
        echo "build.sh: $tool is missing (this runs on Debian)" >&2
        exit 1
    }
done

mkdir -p "$work/debian"
[ -x "$work/venv/bin/python" ] || python3 -m venv "$work/venv"
if ! cmp -s "$here/requirements.txt" "$work/installed.txt"; then
    "$work/venv/bin/pip" install --quiet -r "$here/requirements.txt"
    cp "$here/requirements.txt" "$work/installed.txt"
fi
for package in $packages; do
    [ -d "$work/debian/$package" ] && continue
    (cd "$work/debian" && rm -f "${package}"_*.deb && apt-get download -q "$package")
    dpkg -x "$work/debian/${package}"_*.deb "$work/debian/$package"
done

INPUT_WORK=$work exec nice -n 10 "$work/venv/bin/python" "$here/build.py" "$@"
