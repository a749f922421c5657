#!/bin/sh
# Draws every screen of the terminal and every page into target/screenshots.
set -eu
cargo build --workspace --bins
cargo build -p linli-kiosk --features screenshots --bin linli-kiosk-screenshots
xvfb-run -a -s '-screen 0 1920x1920x24' target/debug/linli-kiosk-screenshots
cargo test -p linli-tests --test journeys -- --ignored pictures::
echo "The pictures are in target/screenshots."
