#!/bin/sh
# What the terminal costs on this machine: first frame, memory, idle. On a display of its own.
# usage: bench-screen.sh KIOSK
set -eu

kiosk=$1
runs=5
idle_secs=120
folder=$(mktemp -d)
out=$folder/out
Xvfb -screen 0 1080x1920x24 -nolisten tcp -displayfd 3 3>"$folder/display" >/dev/null 2>&1 &
xvfb=$!
pid=""
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null; kill "$xvfb" 2>/dev/null; rm -rf "$folder"' EXIT INT TERM
until [ -s "$folder/display" ]; do sleep 0.1; done
DISPLAY=:$(cat "$folder/display")
export DISPLAY

millis() { date +%s%3N; }
# Processor time used so far, in hundredths of a second.
used() { awk '{print $14 + $15}' "/proc/$1/stat"; }

start() {
    : >"$out"
    LINLI_SILENT=1 "$kiosk" --demo "$folder/hall" --windowed 1080x1920 --listen 127.0.0.1:0 >"$out" 2>&1 &
    pid=$!
    until grep -q "the first frame" "$out"; do sleep 0.005; done
}
end() {
    kill "$pid"
    wait "$pid" 2>/dev/null || true
    pid=""
}
# Proportional memory of a process, in KiB.
pss() { awk '/^Pss:/ {print $2}' "/proc/$1/smaps_rollup" 2>/dev/null || echo 0; }
memory() { pss "$pid" | awk -v what="$1" '{printf "%s, proportional memory: %.1f MB\n", what, $1 / 1024}'; }

# The first start sets the sample hall up; it is not counted.
start
end
echo "first frame, from the program's start, of $runs runs:"
for _ in $(seq "$runs"); do
    from=$(millis)
    start
    echo $(($(millis) - from))
    end
done | sort -n | awk '{a[NR]=$1} END {printf "  median %d ms (%d to %d)\n", a[int((NR+1)/2)], a[1], a[NR]}'

start
sleep 10
memory "idle screen"
before=$(used "$pid")
sleep "$idle_secs"
after=$(used "$pid")
awk -v used=$((after - before)) -v secs="$idle_secs" \
    'BEGIN {printf "idle with the clock, over %d s: %.2f %% of a core\n", secs, used / secs}'
xdotool mousemove 540 1500 click 1
sleep 5
memory "home screen"
ours=$(pss "$pid")

# A message: the card, and a cross on the pad, at their places on this glass. The model is let go
# two minutes after the last stroke.
stroke() { xdotool mousemove "$1" "$2" mousedown 1 sleep 0.05 mousemove "$3" "$4" sleep 0.05 mouseup 1; }
xdotool mousemove 790 1350 click 1
sleep 2
stroke 250 1300 550 1300
stroke 400 1150 400 1450
sleep 3
memory "message screen, model loaded"
sleep 125
memory "two minutes later, model let go"

# The hall's page in a browser's kiosk mode, all of its processes.
if command -v chromium >/dev/null 2>&1; then
    page=$(grep -o 'http://[^ ]*' "$out" | head -n 1)
    sandbox=""
    [ "$(id -u)" != 0 ] || sandbox="--no-sandbox"
    # shellcheck disable=SC2086 # An empty word is meant to vanish.
    chromium $sandbox --kiosk --window-size=1080,1920 --no-first-run --disable-sync --disable-background-networking \
        --user-data-dir="$folder/chromium" "$page" >/dev/null 2>&1 &
    browser=$!
    sleep 15
    theirs=0
    for one in $(pgrep -f "$folder/chromium"); do theirs=$((theirs + $(pss "$one"))); done
    kill "$browser"
    wait "$browser" 2>/dev/null || true
    awk -v ours="$ours" -v theirs="$theirs" \
        'BEGIN {printf "the same hall in a Chromium kiosk: %.0f MB, %.1f times as much\n", theirs / 1024, theirs / ours}'
fi
end
