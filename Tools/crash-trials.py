#!/usr/bin/python3
"""Kills `courant run` with SIGKILL at random instants until an issue is sent, and counts how often each reader got it (promise 2).

  Tools/crash-trials.py [--trials 200] [--readers 10000] [--sessions 10] [--uncertain resend|skip] [--seed S]
                        [--ambiguous 997] [--soft 101] [--hard 211] [--sink COMMAND] [--keep]

The server answers each N-th message with nothing (--ambiguous), each N-th recipient with 451 (--soft) and each N-th with
550 (--hard); 0 is never. Most trials begin with an issue that is frozen, each eighth before. A run is killed at an
instant between its start and the time an undisturbed run takes, and one in four within its first 50 ms; then it is
started again, until one ends by itself and nothing is queued. Where mail is deferred, --now moves on to its next attempt.

Any sink that logs one accepted recipient a line to $LOG, before it answers, can take the place of Tools/sink.c: see
Sink in Tools/stage.py. $COURANT is the binary, .build/release/courant unless set.

The last line is the summary. Exit code 1 if a promise broke: a reader lost, a duplicate that no line on standard error
reported as uncertain (under skip: any duplicate), more of them after a kill than connections, a reader refused whom the
server had not refused, a second issue, a damaged ledger.
"""

import argparse
import collections
import datetime
import pathlib
import random
import re
import shutil
import sys
import tempfile
from dataclasses import dataclass, field

sys.dont_write_bytecode = True
from stage import MONDAY, SUNDAY, Sink, Site, address, end_tidily_when_told  # noqa: E402

DOTS = [0, 1000]  # microseconds until the answer to the final dot
MOST_KILLS = 25  # in one trial; after that it may end, even on a machine that has become busier

RECOVERED = re.compile(r"^the last run ended while (\S+)'s mail was in its final exchange: sent or not is uncertain", re.M)
UNANSWERED = re.compile(r"^(\S+): sent or not is uncertain:", re.M)


def main():
    options = parse()
    end_tidily_when_told()
    folder = tempfile.mkdtemp(prefix="courant-trials-")
    try:
        sys.exit(0 if perform(options, folder) else 1)
    finally:
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)


def parse():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, usage=argparse.SUPPRESS)
    parser.add_argument("--trials", type=int, default=200)
    parser.add_argument("--readers", type=int, default=10_000)
    parser.add_argument("--sessions", type=int, default=10)
    parser.add_argument("--uncertain", choices=["resend", "skip"], default="resend")
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    parser.add_argument("--ambiguous", type=int, default=997)
    parser.add_argument("--soft", type=int, default=101)
    parser.add_argument("--hard", type=int, default=211)
    parser.add_argument("--sink", metavar="COMMAND")
    parser.add_argument("--keep", action="store_true", help="leaves the folder of the last trial")
    return parser.parse_args()


def perform(options, folder):
    stage = Stage(options, folder)
    print(f"seed {options.seed}; undisturbed, a send takes "
          + ", ".join(f"{time:.2f} s at {dot} µs a dot" for dot, time in stage.times.items()), flush=True)
    total = Totals()
    for number in range(1, options.trials + 1):
        trial = Trial(stage, number)
        trial.perform()
        total.add(trial)
        for fault in trial.faults:
            print(f"trial {number}: {fault}", flush=True)
        if number % 10 == 0 and number < options.trials:
            print(f"… {number} trials, {total}", flush=True)
    kept = "a promise broke" if total.faults else "every promise kept"
    print(f"{options.trials} trials, {options.readers} readers, {options.sessions} sessions, "
          f'uncertain = "{options.uncertain}", seed {options.seed}: {total}; {kept}')
    return total.faults == 0


