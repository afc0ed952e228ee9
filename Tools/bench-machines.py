#!/usr/bin/python3
"""Measures a ledger on PostgreSQL beside one of SQLite, and beside a bare queue. Needs PostgreSQL's server and pgbench.

  Tools/bench-machines.py [messages] [queue] [freeze] [--readers 20000] [--sessions 10] [--runs 3] [--many 1000000]

  messages  how many messages a second 1, 2 and 4 processes deliver to a relay that answers at once, and what each costs the
            server; beside one process with SQLite
  queue     how many rows a second 1, 2 and 4 clients of pgbench take from a bare queue: UPDATE … FOR UPDATE SKIP LOCKED, which is
            the least that any delivery costs
  freeze    an issue for --many readers, with both, and how long `courant ledger move` takes

Without a section, the first two. Everything is on this machine, over a Unix socket; the server syncs its log. $COURANT is the
binary, .build/release/courant unless set.
"""

import argparse
import datetime
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from machines import PROGRAMS, Server  # noqa: E402
from stage import COURANT, MONDAY, SUNDAY, Process, Sink, Site, end_tidily_when_told  # noqa: E402

TICKS = os.sysconf("SC_CLK_TCK")
CLIENTS = (1, 2, 4)
QUEUE = """\
DROP TABLE IF EXISTS queue;
CREATE TABLE queue (id bigint PRIMARY KEY, address text NOT NULL, state int NOT NULL DEFAULT 0);
INSERT INTO queue SELECT n, 'r' || n || '@example.net' FROM generate_series(1, {rows}) n;
CREATE INDEX ON queue (id) WHERE state = 0;
ANALYZE queue;
CHECKPOINT;
"""
TAKE = """\
UPDATE queue SET state = 1 WHERE id IN (SELECT id FROM queue WHERE state = 0 ORDER BY id LIMIT {batch} FOR UPDATE SKIP LOCKED)
RETURNING id, address;
"""


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, usage=argparse.SUPPRESS)
    parser.add_argument("sections", nargs="*", metavar="messages|queue|freeze")
    for name, usual in (("readers", 20_000), ("sessions", 10), ("runs", 3), ("many", 1_000_000)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    options = parser.parse_args()
    known = {"messages": messages, "queue": queue, "freeze": freeze}
    if set(options.sections) - set(known):
        parser.error(f"the sections are {', '.join(known)}")
    end_tidily_when_told()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="bm-", dir="/tmp"))
    folder.chmod(0o755)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start, {datetime.date.today()}; courant: {COURANT}")
    server = SyncingServer(folder / "db")
    try:
        server.make()
        for section in options.sections or ["messages", "queue"]:
            part = folder / section
            part.mkdir()
            known[section](part, server, options)
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


