#!/usr/bin/env bash
# The main job, from nothing: a copy of the repository's site in demo/site, a real SMTP server on loopback, three
# readers, a quiet Sunday and a Monday with news. Stops what it starts.
set -euo pipefail
cd "$(dirname "$0")/.."

courant=$PWD/.build/release/courant
rm -rf demo
mkdir -p demo/site
cp -r schedule.conf authors.toml feeds templates articles pages demo/site/

# aiosmtpd (Debian's python3-aiosmtpd) delivers what it accepts into a Maildir.
port=$(/usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
sed -i "s|^smtp *=.*|smtp      = \"smtp://127.0.0.1:$port\"|" demo/site/schedule.conf
/usr/bin/python3 -m aiosmtpd -n -l "127.0.0.1:$port" -c aiosmtpd.handlers.Mailbox demo/inbox 2>demo/smtp.log &
server=$!
trap 'kill $server 2>/dev/null || true' EXIT
/usr/bin/python3 - "$port" <<'PY'
import socket, sys, time
for _ in range(100):
    try:
        socket.create_connection(("127.0.0.1", int(sys.argv[1])), 1).close()
        break
    except OSError:
        time.sleep(0.1)
else:
    sys.exit("the SMTP server did not start: see demo/smtp.log")
PY

say() { printf '\n== %s\n' "$*"; }
quoted() {  # as it can be pasted into a shell
  local word
  for word in "$@"; do
    case $word in
      *[!A-Za-z0-9@%+=:,./_-]*) printf " '%s'" "${word//\'/\'\\\'\'}" ;;
      *) printf ' %s' "$word" ;;
    esac
  done
}
run() { printf '$ courant%s\n' "$(quoted "$@")"; (cd demo/site && "$courant" "$@") && echo "(exit code 0)"; }

say "Three readers of the weekly digest, who follow different feeds"
run subscribers add ann@example.org --digest weekly --name "Ann Archer" --confirmed
run subscribers add bob@example.org --digest weekly --feeds neuroimmunology --confirmed
run subscribers add chloe@example.org --digest weekly --feeds movement-and-motor-neurons --name "Chloë Ünal" --confirmed

say "Sunday noon: feeds and pages appear; nothing is mailed, because a new site never mails the past"
run run --now 2026-11-22T12:00:00Z

say "Monday, seven o'clock in London: the weekly digest is sent"
run run --now 2026-11-23T07:00:05Z

say "The feeds (and pages: demo/site/public/index.html)"
ls -1 demo/site/public/feeds/*/*.{xml,json}

say "What arrived"
/usr/bin/python3 Tools/show-mail.py demo/inbox demo/mail

say "The same command again: nothing happens"
run run --now 2026-11-23T07:00:05Z

say "Who got what"
run status --now 2026-11-23T07:00:05Z
