#!/usr/bin/env bash
# Builds all tests with the address sanitizer and runs them: reads and writes outside of memory, use after free, and leaks.
#
#   Tools/asan.sh [FILTER]   all tests, or those whose names match FILTER
#
# The build is apart from the usual one, in .build/asan, and takes as long. The whole output is kept in .build/asan.log.
set -uo pipefail
cd "$(dirname "$0")/.."
mkdir -p .build
log=.build/asan.log
arguments=(--sanitize=address --scratch-path .build/asan)

swift build --build-tests "${arguments[@]}" >"$log" 2>&1 || {
  tail -n 60 "$log"
  echo "the tests do not build; the whole output is in $log" >&2
  exit 1
}

# XCTest, which no test uses, leaks by itself.
export ASAN_OPTIONS="${ASAN_OPTIONS:-detect_leaks=1}"
swift test --skip-build --disable-xctest "${arguments[@]}" ${1:+--filter "$1"} >"$log" 2>&1
code=$?
grep -aE '^✘ (Test|Suite) .* failed after|ERROR: (Address|Leak)Sanitizer|^SUMMARY' "$log" | cut -c 1-200 | sort | uniq -c | head -n 40
grep -aE '^[✘✔] Test run with' "$log"
[ "$code" -eq 0 ] && ! grep -qa 'ERROR: .*Sanitizer' "$log" && exit 0
echo "the sanitizer or a test found something (exit code $code); the whole output is in $log" >&2
exit 1