class Stage:
    """The starting point of all trials, made once."""

    def __init__(self, options, folder):
        self.options, self.folder = options, pathlib.Path(folder)
        self.unfrozen = Site.make(self.folder / "unfrozen", articles=3, words=25)
        self.unfrozen.enrol(options.readers)
        self.unfrozen.courant("run", "--now", SUNDAY)
        self.frozen = self.unfrozen.copy(self.folder / "frozen")
        self.frozen.courant("run", "--only", "digests", "--now", MONDAY)
        self.times = {dot: self._undisturbed(dot) for dot in DOTS}

    def site(self, of_number):
        """A copy for a trial, in place of the last one's."""
        path = self.folder / "trial"
        shutil.rmtree(path, ignore_errors=True)
        return (self.unfrozen if of_number % 8 == 0 else self.frozen).copy(path)

    def sink(self, dot, **more):
        return Sink(self.folder, self.options.sink, dot=dot, log=self.folder / "log", **more)

    def aim(self, site, sink):
        site.aim(sink.port, sessions=self.options.sessions, uncertain=self.options.uncertain)

    def _undisturbed(self, dot):
        site = self.site(0)
        with self.sink(dot) as sink:
            self.aim(site, sink)
            run = site.courant("run", "--now", MONDAY)
        mailed = len((self.folder / "log").read_text().split())
        (self.folder / "log").unlink()
        if mailed != self.options.readers:
            sys.exit(f"undisturbed, {mailed} of {self.options.readers} readers got mail: {run.errors}")
        return run.wall


