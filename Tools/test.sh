#!/usr/bin/env bash
# Builds and runs all tests. Prints a few lines if they pass; otherwise, failures come last.
# The whole output is kept in .build/test.log.
set -uo pipefail
cd "$(dirname "$0")/.."
mkdir -p .build
log=.build/test.log

swift build --build-tests >"$log" 2>&1 || {
  tail -n 60 "$log"
  echo "the tests do not build; the whole output is in $log" >&2
  exit 1
}

swift test --skip-build --disable-xctest >"$log" 2>&1
code=$?
if [ "$code" -eq 0 ]; then
  tail -n 1 "$log"
  exit 0
fi
# An issue's line is followed by lines that begin with ↳ and explain it. Values with line breaks go on unmarked.
grep -E '^✘ Test .* failed after|^error:|Fatal error|Program crashed' "$log" | head -n 40
awk '/^✘ .* recorded an issue/ { shown = 12 } /^(◇|✔)/ { shown = 0 } shown > 0 { print; shown-- }' "$log" | head -n 150
tail -n 1 "$log"
echo "the tests failed (exit code $code); the whole output is in $log" >&2
exit "$code"
