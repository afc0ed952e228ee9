#!/usr/bin/python3
"""Three machines with one ledger on PostgreSQL and one relay, each in a network namespace of its own. As root.

  Tools/trial-machines.py [speed] [freeze] [--readers 20000] [--rtt 20] [--sessions 10] [--times 100] [--runs 3]

  speed   how many messages a second 1, 2 and 3 machines send to a relay that answers after --rtt milliseconds
  freeze  all three start a whole run in the same second, --times weeks in a row: each issue is frozen once, and each
          reader gets it once

Without an argument, both. Each machine has a site folder of its own with the same articles. The server syncs its log. $COURANT is
the binary, .build/release/courant unless set. Exit code 1 if an issue was frozen twice or not at all, or a reader got one twice or not
at all.
"""

import argparse
import collections
import datetime
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from machines import PROGRAMS, Server  # noqa: E402
from stage import COURANT, MONDAY, SUNDAY, Process, Site, end_tidily_when_told, own_sink  # noqa: E402

MACHINES = 3
DATABASE, RELAY = "10.77.0.1", "10.77.0.2"


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, usage=argparse.SUPPRESS)
    parser.add_argument("sections", nargs="*", metavar="speed|freeze")
    for name, usual in (("readers", 20_000), ("rtt", 20), ("sessions", 10), ("times", 100), ("runs", 3)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    options = parser.parse_args()
    known = {"speed": speed, "freeze": freeze}
    if set(options.sections) - set(known):
        parser.error(f"the sections are {', '.join(known)}")
    if os.geteuid() != 0:
        sys.exit("only root can make network namespaces")
    end_tidily_when_told()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="tm-", dir="/tmp"))
    folder.chmod(0o755)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start, {datetime.date.today()}; courant: {COURANT}")
    hosts = Hosts()
    server = DistantServer(folder / "db", hosts)
    faults = 0
    try:
        hosts.make()
        server.make()
        for section in options.sections or known:
            faults += known[section](Stage(folder / section, hosts, server, options))
    finally:
        server.stop()
        hosts.end()
        shutil.rmtree(folder, ignore_errors=True)
    sys.exit(1 if faults else 0)


class Hosts:
    """Network namespaces, joined by a bridge in another one. Nothing outside is reached."""

    def __init__(self):
        self._names = {name: f"tm{os.getpid()}-{name}" for name in ["switch", "db", "relay", "m1", "m2", "m3"]}

    def make(self):
        for name in self._names.values():
            perform("ip", "netns", "add", name)
            perform("ip", "-n", name, "link", "set", "lo", "up")
        switch = self._names["switch"]
        perform("ip", "-n", switch, "link", "add", "bridge", "type", "bridge")
        perform("ip", "-n", switch, "link", "set", "bridge", "up")
        for number, host in enumerate(["db", "relay", "m1", "m2", "m3"], 1):
            name = self._names[host]
            perform("ip", "-n", switch, "link", "add", host, "type", "veth", "peer", "name", "eth0", "netns", name)
            perform("ip", "-n", switch, "link", "set", host, "master", "bridge", "up")
            perform("ip", "-n", name, "address", "add", f"10.77.0.{number}/24", "dev", "eth0")
            perform("ip", "-n", name, "link", "set", "eth0", "up")

    def on(self, host, *words):
        """A command that runs on a host."""
        return ["ip", "netns", "exec", self._names[host], *map(str, words)]

    def end(self):
        for name in self._names.values():
            subprocess.run(["ip", "netns", "del", name], stderr=subprocess.DEVNULL)


