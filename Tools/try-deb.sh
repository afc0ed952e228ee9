#!/usr/bin/env bash
# Tries the Debian package of `make deb` in a fresh Debian 12 without Swift. As root; it mounts and works below .build/try-deb.
#
#   Tools/try-deb.sh [lint] [bytes] [piuparts] [tests] [trial] [boot]      without names: all of them
#
# `boot` needs systemd-nspawn, and takes up to 25 minutes, because it waits for the timer.
#
# PREVIOUS_DEB is the package to upgrade from. Without it, the same program is packed as version 0.9.
set -euo pipefail
cd "$(dirname "$0")/.."

mirror=${MIRROR:-http://deb.debian.org/debian}
here=$PWD
folder=$here/.build/try-deb
wanted=("$@")
[ $# -gt 0 ] || wanted=(lint bytes piuparts tests trial boot)

missing=()
for program in debootstrap lintian piuparts mandoc python3 unshare systemd-nspawn; do
  command -v $program >/dev/null || missing+=("$program")
done
[ ${#missing[@]} -eq 0 ] || { echo "install first: apt-get install ${missing[*]}" >&2; exit 1; }
[ "$(id -u)" -eq 0 ] || { echo "run this as root" >&2; exit 1; }
deb=$(echo "$here"/.build/deb/courant_*.deb)
[ -f "$deb" ] || { echo "there is no package; run \`make deb\` first" >&2; exit 1; }

mkdir -p "$folder"
say() { printf '\n== %s\n' "$*"; }

# What runs in a chroot has its own processes and mounts, which end with it.
inside() {  # FOLDER COMMAND…
  local root=$1
  shift
  unshare --mount --pid --fork --kill-child "${net[@]}" -- bash -c '
    root=$1; shift
    mount --make-rprivate /
    mount -t proc proc "$root/proc"
    mount -t tmpfs tmpfs "$root/run"
    ip link set lo up 2>/dev/null || true
    exec chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive TERM=dumb "$@"
  ' bash "$root" "$@"
}
net=()

# A minimal Debian, made once; with systemd, whose own folders piuparts would otherwise count as left by the package.
base() {
  [ -f "$folder/base.tar.gz" ] && return
  say "A minimal Debian 12 from $mirror"
  rm -rf "$folder/base"
  debootstrap --variant=minbase --include=systemd bookworm "$folder/base" "$mirror" >"$folder/debootstrap.log"
  rm -rf "$folder"/base/var/cache/apt/archives/*.deb
  # Packages' scripts must not start anything.
  printf '#!/bin/sh\nexit 101\n' >"$folder/base/usr/sbin/policy-rc.d"
  chmod 755 "$folder/base/usr/sbin/policy-rc.d"
  tar -C "$folder/base" -czf "$folder/base.tar.gz" .
  rm -rf "$folder/base"
}

fresh() {  # NAME: an unpacked copy, with the package in /root
  base
  rm -rf "${folder:?}/$1"
  mkdir "$folder/$1"
  tar -C "$folder/$1" -xzf "$folder/base.tar.gz"
  cp "$deb" "$folder/$1/root/courant.deb"
  cp /etc/resolv.conf "$folder/$1/etc/resolv.conf"
  inside "$folder/$1" apt-get update -qq
}

install_in() {  # ROOT PACKAGE…
  local root=$1
  shift
  inside "$root" apt-get install -y -qq --no-install-recommends -o Dpkg::Use-Pty=0 "$@" >"$folder/apt.log" 2>&1 || {
    tail -20 "$folder/apt.log" >&2
    exit 1
  }
}

previous() {
  [ -z "${PREVIOUS_DEB:-}" ] || { realpath "$PREVIOUS_DEB"; return; }
  if [ ! -f "$folder/previous.deb" ]; then
    # deb.sh empties its folder.
    mkdir -p "$folder/kept"
    cp -a .build/deb/. "$folder/kept/"
    dpkg-deb -x "$deb" "$folder/unpacked"
    COURANT_BINARY=$folder/unpacked/usr/bin/courant COURANT_DEB_VERSION=0.9 Tools/deb.sh >/dev/null
    cp .build/deb/courant_0.9_*.deb "$folder/previous.deb"
    rm -rf .build/deb "$folder/unpacked"
    mv "$folder/kept" .build/deb
  fi
  echo "$folder/previous.deb"
}

try_lint() {
  say "lintian"
  lintian --allow-root --pedantic --fail-on error,warning,pedantic --tag-display-limit 0 .build/deb/courant*.deb
  echo "clean, but for:"
  sed 's/^courant:/  &/' packaging/debian/courant.lintian-overrides
  say "Manual pages: mandoc"
  rm -rf "$folder/pages"
  dpkg-deb -x "$deb" "$folder/pages"
  local pages=("$folder"/pages/usr/share/man/man?/*.gz) lines
  gunzip "${pages[@]}"
  # Pages of Courant are not among those of this machine. Findings are on standard output; on the other is that its index is old.
  lines=$(cd "$folder/pages/usr/share/man" && mandoc -T lint man?/* 2>/dev/null | grep -v 'referenced manual not found' || true)
  [ -z "$lines" ] || { echo "$lines"; exit 1; }
  echo "${#pages[@]} pages"
  local names
  names=$(cd "$folder/pages/usr/share/man" && sed -n 's/^\.\(It \)\?Xr \([^ ]*\) \([1-8]\).*/\2.\3/p' man?/* | sort -u)
  for name in $names; do
    [ -f "$folder/pages/usr/share/man/man${name##*.}/$name" ] || case $name in
      systemctl.1 | systemd.timer.5) ;;
      *) echo "no manual page $name"; exit 1 ;;
    esac
  done
  say "No path of libraries in the binary, and none of Swift among those that it needs"
  ! readelf -d "$folder/pages/usr/bin/courant" | grep -E 'RPATH|RUNPATH|swift|Foundation' || exit 1
  rm -rf "$folder/pages"
}

try_bytes() {
  say "The same binary, packed again in another folder, umask, language and zone: the same bytes"
  rm -rf "$folder/again"
  mkdir "$folder/again"
  cp -r Makefile README.md CHANGELOG.md Tools docs packaging templates "$folder/again/"
  dpkg-deb -x "$deb" "$folder/again/unpacked"
  # The package has a stripped copy; the binary itself is needed for the same debugging symbols.
  local binary=${COURANT_BINARY:-.build/release/courant}
  (cd "$folder/again" && umask 077 && COURANT_BINARY=$(realpath "$here/$binary" 2>/dev/null || realpath "$binary") \
    TZ=Asia/Tokyo LC_ALL=C Tools/deb.sh)
  cmp "$folder"/again/.build/deb/courant_*.deb "$deb"
  diff "$folder/again/.build/deb/SHA256SUMS" .build/deb/SHA256SUMS
  rm -rf "$folder/again"
}

try_piuparts() {
  base
  say "piuparts: install, upgrade, remove, purge"
  local old
  old=$(previous)
  rm -rf "$folder/archive"
  mkdir "$folder/archive"
  cp "$old" "$folder/archive/courant_0.9.deb"
  (cd "$folder/archive" && dpkg-scanpackages --multiversion . 2>/dev/null >Packages)
  local port
  port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  python3 -m http.server --directory "$folder/archive" --bind 127.0.0.1 "$port" >"$folder/archive.log" 2>&1 &
  server=$!
  trap 'kill $server 2>/dev/null || true' EXIT
  for _ in $(seq 100); do
    python3 -c "import socket; socket.create_connection(('127.0.0.1', $port), 1)" 2>/dev/null && break
    sleep 0.1
  done
  rm -f "$folder/piuparts.log"
  env -u TMPDIR piuparts --distribution bookworm --mirror "$mirror main" --basetgz "$folder/base.tar.gz" --tmpdir "$folder" \
    --extra-repo "deb [trusted=yes] http://127.0.0.1:$port ./" --no-eatmydata --fail-if-inadequate \
    --log-file "$folder/piuparts.log" "$deb" >/dev/null 2>&1 || { tail -30 "$folder/piuparts.log"; exit 1; }
  grep -E 'PASS|FAIL|Installation of|Upgrading|upgrad.*test' "$folder/piuparts.log" | cut -c1-150 || true
  kill $server
}

try_tests() {
  say "The tests of the package (packaging/debian/tests), in a chroot"
  local root=$folder/tests old
  old=$(previous)
  fresh tests
  mkdir "$root/root/tests"
  cp packaging/debian/tests/* "$root/root/tests/"
  cp "$old" "$root/root/previous.deb"
  install_in "$root" /root/courant.deb
  echo "without Swift: $(inside "$root" sh -c 'ls -d /opt/swift /usr/lib/swift 2>&1 | grep -vc "cannot access"' || true) folders of it"
  inside "$root" courant --version
  install_in "$root" $(sed -n 's/^Depends: @, //p' packaging/debian/tests/control | tr -d ',' | tr '\n' ' ')
  for test in publish serve units alert upgrade; do
    say "$test"
    # As after the boot of a machine.
    inside "$root" sh -c "systemd-tmpfiles --create courant.conf &&
      COURANT_PREVIOUS_DEB=/root/previous.deb COURANT_DEB=/root/courant.deb /root/tests/$test"
  done
  rm -rf "$root"
}

try_trial() {
  say "From nothing to the first digest in a Maildir, through Postfix"
  fresh trial
  local root=$folder/trial
  install_in "$root" /root/courant.deb postfix
  cp Tools/try-deb-digest.sh "$root/root/"
  # Without any network but loopback.
  net=(--net)
  inside "$root" bash /root/try-deb-digest.sh
  net=()
  rm -rf "$root"
}

try_boot() {
  say "The units under a systemd that has booted, without any network but loopback"
  fresh boot
  local root=$folder/boot
  install_in "$root" /root/courant.deb postfix curl
  rm "$root/usr/sbin/policy-rc.d"
  cp Tools/try-deb-boot.sh "$root/root/"
  cat >"$root/etc/systemd/system/trial.service" <<'UNIT'
[Unit]
After=multi-user.target

[Service]
ExecStart=/root/try-deb-boot.sh
StandardOutput=append:/root/trial.log
StandardError=inherit

[Install]
WantedBy=default.target
UNIT
  mkdir -p "$root/etc/systemd/system/default.target.wants"
  ln -s ../trial.service "$root/etc/systemd/system/default.target.wants/"
  # Where nspawn cannot boot a container again, it ends at the reboot.
  for _ in 1 2; do
    timeout 1800 systemd-nspawn --quiet --directory "$root" --register=no --keep-unit --private-network --boot \
      </dev/null >>"$folder/boot.log" 2>&1 || true
    grep -q "all of it worked" "$root/root/trial.log" && break
  done
  cat "$root/root/trial.log"
  grep -q "all of it worked" "$root/root/trial.log"
  rm -rf "$root"
}

for name in "${wanted[@]}"; do "try_$name"; done
say "all of it worked: ${wanted[*]}"
