#!/usr/bin/env bash
# In a fresh Debian with the package, Postfix and curl that systemd has booted (Tools/try-deb.sh boot): the units as an operator
# enables them. It runs at each boot as a unit of its own, and boots the machine twice.
set -euo pipefail

state=/root/booted
site=/var/lib/courant/news
step() { printf '%s  %s\n' "$(date -u +%H:%M:%S)" "$*"; }
# After an error, too, the machine ends.
trap 'code=$?; echo "ended with $code at line $LINENO"; [ $code = 0 ] || systemctl poweroff' EXIT

until_true() {  # SECONDS COMMAND…
  local end=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $end ] || { echo "not within the time: $*"; systemctl --no-pager status 'courant*' || true; return 1; }
    sleep 1
  done
}
answers() { curl --silent --fail --max-time 5 --unix-socket /run/courant/news.sock http://news.example.org/subscribe; }
process() { systemctl show -P MainPID courant-serve@news; }
other_process() { [ "$(process)" != "$1" ] && [ "$(process)" != 0 ]; }
mails() { ls /home/ann/Maildir/new/* 2>/dev/null; }
mail_to_root() { grep -rqs "$1" /home/root-mail/Maildir/new; }
last_run() { systemctl show -P ExecMainExitTimestamp courant-run@news; }
has_run() {  # RESULT BEFORE: a run has ended so, after another that ended at BEFORE
  [ "$(systemctl show -P Result courant-run@news)" = "$1" ] && [ "$(last_run)" != "$2" ]
}

if [ ! -f $state ]; then
  useradd --create-home ann
  useradd --create-home root-mail
  postconf -e 'mydestination=example.org, localhost' home_mailbox=Maildir/ inet_interfaces=loopback-only myorigin=localhost \
    myhostname=news.example.org smtputf8_enable=no
  echo "root: root-mail" >>/etc/aliases
  newaliases
  systemctl restart postfix

  step "courant init"
  setpriv --reuid=courant --regid=courant --init-groups env HOME=/var/lib/courant courant init --quiet $site
  sed -i -e 's|^title *= "My site"|title = "Neurology news"|' -e 's|^url .*|url = "https://news.example.org"|' \
    -e 's|^from = .*|from = "Neurology news <news@example.org>"|' \
    -e 's|^publisher = .*|publisher = "Example Trust, 1 High Street"|' -e 's|^cron .*|cron = "*/3 * * * *"|' $site/schedule.conf
  printf '\n[web]\n' >>$site/schedule.conf
  setpriv --reuid=courant --regid=courant --init-groups courant subscribers add ann@example.org --digest weekly --confirmed \
    --site $site
  step "systemctl enable --now courant-run@news.timer courant-serve@news.service"
  systemctl enable --now courant-run@news.timer courant-serve@news.service 2>&1
  until_true 330 has_run success ""
  step "the timer has started a run"
  until_true 60 answers
  step "serve answers on its socket, as the user $(stat -c %U /proc/$(process))"

  printf -- '---\ntitle: Cooling before exercise\ndate: %s\nsummary: A cool drink helps.\n---\nText.\n' \
    "$(date -u +%Y-%m-%dT%H:%M:%SZ)" >$site/articles/cooling.md
  chown courant: $site/articles/cooling.md
  until_true 700 mails
  step "the first digest is in the Maildir"

  old=$(process)
  kill -KILL "$old"
  until_true 60 other_process "$old"
  until_true 60 answers
  step "serve was killed, and answers again"
  old=$(process)
  kill -STOP "$old"
  until_true 200 other_process "$old"
  until_true 60 answers
  step "serve hung, its watchdog ended it, and it answers again"

  before=$(last_run)
  echo 'nonsense = 1' >>$site/schedule.conf
  until_true 330 has_run exit-code "$before"
  until_true 60 mail_to_root nonsense
  step "the fault of a run was mailed to root"
  until_true 60 answers
  sed -i '$d' $site/schedule.conf

  systemctl stop courant.target
  ! systemctl --quiet is-active courant-run@news.timer courant-serve@news.service
  systemctl start courant.target
  systemctl --quiet is-active courant-run@news.timer
  until_true 60 answers
  step "courant.target stops and starts all"
  touch $state
  step "reboot"
  systemctl reboot
  exit 0
fi

until_true 60 answers
systemctl --quiet is-active courant-run@news.timer
step "after the boot, serve answers and the timer is active"
[ "$(mails | wc -l)" = 1 ]
step "all of it worked"
systemctl poweroff
