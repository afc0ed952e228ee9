#!/usr/bin/env bash
# Measures publishing, sources, large sites, delivery and mails. Never part of the tests; asserts nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
export COURANT=$PWD/.build/release/courant

COURANT_BENCH=1 swift build -c release --static-swift-stdlib --product bench-feeds
/usr/bin/python3 Tools/bench-publish.py
/usr/bin/python3 Tools/bench-sources.py
/usr/bin/python3 Tools/bench-upkeep.py
/usr/bin/python3 Tools/bench-delivery.py
/usr/bin/python3 Tools/bench-mail.py
