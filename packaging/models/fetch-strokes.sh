#!/bin/sh
# Fetches strokes of 9,574 characters through npm, into target/strokes, for
# `cargo bench -p linli-input --bench handwriting`. They are measured with and not shipped.
# hanzi-writer-data: Arphic Public License, from Make Me a Hanzi.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH= cd -- "$here/../.." && pwd)
strokes=${LINLI_STROKES:-$root/target/strokes}

command -v npm >/dev/null || {
    echo "fetch-strokes.sh: npm is missing (Debian: npm)" >&2
    exit 1
}
mkdir -p "$strokes"
cd "$strokes"
npm pack --silent hanzi-writer-data@2.0.1 >/dev/null
tar xzf hanzi-writer-data-2.0.1.tgz --strip-components=1
rm hanzi-writer-data-2.0.1.tgz
