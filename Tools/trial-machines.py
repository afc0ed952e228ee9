#!/usr/bin/python3
"""Three machines with one ledger on PostgreSQL and one relay, each in a network namespace of its own. As root.

  Tools/trial-machines.py [speed] [freeze] [cut] [--readers 20000] [--rtt 20] [--sessions 10] [--times 100] [--runs 3] [--cuts 20]
                          [--seed S]

  speed   how many messages a second 1, 2 and 3 machines send to a relay that answers after --rtt milliseconds
  freeze  all three start a whole run in the same second, --times weeks in a row: each issue is frozen once, and each
          reader gets it once
  cut     in the middle of an issue, one machine's link to the database is set down for some seconds, in each second trial that to
          the relay; --cuts issues for 1,500 readers. In each fifth one it is down for longer than a silent connection to the
          database is kept

Without an argument, all. Each machine has a site folder of its own with the same articles. The server syncs its log. $COURANT is
the binary, .build/release/courant unless set. Exit code 1 if an issue was frozen twice or not at all, or a reader got one not at all, or
twice without a line on standard error that says so.
"""

import argparse
import collections
import datetime
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from machines import EXPIRE, OPEN, PROGRAMS, RECOVERED, UNANSWERED, Server  # noqa: E402
from stage import COURANT, MONDAY, SUNDAY, Process, Site, address, end_tidily_when_told, own_sink  # noqa: E402

MACHINES = 3
DATABASE, RELAY = "10.77.0.1", "10.78.0.1"
NETWORKS = {"database": "10.77.0", "relay": "10.78.0"}
CUT_READERS = 1_500
MOST_SECONDS = 300  # for one issue
LATER = "2026-11-23T09:00:05Z"  # for messages that were deferred: a machine without its database for more than 20 s sends none


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, usage=argparse.SUPPRESS)
    parser.add_argument("sections", nargs="*", metavar="speed|freeze|cut")
    for name, usual in (("readers", 20_000), ("rtt", 20), ("sessions", 10), ("times", 100), ("runs", 3), ("cuts", 20),
                        ("seed", random.randrange(1_000_000))):
        parser.add_argument(f"--{name}", type=int, default=usual)
    options = parser.parse_args()
    known = {"speed": speed, "freeze": freeze, "cut": cut}
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
    """Network namespaces. Each machine has one link to the database's network and one to the relay's, and nothing outside is
    reached."""

    def __init__(self):
        self._names = {name: f"tm{os.getpid()}-{name}" for name in ["switch", "database", "relay", "m1", "m2", "m3"]}

    def make(self):
        for name in self._names.values():
            perform("ip", "netns", "add", name)
            perform("ip", "-n", name, "link", "set", "lo", "up")
        for network, prefix in NETWORKS.items():
            self._join(network, prefix, [network, "m1", "m2", "m3"])

    def _join(self, network, prefix, hosts):
        """With a bridge; each host's link has the name of the network."""
        switch, bridge = self._names["switch"], f"{network}s"
        perform("ip", "-n", switch, "link", "add", bridge, "type", "bridge")
        perform("ip", "-n", switch, "link", "set", bridge, "up")
        for number, host in enumerate(hosts, 1):
            name, port = self._names[host], f"{network}{number}"
            perform("ip", "-n", switch, "link", "add", port, "type", "veth", "peer", "name", network, "netns", name)
            perform("ip", "-n", switch, "link", "set", port, "master", bridge, "up")
            perform("ip", "-n", name, "address", "add", f"{prefix}.{number}/24", "dev", network)
            self.set(host, network, "up")

    def set(self, host, network, state):
        perform("ip", "-n", self._names[host], "link", "set", network, state)

    def on(self, host, *words):
        """A command that runs on a host."""
        return ["ip", "netns", "exec", self._names[host], *map(str, words)]

    def end(self):
        for name in self._names.values():
            subprocess.run(["ip", "netns", "del", name], stderr=subprocess.DEVNULL)


