#!/usr/bin/env bash
# Installs the binary with its units, manual pages, completions and documents: make install [PREFIX=/usr/local] [DESTDIR=…].
# COURANT_BINARY is installed as it is; it must run on this machine, because it describes itself.
set -euo pipefail
cd "$(dirname "$0")/.."

binary=${COURANT_BINARY:-.build/release/courant}
prefix=${PREFIX:-/usr/local}
destination=${DESTDIR:-}
etc=${SYSCONFDIR:-/etc}
units=${UNITDIR:-$prefix/lib/systemd/system}
zsh=${ZSHDIR:-$prefix/share/zsh/site-functions}
bin=$prefix/bin
libexec=$prefix/libexec
documents=$prefix/share/doc/courant
# The date of manual pages. The package sets it; otherwise it is that of the newest changes.
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(stat -c %Y CHANGELOG.md)}

[ -x "$binary" ] || { echo "there is no $binary; run \`make build\` first" >&2; exit 1; }

put() {  # MODE FILE PLACE
  install -D -m "$1" "$2" "$destination$3"
}
# The same with the folders of this installation.
fill() {  # FILE PLACE
  install -d "$destination$(dirname "$2")"
  sed -e "s|@BINDIR@|$bin|g" -e "s|@LIBEXECDIR@|$libexec|g" "$1" >"$destination$2"
  chmod 644 "$destination$2"
}

put 755 "$binary" "$bin/courant"
put 755 packaging/bin/alert "$libexec/courant/alert"
for unit in packaging/systemd/courant*; do fill "$unit" "$units/$(basename "$unit")"; done
put 644 packaging/systemd/sysusers.conf "$prefix/lib/sysusers.d/courant.conf"
put 644 packaging/systemd/tmpfiles.conf "$prefix/lib/tmpfiles.d/courant.conf"
put 644 packaging/etc/README "$etc/courant/README"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 Tools/manual.py "$binary" "$work"
for page in "$work"/man?/*; do put 644 "$page" "$prefix/share/man/$(basename "$(dirname "$page")")/$(basename "$page")"; done

for shell in bash zsh fish; do
  env -u COURANT_SITE "$binary" --generate-completion-script "$shell" >"$work/$shell"
done
# It is sourced, so it needs no interpreter.
sed -i '1{/^#!/d}' "$work/bash"
put 644 "$work/bash" "$prefix/share/bash-completion/completions/courant"
put 644 "$work/zsh" "$zsh/_courant"
put 644 "$work/fish" "$prefix/share/fish/vendor_completions.d/courant.fish"

# Where they are in the repository, so that their links work.
for document in README.md CHANGELOG.md docs/*.md docs/decisions/*.md templates/README.md; do
  put 644 "$document" "$documents/$document"
done
for example in docs/serving/*; do
  # The places of the units.
  sed -e 's|/srv/news/public|/var/lib/courant/news/public|' -e 's|/run/courant/web.sock|/run/courant/news.sock|' \
    "$example" >"$work/example"
  put 644 "$work/example" "$documents/examples/$(basename "$example")"
done
put 644 packaging/examples/cron "$documents/examples/cron"
