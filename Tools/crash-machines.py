#!/usr/bin/python3
"""Three machines deliver from one ledger on PostgreSQL while they, the server and the connections between them are lost at random
instants; counts how often each reader got the issue (docs/scale.md, promises 1 and 2).

  Tools/crash-machines.py [--trials 200] [--readers 600] [--sessions 4] [--uncertain resend|skip] [--events 4] [--seed S]
                          [--failover] [--minutes M] [--keep]

Each machine is a site folder of its own, with its own relay to the server, and runs `courant run --only deliveries` again and again
until nothing is queued; in each eighth trial the first one also gathers, publishes and freezes. An event is one of

  kill      SIGKILL to a machine's run
  stop      SIGSTOP to a run until its leases are over and the others have had some time, then SIGCONT
  crash     SIGKILL to all processes of the server, which is then started again
  restart   the server is restarted
  cut       all connections of a machine to the server end
  swallow   the next answer of the server to a machine is lost with its connection
  leave     a reader unsubscribes, by hand in psql

With --failover there is a synchronous standby, and in each trial the server is killed and the standby promoted. Then the other events
are kill and leave, and machines reach both servers without relays.

Time passes for leases as in the tests: those of a run that has ended, or was stopped, are moved into the past.

$COURANT is the binary, .build/release/courant unless set. The last line is the summary. Exit code 1 if a promise broke: a reader
lost, a duplicate that no line on standard error reported as uncertain (under skip: any), more uncertain messages than lost runs had
connections, mail to a reader who had left before the message was allowed to leave, a second issue.
"""

import argparse
import collections
import os
import pathlib
import random
import shutil
import signal
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from machines import EXPIRE, OPEN, RECOVERED, UNANSWERED, Relay, Server  # noqa: E402
from stage import MONDAY, SUNDAY, Sink, Site, address, end_tidily_when_told  # noqa: E402

EVENTS = {"failover": 0, "kill": 4, "stop": 2, "crash": 2, "restart": 1, "cut": 4, "swallow": 4, "leave": 6}
DOTS = [1000, 20_000, 60_000]  # microseconds until the answer to the final dot
MOST_SECONDS = 240  # for one trial
LATER = "2026-11-23T09:00:05Z"  # for messages that were deferred, since machines may be paused

# The gate is closed from the first statement on, so the second one sees each turn that preceded the departure.
LEAVE = """BEGIN;
UPDATE subscription SET status = 'ended', ended = 1764572400 WHERE status = 'confirmed' AND subscriber =
  (SELECT id FROM subscriber WHERE address = '{who}');
SELECT d.attempts = 0 AND d.state = 'queued' AND c.committed IS NULL FROM delivery d LEFT JOIN claim c ON c.delivery = d.id
  JOIN subscription s ON s.id = d.subscription JOIN subscriber r ON r.id = s.subscriber WHERE r.address = '{who}';
COMMIT"""


def main():
    options = parse()
    end_tidily_when_told()
    folder = tempfile.mkdtemp(prefix="cm-", dir="/tmp")  # short: a path of a socket has at most 107 bytes
    os.chmod(folder, 0o755)
    stage = Stage(options, folder)
    try:
        sys.exit(0 if perform(options, stage) else 1)
    finally:
        stage.stop()
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)


def parse():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, usage=argparse.SUPPRESS)
    parser.add_argument("--trials", type=int, default=200)
    parser.add_argument("--first", type=int, default=1, help="the number of the first trial")
    parser.add_argument("--readers", type=int, default=600)
    parser.add_argument("--sessions", type=int, default=4)
    parser.add_argument("--uncertain", choices=["resend", "skip"], default="resend")
    parser.add_argument("--events", type=int, default=4, help="the most in one trial, departures apart")
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    parser.add_argument("--failover", action="store_true")
    parser.add_argument("--minutes", type=float, default=24 * 60, help="no trial begins later")
    parser.add_argument("--keep", action="store_true", help="leaves the folder of the last trial")
    return parser.parse_args()


