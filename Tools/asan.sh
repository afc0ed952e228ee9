#!/usr/bin/env bash
# Builds all tests with the address sanitizer and runs them, one test target after another: reads and writes outside of
# memory, use after free, and leaks.
#
#   Tools/asan.sh [TARGET...]   all test targets, or these
#
# The build is apart from the usual one, in .build/asan. The output of each target is kept in .build/asan-logs.
set -uo pipefail
cd "$(dirname "$0")/.."
logs=$PWD/.build/asan-logs
mkdir -p "$logs"
arguments=(--sanitize=address --scratch-path .build/asan)

swift build --build-tests "${arguments[@]}" >"$logs/build" 2>&1 || {
  tail -n 60 "$logs/build"
  echo "the tests do not build; the whole output is in $logs/build" >&2
  exit 1
}

# Foundation's Process leaks a weak reference each time it runs a program (swift-corelibs-foundation of Swift 6.3). The
# built-in templates that are kept for the life of the process are held by tagged pointers, which the sanitizer cannot follow.
cat >"$logs/suppressions" <<'END'
leak:Foundation7ProcessC3runyyKF
leak:12ReadTemplateV7builtIn
END
export LSAN_OPTIONS="suppressions=$logs/suppressions:print_suppressions=0"
export ASAN_OPTIONS="${ASAN_OPTIONS:-detect_leaks=1}"

targets=("$@")
if [ $# -eq 0 ]; then
  for folder in Tests/*Tests; do targets+=("${folder#Tests/}"); done
fi
code=0
for target in "${targets[@]}"; do
  log=$logs/$target
  start=$SECONDS
  .build/asan/debug/courantPackageTests.xctest --testing-library swift-testing --filter "^$target\." >"$log" 2>&1
  ended=$?
  result=$(grep -aoE 'Test run with .*' "$log" | tail -n 1)
  echo "$target: ${result:-no result}; $((SECONDS - start)) s"
  if [ "$ended" -ne 0 ] || grep -qaE 'ERROR: .*Sanitizer' "$log"; then
    grep -aE 'recorded an issue|ERROR: .*Sanitizer|^SUMMARY' "$log" | cut -c 1-200 | head -n 20
    code=1
  fi
done
[ "$code" -eq 0 ] || echo "the sanitizer or a test found something; the output of each target is in $logs" >&2
exit $code