@dataclass
class Trial:
    stage: Stage
    number: int
    kills: int = 0
    # For each kill: the readers whose messages the next run reports as uncertain.
    recovered: list = field(default_factory=list)
    unanswered: collections.Counter = field(default_factory=collections.Counter)
    open_connections: int = 0  # the most at a kill
    duplicates: int = 0
    most_duplicates: int = 0  # after one kill
    lost: int = 0
    unreported: int = 0
    unrecorded: int = 0  # duplicates of which the ledger has no word either
    faults: list = field(default_factory=list)

    def perform(self):
        options, folder = self.stage.options, self.stage.folder
        self.rng = random.Random(f"{options.seed} {self.number}")
        self.site = self.stage.site(self.number)
        own = {} if options.sink else {"refusals": folder / "refusals"}
        for name in ("log", "refusals"):
            (folder / name).unlink(missing_ok=True)
        dot = self.rng.choice(DOTS)
        with self.stage.sink(dot, ambiguous=options.ambiguous, soft=options.soft, hard=options.hard, **own) as sink:
            self.stage.aim(self.site, sink)
            self.run_until_done(self.stage.times[dot], sink.port)
        self.judge(lines(folder / "log"), set(lines(folder / "refusals")) if own else None)

    def run_until_done(self, time, port):
        now = MONDAY
        for _ in range(MOST_KILLS + 60):
            process = self.site.start("run", "--now", now)
            try:
                if self.kills < MOST_KILLS and not process.has_ended_within(self.instant(time)):
                    self.open_connections = max(self.open_connections, connections(port))
                    process.kill()
            finally:
                if sys.exc_info()[0]:
                    process.kill()
                run = process.end()
            self.listen(run.errors)
            if run.code == -9:
                self.kills += 1
                self.recovered.append([])
                continue
            if run.code not in (0, 75):
                return self.faults.append(f"a run ended with {run.code}: {run.errors.strip()[-300:]}")
            following = self.following()
            if following is None:
                return None
            now = max(now, following)
        return self.faults.append("it never came to an end: " + run.errors.strip()[-300:])

    def instant(self, time):
        """Seconds from the start of a run to its death."""
        return self.rng.uniform(0, 0.05) if self.rng.random() < 0.25 else self.rng.uniform(0, 1.05 * time)

    def listen(self, errors):
        recovered = RECOVERED.findall(errors)
        if recovered and not self.recovered:
            self.faults.append("mail was uncertain before anything was killed")
        elif recovered:
            self.recovered[-1] += recovered
        self.unanswered.update(UNANSWERED.findall(errors))

    def following(self):
        """When everything that is still to be sent is due; None when there is nothing left."""
        rows = self.site.query(
            "SELECT count(*), max(next) FROM delivery_now WHERE state IN ('queued', 'claimed', 'deferred')"
            " OR state = 'uncertain' AND next IS NOT NULL")
        count, seconds = rows[0]
        if count == 0:
            return None
        return datetime.datetime.fromtimestamp(seconds or 0, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")

    def judge(self, log, refusals):
        copies, reported = collections.Counter(log), self.unanswered + collections.Counter(sum(self.recovered, []))
        recorded = collections.Counter(self.addresses("uncertain", of="attempt"))
        refused, uncertain = set(self.addresses("refused")), set(self.addresses("uncertain"))
        everybody = {address(i) for i in range(self.stage.options.readers)}

        self.duplicates = sum(count - 1 for count in copies.values())
        self.unreported = sum(max(0, count - 1 - reported[who]) for who, count in copies.items())
        self.unreported += len([who for who in uncertain if not reported[who]])
        self.unrecorded = sum(max(0, count - 1 - recorded[who]) for who, count in copies.items())
        self.most_duplicates = max([len([w for w in kill if copies[w] > 1]) for kill in self.recovered], default=0)
        lost = everybody - copies.keys() - refused - uncertain
        self.lost = len(lost)

        sessions = self.stage.options.sessions
        self.claim(not lost, f"lost: {sorted(lost)[:5]}")
        self.claim(not copies.keys() - everybody, "strangers got mail")
        self.claim(self.unreported == 0, f"not reported on standard error: {self.unreported} uncertain")
        self.claim(self.unrecorded == 0, f"not in the ledger: {self.unrecorded} duplicates")
        most = max(map(len, self.recovered), default=0)
        self.claim(most <= sessions, f"{most} uncertain after one kill, with {sessions} sessions")
        if self.stage.options.uncertain == "skip":
            self.claim(self.duplicates == 0, f"{self.duplicates} duplicates under skip")
        if refusals is not None:
            self.claim(refused <= refusals, f"refused without a refusal: {sorted(refused - refusals)[:5]}")
        issues = self.site.query("SELECT count(*) FROM issue")[0][0]
        self.claim(issues == 1, f"{issues} issues")
        health = self.site.query("PRAGMA integrity_check")[0][0]
        self.claim(health == "ok", f"the ledger is damaged: {health}")

    def claim(self, holds, fault):
        if not holds:
            self.faults.append(fault)

    def addresses(self, state, of="delivery_now"):
        """Of the deliveries in a state, or of attempts with that outcome."""
        where = f"d.state = '{state}'" if of == "delivery_now" else f"a.outcome = '{state}'"
        attempts = "" if of == "delivery_now" else " JOIN attempt a ON a.delivery = d.id"
        rows = self.site.query(
            "SELECT r.written FROM delivery_now d JOIN subscription s ON s.id = d.subscription"
            f" JOIN subscriber r ON r.id = s.subscriber{attempts} WHERE {where}")
        return [row[0] for row in rows]


@dataclass
class Totals:
    kills: int = 0
    lost: int = 0
    duplicates: int = 0
    most_duplicates: int = 0
    most_uncertain: int = 0
    open_connections: int = 0
    uncertain: int = 0
    unreported: int = 0
    unrecorded: int = 0
    faults: int = 0

    def add(self, trial):
        self.kills += trial.kills
        self.lost += trial.lost
        self.duplicates += trial.duplicates
        self.unreported += trial.unreported
        self.unrecorded += trial.unrecorded
        self.uncertain += sum(map(len, trial.recovered)) + trial.unanswered.total()
        self.most_duplicates = max(self.most_duplicates, trial.most_duplicates)
        self.most_uncertain = max([self.most_uncertain, *map(len, trial.recovered)])
        self.open_connections = max(self.open_connections, trial.open_connections)
        self.faults += len(trial.faults)

    def __str__(self):
        return (f"{self.kills} kills: {self.lost} lost, {self.duplicates} duplicates, at most {self.most_duplicates} "
                f"after one kill (at most {self.most_uncertain} uncertain, {self.open_connections} connections open), "
                f"{self.uncertain} reported as uncertain, {self.unreported} not reported "
                f"({self.unrecorded} not even in the ledger)")


def lines(path):
    return path.read_text().splitlines() if path.exists() else []


def connections(port):
    """How many are open to that port of this machine, seen from the client's end."""
    rows = [line.split() for line in lines(pathlib.Path("/proc/net/tcp"))]
    return len([row for row in rows if row[2] == f"0100007F:{port:04X}" and row[3] == "01"])


if __name__ == "__main__":
    main()
