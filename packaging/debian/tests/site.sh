# For the other tests: a site in /var/lib/courant/NAME, made as the documentation describes it, and the mail server that it uses.
# The commands run as the user of the units.

set -E
trap 'echo "$0: line $LINENO: failed: $BASH_COMMAND" >&2' ERR

# A command that must fail; `!` alone would not end a script.
refused() { if "$@"; then echo "this should fail: $*" >&2; exit 1; fi; }

as_courant() { setpriv --reuid=courant --regid=courant --init-groups --no-new-privs env HOME=/var/lib/courant "$@"; }

# Sets `words` to what ExecStart= of a unit starts, as its user and with its environment: there may be no systemd.
command_of() {  # UNIT, for example courant-run@news.service
  local instance command
  instance=${1#*@}
  instance=${instance%.*}
  command=$(sed -n 's/^ExecStart=//p' "/lib/systemd/system/${1%%@*}@.service" | sed "s/%i/$instance/g")
  words=(setpriv --reuid=courant --regid=courant --init-groups --no-new-privs
    env HOME=/var/lib/courant "COURANT_SITE=/var/lib/courant/$instance" sh -c "umask 0077; exec $command")
}

start_run() {  # NAME
  command_of "courant-run@$1.service"
  "${words[@]}"
}

make_site() {  # NAME PORT
  site=/var/lib/courant/$1
  as_courant courant init "$site" >/dev/null
  sed -i -e "s|smtp://127.0.0.1:25|smtp://127.0.0.1:$2|" -e 's|^url .*|url = "https://news.example.org"|' \
    "$site/schedule.conf"
}

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# A mail server that delivers into the Maildir $1. Its process is $server.
start_mail_server() {  # MAILDIR PORT
  python3 -m aiosmtpd -n -l "127.0.0.1:$2" -c aiosmtpd.handlers.Mailbox "$1" &
  server=$!
  python3 - "$2" <<'PY'
import socket, sys, time
for _ in range(100):
    try:
        socket.create_connection(("127.0.0.1", int(sys.argv[1])), 1).close()
        break
    except OSError:
        time.sleep(0.1)
else:
    sys.exit("the mail server did not start")
PY
}
