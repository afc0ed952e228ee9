#!/usr/bin/env bash
# In a fresh Debian with the package and Postfix (Tools/try-deb.sh): what the README says, until the first digest is in a
# Maildir. systemd does not run in a chroot, so what its timer would start is started here, as the same user and with the same
# environment. The machine's own clock is used: the digest is due at each third minute.
set -euo pipefail
began=$SECONDS
step() { printf '%4ss  %s\n' $((SECONDS - began)) "$*"; }

systemd-tmpfiles --create courant.conf
as_courant() { setpriv --reuid=courant --regid=courant --init-groups --no-new-privs env HOME=/var/lib/courant "$@"; }
tick() { as_courant env COURANT_SITE=/var/lib/courant/news $(sed -n 's/^ExecStart=//p' /lib/systemd/system/courant-run@.service); }

# A mail server that delivers to ann@example.org here.
useradd --create-home ann
postconf -e maillog_file=/var/log/mail.log 'mydestination=example.org, localhost' home_mailbox=Maildir/ \
  inet_interfaces=loopback-only myhostname=news.example.org smtputf8_enable=no
postfix start >/dev/null 2>&1
trap 'postfix stop >/dev/null 2>&1 || true' EXIT

step "courant init"
as_courant courant init --quiet /var/lib/courant/news
sed -i -e 's|^title *= "My site"|title = "Neurology news"|' -e 's|^url .*|url = "https://news.example.org"|' \
  -e 's|^from = .*|from = "Neurology news <news@example.org>"|' -e 's|^publisher = .*|publisher = "Example Trust, 1 High Street"|' \
  -e 's|^cron .*|cron = "*/3 * * * *"|' /var/lib/courant/news/schedule.conf
step "courant check"
as_courant courant check --offline --site /var/lib/courant/news | sed 's/^/       /' || true
as_courant courant subscribers add ann@example.org --digest weekly --confirmed --site /var/lib/courant/news | sed 's/^/       /'

step "what the timer starts"
tick
printf -- '---\ntitle: Cooling before exercise\ndate: %s\nsummary: A cool drink helps.\n---\nText.\n' \
  "$(date -u +%Y-%m-%dT%H:%M:%SZ)" >/var/lib/courant/news/articles/cooling.md
chown courant: /var/lib/courant/news/articles/cooling.md
for _ in $(seq 60); do
  sleep 5
  tick
  ls /home/ann/Maildir/new/* >/dev/null 2>&1 && break
done
sleep 1
mail=$(ls /home/ann/Maildir/new/* | head -n 1)
step "the first digest is in the Maildir:"
grep -E '^(From|To|Subject|List-Unsubscribe-Post|Message-ID):' "$mail" | sed 's/^/       /'
before=$(ls /home/ann/Maildir/new | wc -l)
tick
[ "$(ls /home/ann/Maildir/new | wc -l)" = "$before" ]
step "a further run mails nothing again"
