#!/usr/bin/python3
"""Measures operators' commands on sites that are large in one way. Asserts nothing.

  Tools/bench-upkeep.py [ledger] [prune] [faults] [aliases] [check] [--deliveries N] [--files N] [--aliases N]
                        [--articles N] [--runs N]

  ledger   status, why ADDRESS, why ISSUE and schedule with 4,000,000 finished deliveries, which are inserted by SQL
  prune    deletes the oldest tenth of them, and how long another process waits for the ledger meanwhile
  faults   20,000 files with a fault: the first run, one an hour later, the next day's, and check
  aliases  20,000 aliases in [topics] as scripts write them: the first run, and one with nothing to do
  check    check on 10,000 and on 100,000 articles that link to each other: how time and memory grow

Without an argument, all of them. $COURANT is the binary (default: .build/release/courant). CPU is user and system of the process,
the best of N runs (default: 3) if a run changes nothing; peak is the largest resident memory. `bar` is the limit for CPU and
peak.
"""

import argparse
import datetime
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from stage import (  # noqa: E402
    COURANT, MONDAY, ROOT, SUNDAY, Site, address, connect_fast, copy_issue, end_tidily_when_told)

LATER = "2026-11-30T06:00:00Z"  # a week after the issue, before the next
ANOTHER_HOUR = "2026-11-22T13:00:00Z"
ANOTHER_DAY = "2026-11-23T13:00:00Z"


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, usage=argparse.SUPPRESS)
    parser.add_argument("sections", nargs="*", metavar="ledger|prune|faults|aliases|check")
    for name, usual in (
            ("deliveries", 4_000_000), ("files", 20_000), ("aliases", 20_000), ("articles", 100_000), ("runs", 3)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    options = parser.parse_args()
    known = {"ledger": ledger, "prune": prune, "faults": faults, "aliases": aliases, "check": check}
    if set(options.sections) - set(known):
        parser.error(f"the sections are {', '.join(known)}")
    end_tidily_when_told()
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start, {datetime.date.today()}; courant: {COURANT}")
    for section in options.sections or known:
        with tempfile.TemporaryDirectory(prefix="courant-bench-") as folder:
            known[section](pathlib.Path(folder), options)


def ledger(folder, options):
    readers = min(4_000, options.deliveries)
    issues = max(1, options.deliveries // readers)
    site = Site.make(folder / "site", articles=6, words=20)
    site.enrol(readers)
    site.courant("run", "--only", "digests", "--now", SUNDAY)  # a digest begins with the slot after its first run
    site.courant("run", "--only", "digests", "--now", MONDAY)
    age(site.path / "var/courant.sqlite", issues)
    size = (site.path / "var/courant.sqlite").stat().st_size / 1e6
    head(f"{readers * issues:,} finished deliveries in {issues:,} issues, ledger of {size:.0f} MB")
    now = ("--now", LATER)
    show("status", best(site, options.runs, "status", *now), "0.05 s, 45 MB")
    show("why ADDRESS", best(site, options.runs, "why", address(0), *now), "0.05 s, 45 MB")
    show("why ISSUE", best(site, options.runs, "why", "weekly#1", *now), "0.05 s, 45 MB")
    show("schedule", best(site, options.runs, "schedule", *now), "0.05 s, 45 MB")


def prune(folder, options):
    readers = min(4_000, options.deliveries)
    issues = max(10, options.deliveries // readers)
    site = Site.make(folder / "site", articles=6, words=20)
    site.enrol(readers)
    site.courant("run", "--only", "digests", "--now", SUNDAY)
    site.courant("run", "--only", "digests", "--now", MONDAY)
    ledger = site.path / "var/courant.sqlite"
    age(ledger, issues)
    db = sqlite3.connect(ledger)
    db.execute("INSERT INTO attempt (delivery, at, outcome, stage, text) "
               "SELECT id, changed, 'deferred', 'recipient', '450 4.2.0 later' FROM delivery WHERE id % 4 = 0")
    db.commit()
    db.close()
    site.aim(9, more=f'\n[ledger]\nkeep = "{issues * 9 // 10 * 7}d"\n')
    head(f"prune: {readers * issues:,} finished deliveries in {issues:,} issues, of which a tenth is older than `keep`")
    process, waits = site.start("prune", "--now", LATER), []
    while not process.has_ended_within(0.005):
        waits.append(wait_for(ledger))
    run = process.end()
    print(run.output.strip() or run.errors.strip())
    waits.sort()
    show("prune", run, "")
    print(f"another process waited {len(waits):,} times: median {waits[len(waits) // 2] * 1000:.1f} ms, "
          f"99 % {waits[len(waits) * 99 // 100] * 1000:.1f} ms, longest {waits[-1] * 1000:.1f} ms")


def wait_for(ledger):
    """How many seconds a writer waits for its turn."""
    db = sqlite3.connect(ledger, timeout=0, isolation_level=None)
    begun = time.monotonic()
    while True:
        try:
            db.execute("BEGIN IMMEDIATE")
            break
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            time.sleep(0.0005)
    waited = time.monotonic() - begun
    db.execute("ROLLBACK")
    db.close()
    return waited


def age(path, issues):
    """Ends the deliveries of issue 1, and copies it into the past until there are this many issues."""
    db = connect_fast(path)
    db.execute("UPDATE delivery SET state = 'accepted', next = NULL, attempts = 1")
    for number in range(2, issues + 1):
        copy_issue(db, number)
    db.commit()
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()


def faults(folder, options):
    site = Site.make(folder / "site", articles=0, words=0)
    for number in range(options.files):
        (site.path / f"articles/f{number:06}.md").write_text("---\ntitle: A\ndate: soon\n---\nText.\n")
    head(f"{options.files:,} files with a fault")
    show("run, the first", once(site, "run", "--now", SUNDAY), "1.5 s")
    show("run, an hour later", once(site, "run", "--now", ANOTHER_HOUR), "0.3 s")
    show("run, the next day", once(site, "run", "--only", "publish", "--now", ANOTHER_DAY), "1.5 s")
    show("check", best(site, options.runs, "check", "--offline", "--now", ANOTHER_DAY), "3 s")


def aliases(folder, options):
    site = Site.make(folder / "site", articles=20, words=20)
    lines = "\n".join(f'"alias {number}" = "topic {number % 500}"' for number in range(options.aliases))
    site.aim(9, more="\n[topics]\n" + lines + "\n")
    head(f"{options.aliases:,} aliases in [topics]")
    show("run, the first", once(site, "run", "--now", SUNDAY), "")
    show("run, nothing to do", best(site, options.runs, "run", "--now", SUNDAY), "0.15 s")
    show("check", best(site, options.runs, "check", "--offline", "--now", SUNDAY), "")


def check(folder, options):
    for count in (options.articles // 10, options.articles):
        path = folder / f"site{count}"
        site = Site.make(path, articles=0, words=0)
        words = [sys.executable, str(ROOT / "Tools/make-articles.py"), str(count), str(path / "articles")]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
        for number in range(count):
            with open(path / f"articles/a{number:06}.md", "a") as file:
                near = (number + 1) % count
                file.write(f"\n[next](a{near:06}.md#part-2), [about](/about/), [gone](/gone/{number % 1000}/), [up](#part-1)\n")
        head(f"{count:,} articles with four links each")
        show("check", once(site, "check", "--offline", "--now", SUNDAY), "")
        shutil.rmtree(path)


def once(site, *words):
    return site.start(*words).end()


def best(site, runs, *words):
    found = [once(site, *words) for _ in range(max(1, runs))]
    return min(found, key=lambda run: run.cpu)


def head(title):
    print(f"\n{title}\n   {'':24}  {'CPU':>8}  {'wall':>8}  {'peak':>8}  code  lines  bar", flush=True)


def show(name, run, bar):
    lines = len(run.output.splitlines()) + len(run.errors.splitlines())
    print(f"   {name:24}  {run.cpu:6.2f} s  {run.wall:6.2f} s  {run.peak:5.0f} MB  {run.code:4}  {lines:5}  {bar}", flush=True)


if __name__ == "__main__":
    main()
