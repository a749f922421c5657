#!/bin/sh
# Installs what the given job needs from Debian's packages: nothing if it is all there already.
# usage: install-deps.sh build|screen|test|writing
set -eu

# A C compiler for SQLite, and ALSA's headers for the voice.
build="build-essential pkg-config libasound2-dev"
# A window on a machine without a graphics card or a display, touched and photographed by script.
screen="$build xvfb xauth xdotool imagemagick libgl1-mesa-dri libegl1 libgl1 libxkbcommon-x11-0 libxcursor1 libxi6 libxrandr2"
# A real browser and a real speech service, driven by the tests.
test="$screen chromium chromium-driver speech-dispatcher speech-dispatcher-espeak-ng"

# What fetches the strokes and words that writing is measured with.
# npm may have come another way than from Debian.
writing="$build python3-venv"
command -v npm >/dev/null 2>&1 || writing="$writing npm"

case "${1:-build}" in
    build) wanted=$build ;;
    screen) wanted=$screen ;;
    test) wanted=$test ;;
    writing) wanted=$writing ;;
    *) echo "usage: $0 build|screen|test|writing" >&2; exit 2 ;;
esac

if ! command -v cargo >/dev/null 2>&1; then
    echo "Linli is written in Rust 1.95 or newer, and no cargo was found." >&2
    echo "Install it with rustup, open a new shell, and run this again." >&2
    exit 1
fi

missing=""
for package in $wanted; do
    # shellcheck disable=SC2016 # ${Status} is dpkg's own.
    if ! dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "ok installed"; then
        missing="$missing $package"
    fi
done
[ -n "$missing" ] || exit 0

sudo=""
[ "$(id -u)" = 0 ] || sudo="sudo"
echo "Installing:$missing"
$sudo apt-get update -qq
# shellcheck disable=SC2086 # A list of words is meant.
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends $missing >/dev/null