def perform(options, stage):
    print(f"seed {options.seed}", flush=True)
    stage.make()
    totals = collections.Counter()
    begun, count = time.monotonic(), 0
    for number in range(options.first, options.first + options.trials):
        if time.monotonic() > begun + 60 * options.minutes:
            break
        count += 1
        trial = Trial(stage, number)
        trial.perform()
        totals.update(trial.counts)
        totals["faults"] += len(trial.faults)
        for fault in trial.faults:
            print(f"trial {number} ({' '.join(trial.story[:60])}): {fault}", flush=True)
        if number % 10 == 0:
            print(f"… {number} trials, {summary(totals)}", flush=True)
    kept = "a promise broke" if totals["faults"] else "every promise kept"
    print(f"{count} trials in {time.monotonic() - begun:.0f} s, {options.readers} readers, 3 machines, "
          f'{options.sessions} sessions each, uncertain = "{options.uncertain}", seed {options.seed}: {summary(totals)}; {kept}')
    return totals["faults"] == 0


def summary(totals):
    events = ", ".join(f"{totals[name]} {name}" for name in EVENTS if totals[name])
    return (f"{events}; {totals['runs']} runs ({totals['ended with 75']} ended with 75): {totals['lost']} lost, "
            f"{totals['duplicates']} duplicates, {totals['uncertain']} reported as uncertain, {totals['unreported']} not reported, "
            f"{totals['left']} left unmailed, {totals['mailed after leaving']} mailed after leaving")


class Stage:
    """The starting point of all trials, made once."""

    def __init__(self, options, folder):
        self.options, self.folder = options, pathlib.Path(folder)
        self.server = Server(self.folder / "pg")
        self.standby = Server(self.folder / "pg2") if options.failover else None

    def make(self):
        self.server.make()
        self.server.sql("postgres", "CREATE DATABASE unfrozen")
        self.site = Site.make(self.folder / "site", articles=3, words=25)
        self.site.enrol(self.options.readers)
        self.site.courant("run", "--now", SUNDAY)
        self.site.courant("ledger", "move", "sqlite:var/courant.sqlite", self.server.url("unfrozen"))
        self.server.sql("postgres", "CREATE DATABASE frozen TEMPLATE unfrozen")
        self.unfrozen_site = self.site.copy(self.folder / "unfrozen")  # whose public/ does not have the issue
        self.aim(self.site, 9, self.server.url("frozen"))
        self.site.courant("run", "--only", "digests", "--now", MONDAY)
        if self.standby:
            self.follow()

    def aim(self, site, port, url):
        site.aim(port, sessions=self.options.sessions, uncertain=self.options.uncertain,
                 more=f'\n[ledger]\nurl = "{url}"\ngather = "any"\n')

    def url(self, database, relay):
        if not self.standby:
            return self.server.url(database, folder=relay.folder)
        both = f"{self.folder / 'pg'},{self.folder / 'pg2'}"
        return self.server.url(database, folder=both, more="&target_session_attrs=read-write")

    def follow(self):
        """The standby begins anew, as a copy of the server, which waits for it from then on."""
        self.standby.copy_of(self.server)
        self.server.sql("postgres", "ALTER SYSTEM SET synchronous_standby_names = '*'")
        self.server.reload()
        synchronous = "SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'"
        while not self.server.sql("postgres", synchronous):
            time.sleep(0.02)

    def fail_over(self, pause):
        self.server.kill()
        time.sleep(pause)
        self.standby.promote()
        self.server, self.standby = self.standby, self.server

    def stop(self):
        for server in filter(None, [self.standby, self.server]):
            server.stop()


class Machine:
    """A site folder, its way to the server, and the run that is under way."""

    def __init__(self, trial, number):
        self.number, self.trial = number, trial
        stage = trial.stage
        original = stage.site if trial.is_frozen else stage.unfrozen_site
        self.site = original.copy(trial.folder / f"machine{number}")
        self.relay = Relay(trial.folder / f"r{number}", stage.server)
        self.process, self.is_stopped = None, False

    def start(self):
        only = [] if self.number == 1 and not self.trial.is_frozen else ["--only", "deliveries"]
        self.process = self.site.start("run", *only, "--now", self.trial.now())

    @property
    def runs(self):
        return self.process is not None

    def has_ended(self):
        return self.process is not None and self.process.has_ended_within(0)

    def end(self):
        run, self.process = self.process.end(), None
        self.is_stopped = False
        return run


