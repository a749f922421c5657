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
memory() { awk -v what="$1" '/^Pss:/ {printf "%s, proportional memory: %.1f MB\n", what, $2 / 1024}' "/proc/$pid/smaps_rollup"; }

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
end