class SyncingServer(Server):
    """As an operator would have it, not as tests do."""

    def make(self):
        self._own_folder()
        self._perform("initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "--locale=C", "-E", "UTF8")
        self.configure(f"listen_addresses = ''\nunix_socket_directories = '{self.folder}'\nshared_buffers = 512MB\n"
                       "max_connections = 60\nmax_wal_size = 4GB\n")
        self.start()
        return self

    def cpu(self):
        """Seconds of all its processes, those that have ended included."""
        first = int((self.data / "postmaster.pid").read_text().split()[0])
        children = subprocess.run(["pgrep", "-P", str(first)], capture_output=True, text=True).stdout.split()
        ticks = sum(ticks_of(first)[:4])
        for child in children:
            ticks += sum(ticks_of(int(child))[:2])
        return ticks / TICKS

    def wal(self):
        """Bytes that its log has ever had."""
        return int(self.sql("postgres", "SELECT pg_current_wal_insert_lsn() - '0/0'")[0][0])


def ticks_of(process):
    """User and system time of a process, and of its children that have ended."""
    try:
        return [int(word) for word in pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[11:15]]
    except OSError:
        return [0, 0, 0, 0]


def messages(folder, server, options):
    print(f"\nmessages: {options.readers:,} readers, {options.sessions} sessions for each process, a relay on this machine that "
          f"answers at once; median of {options.runs}")
    print("                 messages/s  times one   courant µs   server µs   server's log   relay µs, each for a message")
    site = Site.make(folder / "sqlite", articles=6, words=20)
    site.enrol(options.readers)
    site.courant("run", "--only", "digests", "--now", SUNDAY)
    on_server = site.copy(folder / "server")
    site.courant("run", "--only", "digests", "--now", MONDAY)
    found = []
    for number in range(options.runs):
        copy = site.copy(folder / f"sqlite{number}")
        found.append(deliver(folder, [copy], options, lambda port: copy.aim(port, options.sessions)))
        shutil.rmtree(copy.path)
    one = show("SQLite, 1", found, options.readers)
    server.sql("postgres", "CREATE DATABASE frozen")
    on_server.courant("ledger", "move", "sqlite:var/courant.sqlite", server.url("frozen"))
    aim(on_server, 9, options, server.url("frozen"))
    on_server.courant("run", "--only", "digests", "--now", MONDAY)
    of_one = None
    for clients in CLIENTS:
        found = []
        for number in range(options.runs):
            database = f"messages_{clients}_{number}"
            server.sql("postgres", f"CREATE DATABASE {database} TEMPLATE frozen")
            server.sql("postgres", "CHECKPOINT")
            url = server.url(database)
            found.append(deliver(folder, [on_server] * clients, options, lambda port: aim(on_server, port, options, url), server))
            server.sql("postgres", f"DROP DATABASE {database}")
        rate = show(f"server, {clients}", found, options.readers, of_one)
        of_one = of_one or rate
    print(f"  one process on the server: {of_one / one:.2f} times one with SQLite")


def aim(site, port, options, url):
    site.aim(port, options.sessions, more=f'\n[ledger]\nurl = "{url}"\ngather = "any"\n')


def deliver(folder, sites, options, aim_at, server=None):
    """Seconds and costs of one issue, which a process for each of these sites delivers."""
    with Sink(folder) as sink:
        aim_at(sink.port)
        cpu, wal = (server.cpu(), server.wal()) if server else (0, 0)
        started = []
        for number, site in enumerate(sites):
            own = folder / f"output{number}"
            own.mkdir(exist_ok=True)
            words = [COURANT, "run", "--only", "deliveries", "--now", MONDAY, "--site", str(site.path)]
            started.append(Process(words, own))
        runs = [process.end() for process in started]
        cost = (server.cpu() - cpu, server.wal() - wal) if server else (0, 0)
    for run in runs:
        if run.code != 0:
            print(f"  a process ended with {run.code}: {run.errors[:300]}")
    if sink.counts["messages"] != options.readers:
        print(f"  the relay took {sink.counts['messages']:.0f} messages")
    return {"rate": sink.counts["messages"] / sink.counts["seconds"], "courant": sum(run.cpu for run in runs), "server": cost[0],
            "wal": cost[1], "sink": sink.counts["cpu"]}


def show(name, found, readers, of_one=None):
    median = {key: statistics.median(one[key] for one in found) for key in found[0]}
    a_message = {key: median[key] / readers * 1e6 for key in ("courant", "server", "sink")}
    of_server = f"{a_message['server']:8.0f}    {median['wal'] / readers / 1000:9.2f} kB" if median["wal"] else f"{'':24}"
    print(f"  {name:14} {median['rate']:10,.0f}   {median['rate'] / (of_one or median['rate']):8.2f}   {a_message['courant']:10.0f}   "
          f"{of_server}   {a_message['sink']:8.0f}", flush=True)
    return median["rate"]


def queue(folder, server, options):
    rows = options.readers * 10
    print(f"\nqueue: {rows:,} rows, pgbench for 10 seconds at most; rows/s, and the server's CPU and log for a row")
    server.sql("postgres", "CREATE DATABASE queue")
    for batch in (20, 100):
        script = folder / "take.sql"
        script.write_text(TAKE.format(batch=batch))
        for clients in CLIENTS:
            server.sql("queue", QUEUE.format(rows=rows))
            cpu, wal = server.cpu(), server.wal()
            transactions = min(rows // batch // clients, 100_000)
            words = [PROGRAMS / "pgbench", "-n", "-M", "prepared", "-f", script, "-c", clients, "-j", clients, "-t", transactions,
                     "-h", server.folder, "-U", "postgres", "queue"]
            output = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=True).stdout
            taken = int(server.sql("queue", "SELECT count(*) FROM queue WHERE state = 1")[0][0])
            rate = float(re.search(r"tps = ([0-9.]+)", output)[1]) * taken / (transactions * clients)
            print(f"  {batch:3} a transaction, {clients} client{'s' if clients > 1 else ' '}: {rate:8,.0f} rows/s; "
                  f"{(server.cpu() - cpu) / taken * 1e6:4.0f} µs, {(server.wal() - wal) / taken / 1000:.2f} kB", flush=True)


def freeze(folder, server, options):
    print(f"\nfreeze: an issue for {options.many:,} readers, `courant run --only digests`")
    site = Site.make(folder / "sqlite", articles=6, words=20)
    run = site.enrol(options.many)
    print(f"  import: {run.wall:.0f} s", flush=True)
    site.courant("run", "--only", "digests", "--now", SUNDAY)
    on_server = site.copy(folder / "server")
    run = site.courant("run", "--only", "digests", "--now", MONDAY)
    print(f"  SQLite: {run.wall:.1f} s, {run.cpu:.1f} s CPU, {run.peak:.0f} MB", flush=True)
    server.sql("postgres", "CREATE DATABASE many")
    run = on_server.courant("ledger", "move", "sqlite:var/courant.sqlite", server.url("many"))
    print(f"  move to the server: {run.wall:.1f} s, {run.cpu:.1f} s CPU, {run.peak:.0f} MB", flush=True)
    aim(on_server, 9, options, server.url("many"))
    cpu, wal = server.cpu(), server.wal()
    run = on_server.courant("run", "--only", "digests", "--now", MONDAY)
    print(f"  server: {run.wall:.1f} s, {run.cpu:.1f} s CPU and {server.cpu() - cpu:.1f} s of the server's, {run.peak:.0f} MB, "
          f"{(server.wal() - wal) / 1e6:,.0f} MB of its log", flush=True)
    queued = int(server.sql("many", "SELECT count(*) FROM delivery")[0][0])
    if queued != options.many:
        print(f"  {queued:,} deliveries")


if __name__ == "__main__":
    main()
