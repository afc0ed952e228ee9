"""Shared by trials and benchmarks: a site with many readers, its history in the ledger, and an SMTP sink for its mail.

Everything is in the folder that the caller gives and removes, and on 127.0.0.1.
"""

import datetime
import os
import pathlib
import random
import re
import shlex
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from dataclasses import dataclass

ROOT = pathlib.Path(__file__).resolve().parent.parent
COURANT = os.environ.get("COURANT", str(ROOT / ".build/release/courant"))

SUNDAY = "2026-11-22T12:00:00Z"
MONDAY = "2026-11-23T07:00:05Z"  # the weekly digest is due

SCHEDULE = """\
[site]
title = "Trial news"
url = "https://news.example.org"
time_zone = "Europe/London"
publisher = "Example Trust, 1 High Street, London"

[mail]
from = "Trial news <news@example.org>"
smtp = "smtp://127.0.0.1:{port}"
tls = "off"
sessions = {sessions}
uncertain = "{uncertain}"

[sources.articles]
folder = "articles"

[digest.weekly]
cron = "0 7 * * MON"
"""

WORDS = """walk people with the study of barrier nerve cells months after relapse showed small change in memory and
balance while others kept their strength researchers asked whether light exercise sleep or food made a difference""".split()


def end_tidily_when_told():
    """Makes SIGTERM run `with` and `finally` blocks, so no sink and no folder stays."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@dataclass
class Run:
    """How a process ended, and what it cost."""

    code: int
    output: str
    errors: str
    wall: float  # seconds
    cpu: float  # seconds, user and system
    peak: float  # resident megabytes


class Process:
    """A started process; its output goes to files, so nothing is lost when it is killed."""

    def __init__(self, words, folder, environment=None):
        self.words, self.started = words, time.monotonic()
        self._files = [open(pathlib.Path(folder) / name, "wb+") for name in ("out", "err")]
        self.popen = subprocess.Popen(
            words, stdin=subprocess.DEVNULL, stdout=self._files[0], stderr=self._files[1],
            env=environment)

    @property
    def pid(self):
        return self.popen.pid

    def has_ended_within(self, seconds):
        """Waits at most that long. Does not reap, so its cost can still be read."""
        deadline = time.monotonic() + seconds
        while os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is None:
            left = deadline - time.monotonic()
            if left <= 0:
                return False
            time.sleep(min(left, 0.002))
        return True

    def kill(self):
        os.kill(self.pid, signal.SIGKILL)

    def end(self):
        """Waits for its end."""
        _, status, usage = os.wait4(self.pid, 0)
        self.popen.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - self.started
        texts = []
        for file in self._files:
            file.seek(0)
            texts.append(file.read().decode("utf-8", "replace"))
            file.close()
        cpu = usage.ru_utime + usage.ru_stime
        return Run(self.popen.returncode, texts[0], texts[1], wall, cpu, usage.ru_maxrss / 1024)


class Site:
    """A site folder that this script made."""

    def __init__(self, path):
        self.path = pathlib.Path(path)

    @classmethod
    def make(cls, path, articles, words, **mail):
        """This many articles, with summaries of this many words; `mail` as for `aim`."""
        site = cls(path)
        (site.path / "feeds").mkdir(parents=True)
        (site.path / "articles").mkdir()
        (site.path / "feeds/all.toml").write_text(
            'title = "All"\ndescription = "Everything."\ntopics = ["*"]\n')
        rng = random.Random(1)
        for number in range(articles):
            prose = lambda count: " ".join(rng.choice(WORDS) for _ in range(count)).capitalize()
            (site.path / f"articles/a{number:02}.md").write_text(
                f'---\ntitle: "{prose(8)}"\ndate: 2026-11-20T09:{number:02}:00Z\ntopics: [news]\n'
                f'summary: "{prose(words)}."\ncredibility: 3.5\ninterest: 4\nauthors: [Bench Desk]\n---\n\n{prose(60)}.\n')
        site.aim(9, **mail)
        return site

    def aim(self, port, sessions=10, uncertain="resend", more=""):
        """Writes schedule.conf; `more` are sections that follow the others."""
        text = SCHEDULE.format(port=port, sessions=sessions, uncertain=uncertain)
        (self.path / "schedule.conf").write_text(text + more)

    def start(self, *words, environment=None):
        return Process([COURANT, *words, "--site", str(self.path)], self.path, environment)

    def courant(self, *words):
        """Runs a command to its end; a failure ends the script."""
        run = self.start(*words).end()
        if run.code != 0:
            sys.exit(f"courant {' '.join(words)} ended with {run.code}: {run.errors}")
        return run

    def enrol(self, readers, feeds=lambda _: "*"):
        """This many confirmed readers in fifty domains, r000000@d00.example.net and so on; `feeds` sets what each follows."""
        sheet = self.path / "readers.csv"
        with open(sheet, "w") as file:
            file.write("email,name,digest,status,feeds\n")
            file.writelines(f'{address(i)},Reader {i},weekly,confirmed,"{feeds(i)}"\n' for i in range(readers))
        run = self.courant("subscribers", "import", str(sheet), "--now", SUNDAY)
        sheet.unlink()
        return run

    def copy(self, path):
        shutil.copytree(self.path, path)
        return Site(path)

    def query(self, sql):
        """Rows of the ledger, which is only read."""
        ledger = sqlite3.connect(f"file:{self.path}/var/courant.sqlite?mode=ro", uri=True, timeout=30)
        try:
            return ledger.execute(sql).fetchall()
        finally:
            ledger.close()


def address(number):
    return f"r{number:06}@d{number % 50:02}.example.net"


def connect_fast(path):
    """The ledger at this path, to insert a long history into; a loss of power would break it."""
    db = sqlite3.connect(path)
    db.execute("PRAGMA synchronous = OFF")
    return db


def copy_issue(db, number):
    """Copies issue 1 and its deliveries, the digest's first, to this number and as many weeks into the past."""
    back = (number - 1) * 7 * 86_400
    when = datetime.datetime(2026, 11, 23, 7) - datetime.timedelta(seconds=back)
    changes = {"wall_time": f"'{when:%Y-%m-%dT%H:%M}'", "number": number, "frozen": f"frozen - {back}",
               "due": f"due - {back}", "recorded": f"recorded - {back}", "changed": f"changed - {back}"}
    copy_rows(db, "slot", "digest = 'weekly' AND wall_time = '2026-11-23T07:00'", changes)
    copy_rows(db, "issue", "id = 1", changes | {"id": number})
    for table in ("edition", "delivery"):
        copy_rows(db, table, "issue = 1", changes | {"id": "NULL", "issue": number})