class Trial:
    def __init__(self, stage, number):
        self.stage, self.number = stage, number
        self.rng = random.Random(f"{stage.options.seed} {number}")
        self.is_frozen = number % 8 != 0
        self.counts, self.faults, self.story = collections.Counter(), [], []
        self.recovered, self.unanswered = collections.Counter(), collections.Counter()
        self.losses = 0  # of runs that may have left messages in their final exchange
        self.left, self.perhaps_left = set(), set()
        self.dead = set()  # processes whose leases are still to end

    @property
    def server(self):
        return self.stage.server

    def perform(self):
        options = self.stage.options
        self.folder = self.stage.folder / "trial"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(mode=0o755)
        self.database = f"trial{self.number}"
        self.server.sql("postgres", f"CREATE DATABASE {self.database} TEMPLATE {'frozen' if self.is_frozen else 'unfrozen'}")
        self.log = self.folder / "log"
        self.machines = [Machine(self, number) for number in (1, 2, 3)]
        try:
            with Sink(self.folder, dot=self.rng.choice(DOTS), log=self.log) as sink:
                for machine in self.machines:
                    self.stage.aim(machine.site, sink.port, self.stage.url(self.database, machine.relay))
                self.run_until_done(options.events)
        finally:
            for machine in self.machines:
                if machine.runs:
                    machine.process.kill()
                    machine.end()
                machine.relay.close()
        self.judge(self.log.read_text().splitlines() if self.log.exists() else [])
        self.server.sql("postgres", f"DROP DATABASE {self.database} WITH (FORCE)")
        if self.stage.options.failover and self.counts["failover"]:
            self.stage.follow()

    def run_until_done(self, most):
        plan = self.plan(most)
        begun = self.begun = time.monotonic()
        # Most trials begin to disturb when messages leave.
        following = begun + self.rng.uniform(0, 0.6) if self.rng.random() < 0.2 else None
        resumed = []  # (when, machine)
        while time.monotonic() < begun + MOST_SECONDS:
            now = time.monotonic()
            for moment, machine in [pair for pair in resumed if pair[0] <= now]:
                resumed.remove((moment, machine))
                if machine.is_stopped:
                    os.kill(machine.process.pid, signal.SIGCONT)
                    machine.is_stopped = False
            if following is None and self.log.exists() and self.log.stat().st_size > 0:
                following = now + self.rng.uniform(0, 0.3)
            if plan and following is not None and now >= following:
                machine = self.disturb(plan.pop())
                if machine:
                    resumed.append((now + self.rng.uniform(0.2, 1.5), machine))
                following = now + self.rng.expovariate(4)
            self.expire()
            if not self.keep_going() and not resumed:
                return
            time.sleep(0.005)
        self.faults.append("it never came to an end: " + str([m.runs for m in self.machines]))

    def now(self):
        return MONDAY if time.monotonic() < self.begun + MOST_SECONDS / 2 else LATER

    def plan(self, most):
        if not self.stage.options.failover:
            return self.rng.choices(list(EVENTS), list(EVENTS.values()), k=self.rng.randint(2, 2 * most))
        plan = self.rng.choices(["kill", "leave"], k=self.rng.randint(0, most)) + ["failover"]
        self.rng.shuffle(plan)
        return plan

    def keep_going(self):
        """Starts runs that have ended, as cron would. False when nothing is left to do."""
        for machine in self.machines:
            if machine.has_ended():
                self.hear(machine)
        if all(machine.runs for machine in self.machines):
            return True
        waiting = self.waiting()
        if waiting == 0:
            return any(machine.runs for machine in self.machines)
        for machine in self.machines:
            if not machine.runs:
                machine.start()
                self.counts["runs"] += 1
        return True

    def waiting(self):
        if not self.is_frozen and self.server.sql(self.database, "SELECT 1 FROM issue", check=False) == []:
            return 1
        rows = self.server.sql(self.database, OPEN, check=False)
        return int(rows[0][0]) if rows else None

    def hear(self, machine):
        """What a run printed when it ended."""
        pid = machine.process.pid
        run = machine.end()
        self.dead.add(pid)
        recovered = RECOVERED.findall(run.errors)
        if recovered:
            self.story.append(f"(machine {machine.number} reports {', '.join(recovered)})")
        self.recovered.update(recovered)
        self.unanswered.update(UNANSWERED.findall(run.errors))
        if run.code == 75:
            self.counts["ended with 75"] += 1
            self.losses += 1
            self.story.append("75")
            if run.errors.strip():
                self.story.append(f"({run.errors.strip().splitlines()[-1][:160]})")
        elif run.code not in (0, -9):
            self.faults.append(f"a run ended with {run.code}: {run.errors.strip()[-300:]}")

    def expire(self):
        for pid in list(self.dead):
            if self.server.sql(self.database, EXPIRE.format(pid=pid), check=False) is not None:
                self.dead.discard(pid)

    def disturb(self, kind):
        """Returns a machine that is to go on later."""
        machine = self.rng.choice(self.machines)
        if kind in ("kill", "stop") and (not machine.runs or machine.is_stopped):
            return None
        self.counts[kind] += 1
        self.story.append(kind if kind == "leave" else f"{kind} {machine.number}")
        if kind == "kill":
            self.losses += 1
            machine.process.kill()
        elif kind == "stop":
            self.losses += 1
            os.kill(machine.process.pid, signal.SIGSTOP)
            machine.is_stopped = True
            self.dead.add(machine.process.pid)
            return machine
        elif kind == "crash":
            self.server.kill()
            time.sleep(self.rng.uniform(0, 0.5))
            self.server.start()
        elif kind == "failover":
            self.stage.fail_over(self.rng.uniform(0, 1))
        elif kind == "restart":
            self.server.restart(self.rng.choice(["fast", "immediate"]))
        elif kind == "cut":
            machine.relay.cut()
        elif kind == "swallow":
            machine.relay.swallow()
        else:
            self.leave(address(self.rng.randrange(self.stage.options.readers)))
        return None

    def leave(self, who):
        if who in self.left | self.perhaps_left:
            return
        rows = self.server.sql(self.database, LEAVE.format(who=who), check=False)
        if rows is None or rows == []:  # not frozen yet, or lost
            self.perhaps_left.add(who)
        elif rows[0][0] == "t":
            self.left.add(who)
        else:
            self.perhaps_left.add(who)

    def judge(self, log):
        options = self.stage.options
        copies, reported = collections.Counter(log), self.unanswered + self.recovered
        everybody = {address(i) for i in range(options.readers)}
        states = collections.defaultdict(set)
        for who, state in self.server.sql(
                self.database, "SELECT r.address, d.state FROM delivery_now d JOIN subscription s ON s.id = d.subscription"
                " JOIN subscriber r ON r.id = s.subscriber"):
            states[state].add(who)
        lost = everybody - copies.keys() - self.left - self.perhaps_left - states["uncertain"]
        late = {who for who in self.left if copies[who]}
        duplicates = sum(count - 1 for count in copies.values())
        unreported = sum(max(0, count - 1 - reported[who]) for who, count in copies.items())
        unreported += len([who for who in states["uncertain"] if not reported[who]])
        self.counts.update({
            "lost": len(lost), "duplicates": duplicates, "uncertain": reported.total(), "unreported": unreported,
            "left": len(self.left), "mailed after leaving": len(late)})
        self.claim(not lost, f"lost: {sorted(lost)[:5]}")
        self.claim(not late, f"mailed after leaving: {sorted(late)[:5]}")
        self.claim(not copies.keys() - everybody, "strangers got mail")
        self.claim(unreported == 0, f"not reported on standard error: {unreported} uncertain")
        self.claim(states["uncertain"] == set() or options.uncertain == "skip", "messages stayed uncertain")
        self.claim(self.recovered.total() <= options.sessions * self.losses,
                   f"{self.recovered.total()} uncertain after {self.losses} lost runs with {options.sessions} sessions")
        if options.uncertain == "skip":
            self.claim(duplicates == 0, f"{duplicates} duplicates under skip")
        issues = self.server.sql(self.database, "SELECT count(*) FROM issue")[0][0]
        self.claim(issues == "1", f"{issues} issues")
        claims = self.server.sql(self.database, "SELECT count(*) FROM claim WHERE accepted IS NULL")[0][0]
        self.claim(claims == "0", f"{claims} claims stayed")

    def claim(self, holds, fault):
        if not holds:
            self.faults.append(fault)


if __name__ == "__main__":
    main()
