# The jobs of the house. Each installs what it needs first.
CARGO ?= cargo
# One set of features for everything that is built to be checked, so that nothing is built twice.
ALL = --workspace --features linli-kiosk/gallery

.PHONY: demo test bench bench-writing screenshots check-licences
.DEFAULT_GOAL := test

demo: ## Opens the kiosk on the sample hall.
	packaging/install-deps.sh screen
	$(CARGO) build --workspace --bins
	packaging/demo.sh target/debug/linli-kiosk

test: ## Everything that is checked.
	packaging/install-deps.sh test
	$(CARGO) fmt --all --check
	$(CARGO) clippy $(ALL) --all-targets -- -D warnings
	$(CARGO) test $(ALL)

bench: ## The figures of the README.
	packaging/install-deps.sh screen
	$(CARGO) bench $(ALL) --bench numbers
	$(CARGO) build --release $(ALL) --bins
	packaging/bench-screen.sh target/release/linli-kiosk
	xvfb-run -a -s '-screen 0 1920x1920x24' target/release/linli-kiosk-gallery frames
	xvfb-run -a -s '-screen 0 1920x1920x24' target/release/linli-kiosk-gallery pen

bench-writing: ## How well writing is read, on strokes and words that are not ours; fetches them.
	packaging/install-deps.sh writing
	packaging/models/fetch-strokes.sh
	packaging/input/build.sh --words
	$(CARGO) bench $(ALL) --bench handwriting --bench pinyin

screenshots: ## Every screen and page, into target/screenshots.
	packaging/install-deps.sh test
	packaging/screenshots.sh

check-licences: ## Needs cargo-deny.
	$(CARGO) deny --all-features check licenses bans sources
