#!/bin/sh
# Draws every screen of the terminal and every page into target/screenshots.
set -eu
# As the tests are built, so that nothing is built twice.
cargo test --workspace --features linli-kiosk/gallery --no-run
xvfb-run -a -s '-screen 0 1920x1920x24' target/debug/linli-kiosk-gallery pictures
cargo test --workspace --features linli-kiosk/gallery --test journeys -- --ignored pictures::
echo "The pictures are in target/screenshots."
