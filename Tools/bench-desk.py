#!/usr/bin/python3
"""Measures the operators' pages with many readers and issues. Asserts nothing.

  Tools/bench-desk.py [--readers 1000000] [--issues 100] [--suppressed 10000] [--times 20] [--keep FOLDER]

A site gets its readers by import, and its issues by SQL: one that was frozen by a run is copied with its deliveries, so that a hundred
issues of a million readers take minutes and not hours; by default each copy has --each 10000 deliveries, because no page reads those that
were accepted. Every page is asked for --times times over one connection, with the session of `courant login`. Then a search for parts
that many, few and no readers have, and what machines ask.

Printed is the median and the slowest time in milliseconds, the bytes, and at the end the pages whose median is above 100 ms. $COURANT is
the binary (default: .build/release/courant). A debug binary takes hours to enrol and freeze for a million readers: try it with
--readers 10000 --issues 10 --each 1000. With --keep, the site is made once; a later call measures it again, with another binary if wanted.
"""

import argparse
import http.client
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import statistics
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from stage import COURANT, MONDAY, SUNDAY, Process, Sink, Site, end_tidily_when_told, free_port  # noqa: E402

PAGES = [
    "/", "/status.json", "/issues", "/issues/weekly/1", "/issues/weekly/1/not-delivered?state=refused",
    "/issues/weekly/1/not-delivered?state=dropped", "/growth", "/destinations", "/readers", "/readers/77",
    "/readers?q=example.net", "/readers?q=r99999", "/readers?q=nobodyhere", "/readers?q=Reader+12345", "/preview/weekly/next",
    "/preview/weekly/next/mail.html", "/findings", "/audit", "/readers/77/pause", "/metrics", "/readyz",
]

MORE = """
[web]
listen = "127.0.0.1:{web}"

[desk]
listen = "127.0.0.1:{desk}"

[operators.ann]
role = "act"
"""


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, usage=argparse.SUPPRESS)
    parser.add_argument("--readers", type=int, default=1_000_000)
    parser.add_argument("--issues", type=int, default=100)
    parser.add_argument("--each", type=int, default=10_000)
    parser.add_argument("--suppressed", type=int, default=10_000)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--keep", type=pathlib.Path)
    options = parser.parse_args()
    end_tidily_when_told()
    folder = options.keep or pathlib.Path(tempfile.mkdtemp(prefix="courant-desk-"))
    try:
        folder.mkdir(exist_ok=True)
        measure(folder, options)
    finally:
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)


def measure(folder, options):
    desk, site = free_port(), Site(folder / "site")
    if not site.path.exists():
        site = make(folder, options)
    site.aim(9, more=MORE.format(web=free_port(), desk=desk))
    (folder / "serve").mkdir(exist_ok=True)
    process = Process([COURANT, "serve", "--site", str(site.path)], folder / "serve")
    try:
        wait(desk)
        ask(site, desk, options)
    finally:
        os.kill(process.pid, signal.SIGTERM)
        done = process.end()
        print(f"serve: {done.cpu:.1f} s of processor, {done.peak:.0f} MB at most {done.errors}")


def make(folder, options):
    with Sink(folder, hard=97) as sink:
        site = Site.make(folder / "site", articles=40, words=40)
        site.aim(sink.port, sessions=20)
        began = time.monotonic()
        site.enrol(options.readers)
        print(f"import of {options.readers:,} readers: {time.monotonic() - began:.1f} s", flush=True)
        site.courant("run", "--now", SUNDAY)
        # Only some are mailed: the others' deliveries are what a page must not walk through.
        run = site.start("run", "--now", MONDAY)
        while not run.has_ended_within(0.2):
            if site.query("SELECT count(*) FROM (SELECT 1 FROM delivery WHERE state = 'accepted' LIMIT 20000)")[0][0] >= 20000:
                os.kill(run.pid, signal.SIGTERM)
                break
        run.end()
    site.courant("cancel", "weekly#1")
    began = time.monotonic()
    copies(site, options)
    suppress(site, options.suppressed)
    print(f"{options.issues - 1} copies of the issue, {options.suppressed:,} suppressed: {time.monotonic() - began:.1f} s", flush=True)
    return site