def copy_rows(db, table, rows, changes):
    # Not what SQLite makes of others, and nothing that must be its own in each row.
    names = [name for _, name, *_ in db.execute(f"PRAGMA table_info({table})") if name not in ("identity", "frozen_as")]
    values = [str(changes[name]) if name in changes else name for name in names]
    if table != "delivery":
        values = [name if name == "id" and value == "NULL" else value for name, value in zip(names, values)]
    db.execute(f"INSERT INTO {table} ({', '.join(names)}) SELECT {', '.join(values)} FROM {table} WHERE {rows}")


class Sink:
    """An SMTP sink in a separate process. Use it in `with`.

    Without a command it is Tools/sink.c. A command is started as `COMMAND PORT RTT DOT` and told the rest by the
    environment: LOG (a file for the accepted recipients, one a line), AMB, SOFT and HARD (each N-th).
    """

    def __init__(self, folder, command=None, rtt=0, dot=0, log=None, refusals=None, ambiguous=0, soft=0, hard=0):
        self._folder, self._command = pathlib.Path(folder), command
        self._limits = {"rtt": rtt, "dot": dot, "ambiguous": ambiguous, "soft": soft, "hard": hard}
        self._files = {"log": log, "refusals": refusals}
        self.counts = {}

    def __enter__(self):
        self._output = open(self._folder / f"sink-{time.monotonic_ns()}", "w+")
        if self._command:
            self._start_foreign()
        else:
            self._start_own()
        return self

    def _start_own(self):
        words = [own_sink(self._folder)]
        for name, value in {**self._limits, **self._files}.items():
            if value:
                words += [f"--{name}", str(value)]
        self._popen = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=self._output, text=True)
        self.port = int(self._popen.stdout.readline() or sys.exit("the sink did not start"))

    def _start_foreign(self):
        self.port, limits = free_port(), self._limits
        words = shlex.split(self._command) + [str(self.port), str(limits["rtt"]), str(limits["dot"])]
        environment = dict(os.environ)
        for name, value in (("LOG", self._files["log"]), ("AMB", limits["ambiguous"]), ("SOFT", limits["soft"]),
                            ("HARD", limits["hard"])):
            if value:
                environment[name] = str(value)
        self._popen = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=self._output, text=True, env=environment)
        for _ in range(500):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.01)
        self._popen.kill()
        sys.exit(f"{self._command} did not start")

    def __exit__(self, *_):
        """Ends it, and keeps its counts: `messages`, `connections` and, from Tools/sink.c, more."""
        try:  # its last output, and its CPU time if it does not print it
            ticks = pathlib.Path(f"/proc/{self._popen.pid}/stat").read_text().rsplit(")", 1)[1].split()[11:13]
            cpu = sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")
        except OSError:
            cpu = 0.0
        self._popen.terminate()
        said, _ = self._popen.communicate()
        self._output.seek(0)
        names = {"msgs": "messages", "conns": "connections", "bytes": "octets"}
        pairs = re.findall(r"([a-z]+) ([0-9.]+)", said + self._output.read())
        self.counts = {"cpu": cpu} | {names.get(name, name): float(value) for name, value in pairs}
        if self._command:
            self.counts["connections"] = self.counts.get("connections", 1) - 1  # the one that asked whether it is there
        path = self._output.name
        self._output.close()
        os.unlink(path)


def own_sink(folder):
    """Tools/sink.c, compiled once into the folder."""
    program = pathlib.Path(folder) / "sink"
    if not program.exists():
        source = str(ROOT / "Tools/sink.c")
        subprocess.run(["cc", "-std=c11", "-O2", "-pthread", "-o", str(program), source], check=True)
    return str(program)
