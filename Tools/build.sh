#!/usr/bin/env bash
# Builds a release product as it is installed: Tools/build.sh courant
#
# Swift's libraries are inside (docs/decisions/0014), of ICU's data only what is used (0085). No path of libraries is in the
# binary, since that would be one of this machine. A build id lets debuggers find the symbols that the package keeps apart. All
# addresses of functions are resolved at the start, so that their table is read-only afterwards.
set -euo pipefail

export COURANT_ICU=$PWD/.build/icu.o
Tools/small-icu.py "$COURANT_ICU"
swift build -c release --static-swift-stdlib --disable-local-rpath -Xswiftc -use-ld=lld \
  -Xlinker --no-export-dynamic -Xlinker --build-id=sha1 -Xlinker -z -Xlinker now \
  -Xlinker -z -Xlinker pack-relative-relocs --product "$1"