def suppress(site, count):
    """As bounces do; triggers count them."""
    ledger = sqlite3.connect(f"{site.path}/var/courant.sqlite")
    ledger.execute("PRAGMA synchronous = OFF")
    ledger.execute("INSERT INTO suppression (hash, reason, since) SELECT hash, 'bounce', created FROM subscriber "
                   "WHERE hash NOT IN (SELECT hash FROM suppression) ORDER BY id DESC LIMIT ?", (count,))
    ledger.commit()
    ledger.close()


def copies(site, options):
    ledger = sqlite3.connect(f"{site.path}/var/courant.sqlite")
    ledger.execute("PRAGMA synchronous = OFF")
    columns = [row[1] for row in ledger.execute("PRAGMA table_info(issue)")]
    for number in range(2, options.issues + 1):
        wall = f"2024-{1 + number % 12:02}-{1 + number % 28:02}T{number % 24:02}:{number // 24:02}"
        ledger.execute("INSERT INTO slot (digest, wall_time, due, state, news, recorded) "
                       "SELECT digest, ?, due - ?, state, news, recorded FROM slot WHERE wall_time = "
                       "(SELECT wall_time FROM issue WHERE id = 1)", (wall, number * 86400))
        values = {"id": str(number), "number": str(number), "wall_time": f"'{wall}'", "deliveries": str(options.each),
                  "frozen": f"frozen - {number * 86400}", "cancelled": "NULL"}
        ledger.execute(f"INSERT INTO issue ({', '.join(columns)}) SELECT {', '.join(values.get(c, c) for c in columns)} FROM issue WHERE id = 1")
        ledger.execute("INSERT INTO edition (issue, feeds, subject, html, text) SELECT ?, feeds, subject, html, text FROM edition WHERE issue = 1", (number,))
        ledger.execute(
            "INSERT INTO delivery (issue, subscription, feeds, domain, state, attempts, changed, reply) "
            "SELECT ?, subscription, feeds, domain, CASE WHEN id % 50 = 0 THEN 'refused' ELSE 'accepted' END, 1, changed, '550 no' "
            "FROM delivery WHERE issue = 1 ORDER BY id LIMIT ?", (number, options.each))
        ledger.execute("INSERT INTO tally SELECT ?, 'refused', 0, ?", (number, options.each // 50))
    ledger.commit()
    ledger.close()


def wait(port):
    for _ in range(1000):
        try:
            return http.client.HTTPConnection("127.0.0.1", port, timeout=1).connect()
        except OSError:
            time.sleep(0.05)
    sys.exit("serve does not listen for operators")


def ask(site, port, options):
    path = "/" + site.courant("login", "ann").output.split("/", 3)[3].split()[0]
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("POST", path, "", {"Content-Type": "application/x-www-form-urlencoded"})
    answer = connection.getresponse()
    answer.read()
    cookie = answer.getheader("Set-Cookie").split(";")[0]
    print(f"{'':56}{'median':>9}{'slowest':>9}{'bytes':>9}")
    slow = []
    for path in PAGES:
        times = []
        for _ in range(options.times):
            began = time.monotonic()
            connection.request("GET", path, headers={"Cookie": cookie})
            answer = connection.getresponse()
            size = len(answer.read())
            times.append((time.monotonic() - began) * 1000)
        note = "" if answer.status == 200 else f" {answer.status}"
        print(f"{path:56}{statistics.median(times):9.1f}{max(times):9.1f}{size:9}{note}", flush=True)
        if statistics.median(times) > 100:
            slow.append(path)
    print(f"above 100 ms: {', '.join(slow) or 'none'}")


if __name__ == "__main__":
    main()
