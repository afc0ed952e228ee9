#!/usr/bin/env bash
# Builds .build/deb/courant_VERSION_ARCHITECTURE.deb, and a second package with its debugging symbols. Packs COURANT_BINARY if
# it is set, otherwise what `make build` makes. The same binary gives the same packages, byte for byte: all their dates are that
# of packaging/debian/changelog.
#
# COURANT_DEB_VERSION=0.9 gives the package another version, to try upgrades.
set -euo pipefail
cd "$(dirname "$0")/.."

missing=()
for package in debhelper dpkg-dev fakeroot libcmark-gfm-dev libcurl4-openssl-dev libpq-dev libsqlite3-dev libssl-dev libxml2-dev python3; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q ' installed$' || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] || { echo "install first: apt-get install ${missing[*]}" >&2; exit 1; }

[ -n "${COURANT_BINARY:-}" ] || make build
binary=$(realpath "${COURANT_BINARY:-.build/release/courant}")
version=$(dpkg-parsechangelog -l packaging/debian/changelog -S Version)
epoch=$(dpkg-parsechangelog -l packaging/debian/changelog -S Timestamp)
said=$("$binary" --version | cut -d ' ' -f 1)
if [ "$said" != "$version" ] && [ -z "${COURANT_DEB_VERSION:-}" ]; then
  echo "$binary is version $said, and packaging/debian/changelog starts with $version; make them equal" >&2
  exit 1
fi

# Debian's tools write into the folder and into the one above it, so they get a copy.
folder=.build/deb
stage=$folder/courant
rm -rf "$folder"
mkdir -p "$stage/bin" "$stage/Tools" "$stage/templates"
cp "$binary" "$stage/bin/courant"
cp Tools/install.sh Tools/manual.py "$stage/Tools/"
cp templates/README.md "$stage/templates/"
cp -r README.md CHANGELOG.md docs packaging "$stage/"
mv "$stage/packaging/debian" "$stage/debian"
if [ -n "${COURANT_DEB_VERSION:-}" ]; then
  sed -i "1s/(.*)/($COURANT_DEB_VERSION)/" "$stage/debian/changelog"
fi
find "$stage" -exec touch --no-dereference --date="@$epoch" {} +

cd "$stage"
export SOURCE_DATE_EPOCH=$epoch
# A umask, a language or a zone of the builder must not be seen in the result.
umask 022
export LC_ALL=C.UTF-8 TZ=UTC
unset COURANT_BINARY COURANT_SITE MAKEFLAGS MFLAGS
# -d: Swift cannot be among the Build-Depends.
dpkg-buildpackage --build=binary --no-check-builddeps --unsigned-changes --unsigned-buildinfo >../build.log 2>&1 || {
  tail -30 ../build.log >&2
  exit 1
}
cd ..
rm -r courant
sha256sum ./*.deb | tee SHA256SUMS
