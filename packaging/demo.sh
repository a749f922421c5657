#!/bin/sh
# Opens the kiosk on the sample hall. With no display: on a virtual one, where it takes a number
# through the real screen and saves a picture of it.
# usage: demo.sh KIOSK [FOLDER]
set -eu

kiosk=$1
folder=${2:-target/demo}
mkdir -p "$folder"
size=1080x1920

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$kiosk" --demo "$folder" --windowed 540x960 --dock --listen 127.0.0.1:7300
fi

log=$folder/demo.log
: >"$log"
display=$(mktemp)
# Xvfb chooses a free display itself and writes its number once it is ready.
Xvfb -screen 0 "${size}x24" -nolisten tcp -displayfd 3 3>"$display" >/dev/null 2>&1 &
xvfb=$!
pid=""
stop() {
    if [ -n "$pid" ]; then
        kill "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    fi
    kill "$xvfb" 2>/dev/null || true
    rm -f "$display"
}
trap stop EXIT INT TERM

# Waits until a line of the log holds $1, and prints the last such line.
await() {
    tries=0
    until grep -F -- "$1" "$log" | tail -n 1 | grep -q .; do
        tries=$((tries + 1))
        if [ "$tries" -gt 600 ] || ! kill -0 "${pid:-$$}" 2>/dev/null; then
            echo "The kiosk did not come as far as '$1'. Its last words:" >&2
            tail -n 20 "$log" >&2
            exit 1
        fi
        sleep 0.1
    done
    grep -F -- "$1" "$log" | tail -n 1
}

# Presses what the screen calls $1, at the place that the dock prints for it.
press() {
    place=$(await "target \"$1")
    # shellcheck disable=SC2046 # Two words are meant: x and y.
    xdotool mousemove $(echo "$place" | sed 's/.*" //') click 1
}

tries=0
until [ -s "$display" ]; do
    tries=$((tries + 1))
    [ "$tries" -le 100 ] || { echo "Xvfb did not start" >&2; exit 1; }
    sleep 0.1
done
DISPLAY=:$(cat "$display")
export DISPLAY

"$kiosk" --demo "$folder" --windowed "$size" --dock --listen "${LINLI_LISTEN:-127.0.0.1:7300}" >>"$log" 2>&1 &
pid=$!
await "http://" | head -n 1
await "screen idle" >/dev/null
press "点一下"
await "screen home" >/dev/null
press "取号办事"
await "screen services" >/dev/null
press "${LINLI_PRESS:-社保}"
await "screen result" >/dev/null
await "slip 1" >/dev/null

import -window root "$folder/number.png"
echo "A number was taken through the real screen. Its picture: $folder/number.png"
if [ -n "${LINLI_DEMO_ENDS:-}" ]; then
    exit 0
fi
echo "The pages stay open until you press Ctrl-C."
wait "$pid"