class DistantServer(Server):
    """On the host `database`, where the others reach it over TCP."""

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
        run = subprocess.run(self._hosts.on("database", *own), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
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


def cut(stage):
    options = stage.options
    print(f"\ncut: {MACHINES} machines, {CUT_READERS:,} readers, {options.sessions} sessions on each machine, the relay answers after "
          f"{options.rtt} ms, seed {options.seed}")
    stage.move("cut", CUT_READERS)
    stage.aim(stage.server.address("cut"))
    stage.run(1, "run", "--only", "digests", "--now", MONDAY)
    trials = [Cut(stage, number) for number in range(1, options.cuts + 1)]
    for trial in trials:
        trial.perform()
    faults = sum(len(trial.faults) for trial in trials)
    duplicates, uncertain = (sum(getattr(trial, name) for trial in trials) for name in ("duplicates", "uncertain"))
    print(f"  {len(trials)} cuts: {duplicates} duplicates, {uncertain} reported as uncertain: "
          f"{'a promise broke' if faults else 'every promise kept'}")
    return faults


class Cut:
    """One issue, and one link that is down for a while."""

    def __init__(self, stage, number):
        self.stage, self.number = stage, number
        rng = random.Random(f"{stage.options.seed} {number}")
        self.link = list(NETWORKS)[number % 2]
        self.machine = rng.randint(1, MACHINES)
        self.seconds = rng.uniform(35, 45) if number % 5 == 0 else rng.uniform(1, 10)
        self.after = rng.randint(30, 500)  # messages
        self.database = f"cut{number}"
        self.reported, self.codes, self.faults = collections.Counter(), [], []

    def perform(self):
        stage = self.stage
        stage.server.sql("postgres", f"CREATE DATABASE {self.database} TEMPLATE cut")
        stage.aim(stage.server.address(self.database))
        log = stage.folder / f"log{self.number}"
        sink = stage.sink("--log", log)
        try:
            self.deliver(log)
        finally:
            sink.terminate()
            sink.wait()
        self.judge(collections.Counter(log.read_text().split()))
        stage.server.sql("postgres", f"DROP DATABASE {self.database} WITH (FORCE)")

    def deliver(self, log):
        deadline = time.monotonic() + MOST_SECONDS
        runs = self.start_all(MONDAY)
        while not log.exists() or log.read_bytes().count(b"\n") < self.after:
            time.sleep(0.01)
        self.stage.hosts.set(f"m{self.machine}", self.link, "down")
        own = f"worker IN (SELECT id FROM worker WHERE process = {runs[self.machine - 1].pid})"
        self.held = int(self.stage.server.sql(self.database, f"SELECT count(*) FROM claim WHERE {own} AND accepted IS NULL")[0][0])
        time.sleep(self.seconds)
        self.stage.hosts.set(f"m{self.machine}", self.link, "up")
        self.hear(runs)
        while int(self.stage.server.sql(self.database, OPEN)[0][0]) and time.monotonic() < deadline:
            self.hear(self.start_all(LATER))

    def start_all(self, now):
        return [self.stage.start(machine, "run", "--only", "deliveries", "--now", now) for machine in range(1, MACHINES + 1)]

    def hear(self, runs):
        for process in runs:
            run = process.end()
            self.reported.update(RECOVERED.findall(run.errors) + UNANSWERED.findall(run.errors))
            self.codes.append(run.code)
            if run.code == 75:
                print(f"    {run.errors.strip().splitlines()[-1][:200]}", flush=True)
            if run.code not in (0, 75):
                self.faults.append(f"a run ended with {run.code}: {run.errors[:300]}")
            self.stage.server.sql(self.database, EXPIRE.format(pid=process.pid))

    def judge(self, copies):
        everybody = {address(number) for number in range(CUT_READERS)}
        unreported = [who for who, count in copies.items() if count - 1 > self.reported[who]]
        self.duplicates, self.uncertain = copies.total() - len(copies), self.reported.total()
        left = self.stage.server.sql(self.database, "SELECT count(*) FROM delivery_now WHERE state <> 'accepted'")[0][0]
        if everybody != copies.keys():
            self.faults.append(f"lost: {sorted(everybody - copies.keys())[:5]}")
        if unreported:
            self.faults.append(f"twice and not reported: {sorted(unreported)[:5]}")
        if left != "0":
            self.faults.append(f"{left} deliveries are not accepted")
        codes = ", ".join(f"{count} runs ended with {code}" for code, count in sorted(collections.Counter(self.codes).items()))
        print(f"  {self.number}: machine {self.machine} without the {self.link} for {self.seconds:.1f} s, {self.held} claims in hand: "
              f"{self.duplicates} duplicates, {self.uncertain} reported as uncertain, {codes}", flush=True)
        for fault in self.faults:
            print(f"    {fault}", flush=True)


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
