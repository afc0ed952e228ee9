#!/usr/bin/env bash
# Installs the Debian packages that building, testing and the demo need. Lists what it will install; does nothing if
# nothing is missing. As root, or with sudo.
#
# `Tools/packages.sh test` adds PostgreSQL's server, of which the tests start one of their own; without it they skip those that
# need it.
set -euo pipefail

wanted=(libxml2-dev libcurl4-openssl-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libsqlite3-dev libpq-dev libssl-dev
  zlib1g-dev libpangocairo-1.0-0 libcairo2 fontconfig fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji
  pkg-config python3 python3-aiosmtpd)

if [ "${1:-}" = test ]; then wanted+=(postgresql); fi

missing=()
for package in "${wanted[@]}"; do
  status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
  [ "$status" = "install ok installed" ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "as root, run: apt-get install ${missing[*]}" >&2; exit 1; }
  as_root=(sudo)
fi
echo "installing from Debian: ${missing[*]}"
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
