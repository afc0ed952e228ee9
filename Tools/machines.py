"""For crash-machines.py and others: PostgreSQL servers, relays that lose connections, and what tells how an issue ended.

Everything is in the folder that the caller gives and removes, over Unix sockets: no port is opened.
"""

import os
import pathlib
import re
import select
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time

PROGRAMS = max(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), default=None)

# What a run says about messages that may have arrived.
RECOVERED = re.compile(r"^(\S+): the last run ended mid-exchange", re.M)
UNANSWERED = re.compile(r"^(\S+): the message may have arrived:", re.M)

# Deliveries that a run has still to do.
OPEN = """SELECT count(*) FROM delivery_now WHERE state IN ('queued', 'claimed', 'deferred')
  OR state = 'uncertain' AND next IS NOT NULL"""

# Moves the leases of a process into the past.
EXPIRE = """UPDATE claim SET lease = lease - 901 WHERE worker IN (SELECT id FROM worker WHERE process = {pid});
UPDATE role SET until = until - 61 WHERE process = {pid}"""

SETTINGS = """\
listen_addresses = ''
unix_socket_directories = '{folder}'
shared_buffers = 32MB
max_connections = 60
autovacuum = off
max_wal_senders = 4
wal_keep_size = 64MB
"""


class Server:
    """A PostgreSQL server in a folder of its own, which is also that of its socket."""

    def __init__(self, folder):
        if PROGRAMS is None:
            sys.exit("PostgreSQL is not installed (apt-get install postgresql)")
        self.folder = pathlib.Path(folder)
        self.data = self.folder / "data"

    def make(self):
        self._own_folder()
        self._perform("initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "--no-sync", "--locale=C", "-E", "UTF8")
        self.configure(SETTINGS.format(folder=self.folder))
        self.start()
        return self

    def copy_of(self, other):
        """A standby that follows the other server."""
        self._own_folder()
        name = self.folder.name
        self._perform("pg_basebackup", "-D", self.data, "-h", other.folder, "-U", "postgres", "-R", "-X", "stream",
                      "-c", "fast", "--no-sync")
        # Later lines win over those that were copied.
        self.configure(f"unix_socket_directories = '{self.folder}'\nsynchronous_standby_names = ''\n"
                       f"primary_conninfo = 'host={other.folder} user=postgres application_name={name}'\n")
        self.start()
        return self

    def configure(self, text):
        with open(self.data / "postgresql.auto.conf", "a") as file:
            file.write(text)

    def start(self):
        self._perform("pg_ctl", "-D", self.data, "-l", self.folder / "log", "-w", "-t", "60", "start")

    def restart(self, mode="fast"):
        self._perform("pg_ctl", "-D", self.data, "-l", self.folder / "log", "-w", "-t", "60", "-m", mode, "restart")

    def reload(self):
        self._perform("pg_ctl", "-D", self.data, "reload")

    def promote(self):
        self._perform("pg_ctl", "-D", self.data, "-w", "promote")

    def stop(self):
        if (self.data / "postmaster.pid").exists():
            self._perform("pg_ctl", "-D", self.data, "-m", "immediate", "-w", "stop", check=False)

    def kill(self):
        """SIGKILL to the server and all its processes, as when its machine is lost."""
        postmaster = int((self.data / "postmaster.pid").read_text().split()[0])
        os.kill(postmaster, signal.SIGSTOP)
        while state_of(postmaster) != "T":  # until then, it may start another process
            time.sleep(0.001)
        children = subprocess.run(["pgrep", "-P", str(postmaster)], capture_output=True, text=True).stdout.split()
        os.kill(postmaster, signal.SIGKILL)
        for child in children:
            try:
                os.kill(int(child), signal.SIGKILL)
            except ProcessLookupError:
                pass
        for process in [postmaster, *map(int, children)]:
            while is_alive(process):
                time.sleep(0.005)
        # Its number may still belong to a process that has ended and that nobody has waited for.
        (self.data / "postmaster.pid").unlink()
        (self.folder / ".s.PGSQL.5432.lock").unlink()

    def url(self, database, folder=None, more=""):
        return f"postgres:///{database}?host={folder or self.folder}&user=postgres{more}"

    def sql(self, database, text, check=True):
        """The rows of the last statement, as lists of text; None if it fails and need not succeed."""
        words = ["psql", "-X", "-q", "-A", "-t", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-h", str(self.folder), "-U",
                 "postgres", "-d", database]
        # A machine that is stopped within a transaction holds its locks, and this script is to let it go on.
        environment = {**os.environ, "PGOPTIONS": "-c lock_timeout=2s"}
        run = subprocess.run(words, input=text, capture_output=True, text=True, env=environment)
        if run.returncode != 0:
            if not check:
                return None
            raise RuntimeError(f"{text}: {run.stderr}")
        return [line.split("\t") for line in run.stdout.splitlines()]

    def _own_folder(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(mode=0o755)
        if os.getuid() == 0:
            shutil.chown(self.folder, "postgres", "postgres")

    def _perform(self, program, *words, check=True):
        """PostgreSQL refuses to run as root."""
        other = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.getuid() == 0 else []
        run = subprocess.run([*other, str(PROGRAMS / program), *map(str, words)], stdin=subprocess.DEVNULL,
                             stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd=self.folder)
        if check and run.returncode != 0:
            log = self.folder / "log"
            said = log.read_text()[-600:] if log.exists() else ""
            raise RuntimeError(f"{program}: {run.stderr}{said}")


def is_alive(process):
    """Whether it runs; one that has ended and waits for its parent does not."""
    return state_of(process) not in ("Z", None)


def state_of(process):
    """The letter of proc(5); None if there is no such process."""
    try:
        return pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return None


class Relay:
    """Leads connections to a server's socket until it is told to lose them."""

    def __init__(self, folder, server):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(mode=0o755)
        self._server = str(server.folder / ".s.PGSQL.5432")
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(self.folder / ".s.PGSQL.5432"))
        self._listener.listen(16)
        self._pairs = set()
        self._lock = threading.Lock()
        self._is_deaf = False
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self):
        """Ends all connections at once, within whatever is under way."""
        with self._lock:
            pairs = list(self._pairs)
        for pair in pairs:
            self._end(pair)
        return len(pairs)

    def swallow(self):
        """Requests still arrive, and what the server answers next is lost with its connection."""
        self._is_deaf = True

    def close(self):
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.cut()

    def _accept(self):
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            upstream = socket.socket(socket.AF_UNIX)
            try:
                upstream.connect(self._server)
            except OSError:
                client.close()
                upstream.close()
                continue
            pair = (client, upstream)
            with self._lock:
                self._pairs.add(pair)
            threading.Thread(target=self._relay, args=(pair,), daemon=True).start()

    def _relay(self, pair):
        client, upstream = pair
        try:
            while True:
                ready, _, _ = select.select(pair, [], [])
                for end in ready:
                    octets = end.recv(65536)
                    if not octets:
                        return
                    if end is upstream and self._is_deaf:
                        self._is_deaf = False
                        return
                    (upstream if end is client else client).sendall(octets)
        except (OSError, ValueError):
            return
        finally:
            self._end(pair)
            with self._lock:
                self._pairs.discard(pair)
            client.close()
            upstream.close()

    @staticmethod
    def _end(pair):
        for end in pair:
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