class DistantServer(Server):
    """On the host `db`, where the others reach it over TCP."""

    def __init__(self, folder, hosts):
        super().__init__(folder)
        self._hosts = hosts

    def make(self):
        self._own_folder()
        self._perform("initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "--locale=C", "-E", "UTF8")
        self.configure(f"listen_addresses = '{DATABASE}'\nunix_socket_directories = '{self.folder}'\n"
                       "shared_buffers = 256MB\nmax_connections = 60\nmax_wal_size = 2GB\n")
        with open(self.data / "pg_hba.conf", "a") as file:
            file.write("host all all 10.77.0.0/24 trust\n")
        self.start()
        return self

    def _perform(self, program, *words, check=True):
        own = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", PROGRAMS / program, *words]
        run = subprocess.run(self._hosts.on("db", *own), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                             stderr=subprocess.PIPE, text=True, cwd=self.folder)
        if check and run.returncode != 0:
            raise RuntimeError(f"{program}: {run.stderr}")

    def address(self, database):
        return f"postgres://postgres@{DATABASE}/{database}"


class Stage:
    """The machines' sites, and a relay."""

    def __init__(self, folder, hosts, server, options):
        self.folder, self.hosts, self.server, self.options = folder, hosts, server, options
        folder.mkdir()
        self.sites = [Site.make(folder / f"m{number}", articles=6, words=20) for number in range(1, MACHINES + 1)]

    def move(self, database, readers):
        """Moves the ledger of the first site, with this many readers, to a new database."""
        self.sites[0].enrol(readers)
        self.sites[0].courant("run", "--only", "digests", "--now", SUNDAY)  # a digest begins with the slot after its first run
        self.server.sql("postgres", f"CREATE DATABASE {database}")
        address = self.server.address(database)
        self.run(1, "ledger", "move", "sqlite:var/courant.sqlite", address)
        return address

    def aim(self, address):
        for site in self.sites:
            site.aim(2525, self.options.sessions, more=f'\n[ledger]\nurl = "{address}"\ngather = "any"\n')
            file = site.path / "schedule.conf"
            file.write_text(file.read_text().replace("127.0.0.1", RELAY))

    def start(self, machine, *words):
        site = self.sites[machine - 1].path
        return Process(self.hosts.on(f"m{machine}", COURANT, *words, "--site", site), site)

    def run(self, machine, *words):
        run = self.start(machine, *words).end()
        if run.code != 0:
            sys.exit(f"courant {' '.join(words)} on machine {machine} ended with {run.code}: {run.errors}")
        return run

    def sink(self, *more):
        words = self.hosts.on("relay", own_sink(self.folder), "--address", "0.0.0.0", "--port", "2525",
                              "--rtt", self.options.rtt * 1000, *more)
        popen = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
        popen.stdout.readline()
        return popen


def speed(stage):
    options = stage.options
    print(f"\nspeed: {options.readers:,} readers, {options.sessions} sessions on each machine, the relay answers after "
          f"{options.rtt} ms; messages/s by the relay's clock, median of {options.runs}")
    address = stage.move("frozen", options.readers)
    stage.aim(address)
    stage.run(1, "run", "--only", "digests", "--now", MONDAY)
    rates = {}
    for machines in range(1, MACHINES + 1):
        found = [send(stage, machines, f"speed_{machines}_{number}") for number in range(options.runs)]
        rates[machines] = statistics.median(found)
        print(f"  {machines} machine{'s' if machines > 1 else ''}: {rates[machines]:,.0f} messages/s"
              f" ({rates[machines] / rates[1]:.2f} times one); all: {', '.join(f'{rate:,.0f}' for rate in found)}", flush=True)
    return 0


def send(stage, machines, database):
    """Messages a second, with a copy of the frozen issue."""
    stage.server.sql("postgres", f"CREATE DATABASE {database} TEMPLATE frozen")
    stage.aim(stage.server.address(database))
    sink = stage.sink()
    started = [stage.start(machine, "run", "--only", "deliveries", "--now", MONDAY) for machine in range(1, machines + 1)]
    for process in started:
        run = process.end()
        if run.code != 0:
            print(f"  a machine ended with {run.code}: {run.errors[:300]}")
    sink.terminate()
    words = sink.communicate()[0].split()
    counts = dict(zip(words[::2], map(float, words[1::2])))
    if counts["messages"] != stage.options.readers:
        print(f"  the relay took {counts['messages']:.0f} messages")
    stage.server.sql("postgres", f"DROP DATABASE {database}")
    return counts["messages"] / counts["seconds"]


def freeze(stage):
    readers, faults = 30, 0
    print(f"\nfreeze: {MACHINES} machines start in the same second, {stage.options.times} weeks in a row, {readers} readers")
    address = stage.move("weeks", readers)
    stage.aim(address)
    log = stage.folder / "log"
    sink = stage.sink("--log", log)
    codes = collections.Counter()
    for week in range(stage.options.times):
        monday = datetime.datetime(2026, 11, 23, 7, 0, 5) + datetime.timedelta(weeks=week)
        for site in stage.sites:
            write_article(site, week, monday)
        # Moments of business are given; those of the machines differ by milliseconds.
        summer = 1 if is_summer(monday) else 0
        now = (monday - datetime.timedelta(hours=summer)).strftime("%Y-%m-%dT%H:%M:%SZ")
        for process in [stage.start(machine, "run", "--now", now) for machine in range(1, MACHINES + 1)]:
            run = process.end()
            codes[run.code] += 1
            if run.code != 0:
                print(f"  week {week}: ended with {run.code}: {run.errors[:300]}", flush=True)
    stage.run(1, "run", "--only", "deliveries", "--now", now)
    sink.terminate()
    sink.wait()
    issues = int(stage.server.sql("weeks", "SELECT count(*) FROM issue")[0][0])
    slots = int(stage.server.sql("weeks", "SELECT count(DISTINCT wall_time) FROM issue")[0][0])
    mails = collections.Counter(log.read_text().split())
    if issues != stage.options.times or slots != issues:
        faults += 1
    if len(mails) != readers or set(mails.values()) != {issues}:
        faults += 1
    print(f"  {issues} issues in {slots} slots; each of {len(mails)} readers got between {min(mails.values())} and "
          f"{max(mails.values())} mails; runs ended with {dict(codes)}: {'a promise broke' if faults else 'every promise kept'}")
    return faults


def write_article(site, week, monday):
    date = (monday - datetime.timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    head = f"title: Week {week}\ndate: {date}\ntopics: [news]\nsummary: What was new in week {week}."
    (site.path / f"articles/week{week:03}.md").write_text(f"---\n{head}\n---\n\nText of week {week}.\n")


def is_summer(moment):
    """In London (Europe/London, `zdump`): from the last Sunday of March to that of October."""
    def last_sunday(month):
        last = datetime.datetime(moment.year, month, 31, 1)
        return last - datetime.timedelta(days=(last.weekday() + 1) % 7)
    return last_sunday(3) <= moment < last_sunday(10)


def perform(*words):
    subprocess.run(words, check=True)


if __name__ == "__main__":
    main()
