#!/bin/sh
# Builds the voice pack into assets/voice. Arguments go to build.py.
# VOICE_WORK names the folder for the environment and the model
# (default: target/voice, which git does not see).
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH= cd -- "$here/../.." && pwd)
work=${VOICE_WORK:-$root/target/voice}

for tool in python3 npm oggenc; do
    command -v "$tool" >/dev/null || {
        echo "build.sh: $tool is missing (Debian: python3-venv npm vorbis-tools)" >&2
        exit 1
    }
done

mkdir -p "$work"
[ -x "$work/venv/bin/python" ] || python3 -m venv "$work/venv"
if ! cmp -s "$here/requirements.txt" "$work/installed.txt"; then
    "$work/venv/bin/python" -m pip install --quiet --no-deps -r "$here/requirements.txt"
    cp "$here/requirements.txt" "$work/installed.txt"
fi
if [ ! -d "$work/kokoro-js/package/voices" ]; then
    mkdir -p "$work/kokoro-js"
    (cd "$work/kokoro-js" && npm pack --silent kokoro-js@1.2.1 >/dev/null && tar xzf kokoro-js-1.2.1.tgz)
fi

VOICE_WORK=$work exec nice -n 10 "$work/venv/bin/python" "$here/build.py" "$@"
