#!/usr/bin/env bash
# Measures publishing, sources, large sites, growth in each dimension, delivery, mails, a ledger on a server and the pages that answer readers. Never part of the tests; asserts nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
export COURANT=$PWD/.build/release/courant

COURANT_BENCH=1 Tools/build.sh bench-feeds
/usr/bin/python3 Tools/bench-publish.py
/usr/bin/python3 Tools/bench-sources.py
/usr/bin/python3 Tools/bench-upkeep.py
/usr/bin/python3 Tools/bench-growth.py
/usr/bin/python3 Tools/bench-delivery.py
/usr/bin/python3 Tools/bench-mail.py
if compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; then
  /usr/bin/python3 Tools/bench-machines.py
else
  echo "a ledger on PostgreSQL is not measured: it is missing (apt-get install postgresql)"
fi
if command -v wrk >/dev/null; then
  /usr/bin/python3 Tools/bench-web.py
else
  echo "the pages that answer readers are not measured: wrk is missing (apt-get install wrk)"
fi
