#!/usr/bin/python3
"""Measures how the costs of commands grow with each dimension of a site. Asserts nothing.

  Tools/bench-growth.py [NAME…] [--runs N] [--divide N] [--lock FILE…]

Each NAME is a dimension; without one, all of them. A site is made at a size n, at 4 n and at 16 n. CPU is user and system of the
process: of one run if it changes something, else the least of N (default: 3). `growth` is the slope of log(CPU - start-up) between
the two largest sizes: 1 is linear, 2 quadratic; "-" is a command that takes less than 0.1 s more than starting does. It should be at
most 1.15, CPU beyond start-up and peak memory at most `limit`. A command that ends with an error is named. `--divide` makes the sizes
smaller. While a command is measured, the files given by --lock are locked (flock), so that builds can wait. $COURANT is the binary
(default: .build/release/courant).

"""

import argparse
import contextlib
import datetime
import fcntl
import math
import os
import pathlib
import random
import re
import sqlite3
import sys
import tempfile

sys.dont_write_bytecode = True
from stage import (  # noqa: E402
    COURANT, MONDAY, SUNDAY, WORDS, Site, Sink, address, connect_fast, copy_issue, end_tidily_when_told)

HOUR_LATER = "2026-11-22T13:00:00Z"
TUESDAY = "2026-11-24T07:00:05Z"
NEXT_MONDAY = "2026-11-30T07:00:05Z"
NEWS, OLD = "2026-11-20", "2019-03-05"
DIMENSIONS = {}


def main():
    usual = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        description=__doc__ + "Dimensions: " + ", ".join(DIMENSIONS), formatter_class=usual, usage=argparse.SUPPRESS)
    parser.add_argument("names", nargs="*", metavar="NAME", choices=[*DIMENSIONS, []])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--divide", type=int, default=1)
    parser.add_argument("--lock", nargs="*", default=[])
    options = parser.parse_args()
    end_tidily_when_told()
    start = start_up(options)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start, {datetime.date.today()}; start-up {start:.3f} s; "
          f"courant: {COURANT}\n\n| dimension | command | CPU by size | wall | peak | growth | limit | |")
    print("| :-- | :-- | :-- | --: | --: | --: | --: | :-- |", flush=True)
    for name in options.names or DIMENSIONS:
        rows = {}
        for size in DIMENSIONS[name].sizes(options.divide):
            with tempfile.TemporaryDirectory(prefix="courant-bench-") as folder:
                DIMENSIONS[name].make(Stand(pathlib.Path(folder) / "site", size, rows, options), size)
        for command, runs in rows.items():
            print(row(name, command, runs, start, DIMENSIONS[name].limits.get(command)), flush=True)


class Dimension:
    def __init__(self, make, smallest, limits):
        self.make, self.smallest, self.limits = make, smallest, limits

    def sizes(self, divide):
        return [max(1, self.smallest * factor // divide) for factor in (1, 4, 16)]


def dimension(smallest, limits={}):
    """The function makes a site and measures commands. Limits of the largest size: of CPU in seconds, and of memory in MB."""
    def add(make):
        DIMENSIONS[make.__name__.replace("_", "-")] = Dimension(make, smallest, limits)
        return make
    return add


class Stand(Site):
    """A site of one size, and what its commands cost."""

    def __init__(self, path, size, rows, options):
        super().__init__(path)
        self._size, self._rows, self._options = size, rows, options
        for name in ("articles", "feeds", "var"):
            (self.path / name).mkdir(parents=True)
        self.feed("all", "*")
        self.settings()

    def settings(self, more="", site="", mail="", digest='cron = "0 7 * * MON"', sources=True, digests=None, port=9):
        """Writes schedule.conf: lines for [site], [mail] and [digest.weekly], then whole sections."""
        folder = '[sources.articles]\nfolder = "articles"\n' if sources else ""
        weekly = f"[digest.weekly]\n{digest}\n" if digests is None else digests
        (self.path / "schedule.conf").write_text(
            f'[site]\ntitle = "Growth"\nurl = "https://news.example.org"\ntime_zone = "UTC"\ncards = false\n'
            f'publisher = "Example Trust, 1 High Street, London"\n{site}\n'
            f'[mail]\nfrom = "Growth <news@example.org>"\nsmtp = "smtp://127.0.0.1:{port}"\ntls = "off"\n'
            f'bounces = "bounces@news.example.org"\nverp = true\n{mail}\n{folder}{weekly}\n{more}')

    def feed(self, name, *topics):
        listed = ", ".join(f'"{topic}"' for topic in topics)
        (self.path / f"feeds/{name}.toml").write_text(
            f'title = "Feed {name}"\ndescription = "About {name}."\ntopics = [{listed}]\n')

    def article(self, number, topics=("news",), day=NEWS, words=60, folder="articles", name=None, front="", text=""):
        rng = random.Random(number)
        prose = lambda count: " ".join(rng.choices(WORDS, k=count)).capitalize()
        path = self.path / folder / (name or f"a{number:06}.md")
        path.parent.mkdir(parents=True, exist_ok=True)
        clock = datetime.timedelta(seconds=number % 80_000)
        path.write_text(
            f'---\ntitle: "{prose(6)} ({number})"\ndate: {day}T{str(clock).zfill(8)}Z\n'
            f'topics: [{", ".join(topics)}]\nsummary: "{prose(20)}."\nauthors: [Bench Desk]\n{front}---\n\n{prose(words)}.\n{text}')
        return path

    def articles(self, count, **more):
        for number in range(count):
            self.article(number, **more)

    def touch(self, path):
        with open(path, "a") as file:
            file.write("\nOne more sentence.\n")

    @contextlib.contextmanager
    def ledger(self):
        """The ledger, to insert a history into."""
        db = connect_fast(self.path / "var/courant.sqlite")
        yield db
        db.commit()
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.close()

    def once(self, name, *words, code=0):
        """Measures a command that changes something; `code` is how it may end besides 0."""
        self._keep(name, self._measured(words), code)

    def best(self, name, *words, code=0):
        """Measures a command that can run again and again."""
        runs = [self._measured(words) for _ in range(self._options.runs)]
        self._keep(name, min(runs, key=lambda run: run.cpu), code)

    def _measured(self, words):
        with locked(self._options.lock):
            return self.start(*words).end()

    def _keep(self, name, run, code=0):
        if run.code not in (0, code):
            print(f"{name} at {self._size:,} ended with {run.code}: {(run.errors or run.output).strip()[:200]}", flush=True)
        self._rows.setdefault(name, {})[self._size] = run


@contextlib.contextmanager
def locked(paths):
    with contextlib.ExitStack() as stack:
        for path in paths:
            fcntl.flock(stack.enter_context(open(path, "a")), fcntl.LOCK_EX)
        yield


def start_up(options):
    """Seconds of CPU of a run with nothing to do on the smallest site."""
    with tempfile.TemporaryDirectory(prefix="courant-bench-") as folder:
        rows = {}
        site = Stand(pathlib.Path(folder) / "site", 1, rows, options)
        site.article(1)
        site.courant("run", "--now", SUNDAY)
        costs = []
        for _ in range(9):
            site.once("nothing", "run", "--now", SUNDAY)
            costs.append(rows["nothing"][1].cpu)
        return min(costs)


def row(name, command, runs, start, limit):
    sizes = sorted(runs)
    growth = slope(*(runs[size].cpu - start for size in sizes[-2:]), sizes[-1] / sizes[-2]) if len(sizes) > 1 else None
    last, first = runs[sizes[-1]], runs[sizes[0]]
    over = [] if growth is None or growth <= 1.15 else ["grows"]
    shown = ""
    if limit:
        cpu, memory = limit if isinstance(limit, tuple) else (limit, None)
        shown = f"{cpu} s" + (f", {memory} MB" if memory else "")
        over += (["slow"] if last.cpu - start > cpu else []) + (["large"] if memory and last.peak > memory else [])
    costs = " · ".join(f"{size:,}: {runs[size].cpu:.2f}" for size in sizes)
    return (f"| {name} | {command} | {costs} | {last.wall:.2f} | {first.peak:.0f} → {last.peak:.0f} | "
            f"{'-' if growth is None else f'{growth:.2f}'} | {shown} | {', '.join(over)} |")


def slope(middle, largest, factor):
    """None if it is noise."""
    if largest < 0.1:
        return None
    return math.log(largest / max(middle, 0.005)) / math.log(factor)


# What operators write


@dimension(1_250, {"first run": 1.5, "next day's run": 1.5, "check": 3})
def faults(site, n):
    for number in range(n):
        (site.path / f"articles/f{number:06}.md").write_text("---\ntitle: A\ndate: soon\n---\nText.\n")
    site.once("first run", "run", "--now", SUNDAY, code=65)
    site.best("nothing to do", "run", "--now", HOUR_LATER, code=65)
    site.once("next day's run", "run", "--only", "publish", "--now", MONDAY, code=65)
    site.best("check", "check", "--offline", "--now", MONDAY, code=65)
    site.best("status", "status", "--now", MONDAY)


@dimension(1_280, {"nothing to do": 0.15})
def aliases(site, n):
    site.articles(100)
    lines = "\n".join(f'"alias {number}" = "topic {number % 500}"' for number in range(n))
    site.settings("[topics]\n" + lines)
    site.once("cold", "run", "--now", SUNDAY)
    site.best("nothing to do", "run", "--now", SUNDAY)
    site.best("check", "check", "--offline", "--now", SUNDAY)


def after_gap(site, months, digests):
    site.articles(5, day=OLD)
    site.settings(digests=digests)
    before = datetime.datetime(2026, 11, 22) - datetime.timedelta(days=30 * months)
    site.courant("run", "--now", f"{before:%Y-%m-%d}T12:00:00Z")
    site.once("run", "run", "--now", SUNDAY)
    site.best("nothing to do", "run", "--now", SUNDAY)
    site.best("schedule", "schedule", "--now", SUNDAY)
    site.best("status", "status", "--now", SUNDAY)


@dimension(1)
def gap_months(site, n):
    after_gap(site, n, '[digest.d]\ncron = "* * * * *"\n')


@dimension(1)
def gap_months_of_50_digests(site, n):
    after_gap(site, n, "".join(f'[digest.d{number}]\ncron = "*/5 * * * *"\n' for number in range(50)))


# Up to what an article may have: 100 kB of front matter, 500 authors and topics, 5,000 characters of summary.


@dimension(300)
def front_matter_keys(site, n):
    site.article(1, front="".join(f"key{number}: value {number}\n" for number in range(n)))
    site.once("cold", "run", "--now", SUNDAY)


@dimension(30)
def front_matter_authors(site, n):
    path = site.article(1)
    names = ", ".join(f"Author {number}" for number in range(n))
    path.write_text(path.read_text().replace("authors: [Bench Desk]", f"authors: [{names}]"))
    site.once("cold", "run", "--now", SUNDAY)


@dimension(180)
def front_matter_nested(site, n):
    site.article(1, front="extra:\n" + "".join(f"  key{number}:\n    a: [1, 2]\n" for number in range(n)))
    site.once("cold", "run", "--now", SUNDAY)


@dimension(200)
def front_matter_TOML(site, n):
    lines = "".join(f'key{number} = "value {number}"\n' for number in range(n))
    (site.path / "articles/a.md").write_text(f'+++\ntitle = "A title"\ndate = {NEWS}\ntopics = ["news"]\n{lines}+++\n\nText.\n')
    site.once("cold", "run", "--now", SUNDAY)


@dimension(300)
def summary_characters(site, n):
    path = site.article(1)
    path.write_text(re.sub(r'summary: ".*"', f'summary: "{("walk people with " * n)[:n]}"', path.read_text()))
    site.once("cold", "run", "--now", SUNDAY)


@dimension(6)
def folder_depth(site, n):
    site.article(1, folder="articles/" + "/".join("d" for _ in range(n)))
    site.once("cold", "run", "--now", SUNDAY)
    site.best("nothing to do", "run", "--now", SUNDAY)


@dimension(3_000)
def empty_folders(site, n):
    site.article(1)
    for number in range(n):
        (site.path / f"articles/e{number % 100}/f{number}").mkdir(parents=True)
    site.once("cold", "run", "--now", SUNDAY)
    site.best("nothing to do", "run", "--now", SUNDAY)


@dimension(160, {"cold": 4})
def sources(site, n):
    for source in range(n):
        for number in range(5):
            site.article(5 * source + number, folder=f"s/{source}")
    site.settings("".join(f'[sources.s{source}]\nfolder = "s/{source}"\n' for source in range(n)), sources=False)
    site.once("cold", "run", "--now", SUNDAY)
    site.best("nothing to do", "run", "--now", SUNDAY)
    site.touch(site.path / "s/1/a000006.md")
    site.once("one changed", "run", "--now", SUNDAY)
    site.best("check", "check", "--offline", "--now", SUNDAY)
    site.best("sources", "sources")


# Feeds, topics and files


@dimension(160, {"cold": 8})
def feeds(site, n):
    for number in range(1_000):
        site.article(number, topics=[f"t{number % n}"])
    for number in range(n):
        site.feed(f"f{number}", f"t{number}")
    site.once("cold", "run", "--now", SUNDAY)
    site.best("nothing to do", "run", "--now", SUNDAY)
    site.touch(site.path / "articles/a000007.md")
    site.once("one changed", "run", "--now", SUNDAY)
    site.best("check", "check", "--offline", "--now", SUNDAY)
    site.feed("more", "t1")
    site.once("one more feed", "run", "--now", SUNDAY)


@dimension(640, {"one changed": 1.2})
def topic_feeds(site, n):
    for number in range(10_000):
        site.article(number, topics=[f"t{number % n}"], day=OLD)
    site.settings(site="topic_feeds = true\ntopic_feed_articles = 1")
    site.once("cold", "run", "--now", SUNDAY)
    site.best("nothing to do", "run", "--now", SUNDAY)
    site.touch(site.path / "articles/a000007.md")
    site.once("one changed", "run", "--now", SUNDAY)


@dimension(30)
def topics_per_article(site, n):
    rng = random.Random(2)
    for number in range(1_000):
        site.article(number, topics=[f"t{topic}" for topic in rng.sample(range(2 * n), n)], day=OLD)
    site.once("cold", "run", "--now", SUNDAY)
    site.best("nothing to do", "run", "--now", SUNDAY)
    site.touch(site.path / "articles/a000007.md")
    site.once("one changed", "run", "--now", SUNDAY)


@dimension(625)
def assets(site, n):
    bytes = random.Random(3).randbytes(20_000)
    site.articles(10)
    (site.path / "articles/pictures").mkdir()
    for number in range(n):
        (site.path / f"articles/pictures/p{number}.bin").write_bytes(bytes + str(number).encode())
    site.once("cold", "run", "--now", SUNDAY)
    site.best("nothing to do", "run", "--now", SUNDAY)
    site.touch(site.path / "articles/a000007.md")
    site.once("one changed", "run", "--now", SUNDAY)
    (site.path / "articles/pictures/p1.bin").write_bytes(bytes)
    site.once("one file changed", "run", "--now", SUNDAY)


@dimension(625)
def page_bundles(site, n):
    bytes = random.Random(3).randbytes(2_000)
    for number in range(n):
        path = site.article(number, folder=f"articles/b{number}", name="index.md", day=OLD, text="[file](file.bin)\n")
        (path.parent / "file.bin").write_bytes(bytes)
    site.once("cold", "run", "--now", SUNDAY)
    site.best("nothing to do", "run", "--now", SUNDAY)
    site.touch(site.path / "articles/b7/index.md")
    site.once("one changed", "run", "--now", SUNDAY)


@dimension(31_250)
def public_files(site, n):
    site.articles(5, day=OLD)
    site.courant("run", "--now", SUNDAY)
    paths = [f"old/{number // 500}/{number}.html" for number in range(n)]
    for number in range(0, n, 500):
        (site.path / f"public/old/{number // 500}").mkdir(parents=True)
    for path in paths:
        (site.path / "public" / path).touch()
    with site.ledger() as db:
        db.executemany("INSERT INTO published (path, key) VALUES (?, 1)", ((path,) for path in paths))
    site.best("nothing to do", "run", "--now", SUNDAY)
    site.touch(site.path / "articles/a000001.md")
    site.once("one changed, and removes them", "run", "--now", SUNDAY)


@dimension(500)
def withdrawn(site, n):
    for number in range(200):
        site.feed(f"f{number}", f"t{number}")
    for number in range(n):
        site.article(number, topics=[f"t{number % 200}"], day=OLD)
    for number in range(n, n + 50):
        site.article(number)
    site.courant("run", "--now", SUNDAY)
    for number in range(n):
        (site.path / f"articles/a{number:06}.md").unlink()
    site.once("run that asks", "run", "--now", SUNDAY, code=75)
    site.once("release", "release", "articles", "--now", SUNDAY)
    site.once("run that withdraws", "run", "--now", SUNDAY)
    site.best("nothing to do", "run", "--now", SUNDAY)
    site.touch(site.path / f"articles/a{n:06}.md")
    site.once("one changed", "run", "--now", SUNDAY)
    site.best("status", "status", "--now", SUNDAY)


# Digests and issues


@dimension(64_000, {"nothing to do": (0.03, 40)})
def slots(site, n):
    site.articles(5, day=OLD)
    site.settings(digest='cron = "* * * * *"')
    site.courant("run", "--now", SUNDAY)
    with site.ledger() as db:
        due = int(datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.timezone.utc).timestamp())
        db.executemany(
            "INSERT OR IGNORE INTO slot (digest, wall_time, due, state, news, recorded) VALUES ('weekly', ?, ?, 'empty', 0, ?)",
            ((f"{datetime.datetime.fromtimestamp(at, datetime.timezone.utc):%Y-%m-%dT%H:%M}", at, at)
             for at in range(due - 60 * n, due, 60)))
    ledger_commands(site, SUNDAY)
    site.best("preview", "preview", "weekly", "--now", SUNDAY, "--out", str(site.path / "preview"), code=65)
    site.best("release, none is held", "release", "weekly", "--now", SUNDAY, code=64)
    site.once("one slot due", "run", "--now", "2026-11-22T12:01:05Z")


def ledger_commands(site, now):
    site.best("nothing to do", "run", "--now", now)
    site.best("status", "status", "--now", now)
    site.best("schedule", "schedule", "--now", now)
    site.best("check", "check", "--offline", "--now", now)
    site.best("metrics", "metrics")


@dimension(1_600)
def held_slots(site, n):
    site.articles(5)
    site.settings(digest='cron = "* * * * *"\nreview = "always"')
    site.courant("run", "--now", SUNDAY)
    with site.ledger() as db:
        due = int(datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.timezone.utc).timestamp())
        db.executemany(
            "INSERT OR IGNORE INTO slot (digest, wall_time, due, state, news, recorded, hold) "
            "VALUES ('weekly', ?, ?, 'held', 5, ?, 'review')",
            ((f"{datetime.datetime.fromtimestamp(at, datetime.timezone.utc):%Y-%m-%dT%H:%M}", at, at)
             for at in range(due - 60 * n, due, 60)))
    site.best("status", "status", "--now", SUNDAY)
    site.best("release of no slot", "release", "weekly@2011-01-01T07:00", "--now", SUNDAY, code=64)
    site.once("release of one", "release", "weekly@2026-11-22T11:58", "--now", SUNDAY)
    site.once("cancel of one", "cancel", "weekly@2026-11-22T11:57", "--now", SUNDAY)
    site.once("next run", "run", "--now", "2026-11-22T12:01:05Z")


def aged(site, issues, readers, articles=5):
    """An issue, copied into the past until there are this many; all mail is accepted."""
    site.articles(articles)
    site.enrol(readers)
    site.courant("run", "--now", SUNDAY)
    site.courant("run", "--only", "digests", "--now", MONDAY)
    with site.ledger() as db:
        db.execute("UPDATE delivery SET state = 'accepted', next = NULL, attempts = 1")
        for number in range(2, issues + 1):
            copy_issue(db, number)


@dimension(750)
def past_issues(site, n):
    aged(site, n, 3)
    site.once("first publish", "run", "--only", "publish", "--now", TUESDAY)
    ledger_commands(site, TUESDAY)
    site.best("why ISSUE", "why", "weekly#1", "--now", TUESDAY)
    site.best("why ARTICLE", "why", "a000001", "--now", TUESDAY)
    site.best("preview", "preview", "weekly", "--now", TUESDAY, "--out", str(site.path / "preview"), code=65)
    site.touch(site.path / "articles/a000001.md")
    site.once("one changed", "run", "--only", "publish", "--now", TUESDAY)
    site.article(9_000, day="2026-11-25")
    site.once("next issue, freeze", "run", "--only", "digests", "--now", NEXT_MONDAY)
    site.once("next issue, publish", "run", "--only", "publish", "--now", NEXT_MONDAY)


@dimension(250_000, {"status": (0.05, 45), "why ADDRESS": (0.05, 45)})
def deliveries(site, n):
    aged(site, max(1, n // 4_000), min(4_000, n))
    site.courant("run", "--only", "publish", "--now", TUESDAY)
    ledger_commands(site, TUESDAY)
    site.best("nothing to deliver", "run", "--only", "deliveries", "--now", TUESDAY)
    site.best("why ADDRESS", "why", address(0), "--now", TUESDAY)
    site.best("why ISSUE", "why", "weekly#1", "--now", TUESDAY)
    site.best("preview --as", "preview", "weekly", "--issue", "1", "--as", address(0), "--out", str(site.path / "preview"))
    site.best("cancel of a sent issue", "cancel", "weekly#1", "--now", TUESDAY)
    site.once("subscribers remove", "subscribers", "remove", address(1), "--now", TUESDAY)
    site.once("subscribers forget", "subscribers", "forget", address(2), "--now", TUESDAY)
    site.article(9_000, day="2026-11-25")
    site.courant("run", "--only", "publish", "--now", TUESDAY)
    site.once("next issue, freeze", "run", "--only", "digests", "--now", NEXT_MONDAY)
    site.once("cancel of an open issue", "cancel", f"weekly#{max(1, n // 4_000) + 1}", "--now", NEXT_MONDAY)


@dimension(32, {"all due, freeze": 30, "check": 50, "why ARTICLE": 0.15})
def digests(site, n):
    site.articles(300)
    site.settings(digests="".join(
        f'[digest.d{number}]\ncron = "0 7 * * MON"\nmax_articles = 300\nhold_above = 1000\n' for number in range(n)))
    sheet = site.path / "readers.csv"
    sheet.write_text("email,digest,status\n" + "".join(f"{address(number)},d{number},confirmed\n" for number in range(n)))
    site.once("import", "subscribers", "import", str(sheet), "--now", SUNDAY)
    site.once("cold", "run", "--now", SUNDAY)
    site.best("nothing to do", "run", "--now", SUNDAY)
    site.best("status", "status", "--now", SUNDAY)
    site.best("schedule", "schedule", "--now", SUNDAY)
    site.once("check", "check", "--offline", "--now", SUNDAY)
    site.once("all due, freeze", "run", "--only", "digests", "--now", MONDAY)
    site.once("publish after", "run", "--only", "publish", "--now", MONDAY)
    site.best("why ARTICLE", "why", "a000001", "--now", MONDAY)


@dimension(160)
def feeds_of_a_digest(site, n):
    for number in range(n):
        site.article(number, topics=[f"t{number}"])
        site.feed(f"f{number}", f"t{number}")
    (site.path / "feeds/all.toml").unlink()
    site.settings(digest='cron = "0 7 * * MON"\nhold_above = 10000')
    site.enrol(10)
    site.once("cold", "run", "--now", SUNDAY)
    site.best("preview", "preview", "weekly", "--now", SUNDAY, "--out", str(site.path / "preview"))
    site.once("freeze", "run", "--only", "digests", "--now", MONDAY)
    site.once("publish after", "run", "--only", "publish", "--now", MONDAY)


@dimension(300)
def articles_of_an_issue(site, n):
    (site.path / "feeds/all.toml").unlink()
    for number in range(6):
        site.feed(f"f{number}", f"t{number}")
    for number in range(n):
        site.article(number, topics=[f"t{number % 6}"])
    site.settings(digest='cron = "0 7 * * MON"\nhold_above = 10000\nmax_articles = 1000')
    site.enrol(10)
    site.courant("run", "--now", SUNDAY)
    site.best("preview", "preview", "weekly", "--now", SUNDAY, "--out", str(site.path / "preview"))
    site.best("check", "check", "--offline", "--now", SUNDAY)
    site.once("freeze", "run", "--only", "digests", "--now", MONDAY)
    site.once("publish after", "run", "--only", "publish", "--now", MONDAY)


@dimension(1_200)
def news_waiting(site, n):
    site.articles(n)
    site.settings(digest='cron = "0 7 * * MON"\nhold_above = 100000')
    site.enrol(10)
    site.courant("run", "--now", SUNDAY)
    site.best("preview", "preview", "weekly", "--now", SUNDAY, "--out", str(site.path / "preview"))
    site.best("check", "check", "--offline", "--now", SUNDAY)
    site.once("first issue", "run", "--only", "digests", "--now", MONDAY)
    site.once("second issue", "run", "--only", "digests", "--now", NEXT_MONDAY)
    site.once("issue past lookback", "run", "--only", "digests", "--now", "2027-01-11T07:00:05Z")


@dimension(256)
def followed_sets(site, n):
    for number in range(20):
        site.feed(f"f{number}", f"t{number}")
    (site.path / "feeds/all.toml").unlink()
    for number in range(20):
        site.article(number, topics=[f"t{number}"])
    chosen = lambda reader: " ".join(f"f{bit}" for bit in range(13) if (reader % n + 1) >> bit & 1)
    site.enrol(8_192, feeds=chosen)
    site.courant("run", "--now", SUNDAY)
    site.best("check", "check", "--offline", "--now", SUNDAY)
    site.once("freeze", "run", "--only", "digests", "--now", MONDAY)
    site.best("status", "status", "--now", MONDAY)


# Readers and mail


@dimension(25_000)
def readers(site, n):
    site.articles(5)
    run = site.enrol(n)
    site._keep("import", run)
    site.once("export", "subscribers", "export")
    site.best("subscribers list", "subscribers", "list")
    site.courant("run", "--now", SUNDAY)
    ledger_commands(site, SUNDAY)
    site.once("freeze", "run", "--only", "digests", "--now", MONDAY)
    site.best("status, all queued", "status", "--now", MONDAY)
    site.once("subscribers remove", "subscribers", "remove", address(1), "--now", MONDAY)
    site.once("subscribers forget", "subscribers", "forget", address(2), "--now", MONDAY)
    site.once("cancel of an open issue", "cancel", "weekly#1", "--now", MONDAY)


def deliver(site, domains=None, more=""):
    """20,000 messages to a sink."""
    site.articles(5)
    sheet = site.path / "readers.csv"
    with open(sheet, "w") as file:
        file.write("email,digest,status\n")
        file.writelines(f"r{number:06}@d{number % domains}.example.net,weekly,confirmed\n" for number in range(20_000))
    with Sink(site.path.parent) as sink:
        site.settings(more, port=sink.port)
        site.once("import", "subscribers", "import", str(sheet), "--now", SUNDAY)
        site.courant("run", "--now", SUNDAY)
        site.best("nothing to do", "run", "--now", SUNDAY)
        site.best("check", "check", "--offline", "--now", SUNDAY)
        site.courant("run", "--only", "digests", "--now", MONDAY)
        site.once("deliver 20,000", "run", "--only", "deliveries", "--now", MONDAY)


@dimension(1_250)
def domains_of_readers(site, n):
    deliver(site, domains=n)


@dimension(160, {"deliver 20,000": 4})
def domains_with_rates(site, n):
    deliver(site, n, "".join(f'[mail.domains."d{number}.example.net"]\nrate = "100000/s"\n' for number in range(n)))


@dimension(160)
def domains_with_sessions(site, n):
    deliver(site, n, "".join(f'[mail.domains."d{number}.example.net"]\nsessions = 5\n' for number in range(n)))


@dimension(3_125, {"bounce --maildir": 15})
def bounces(site, n):
    site.articles(5)
    site.enrol(n)
    site.courant("run", "--now", SUNDAY)
    site.courant("run", "--only", "digests", "--now", MONDAY)
    with site.ledger() as db:
        db.execute("UPDATE delivery SET state = 'accepted', next = NULL, attempts = 1")
    for name in ("new", "cur", "tmp"):
        (site.path / "mail" / name).mkdir(parents=True)
    for number in range(n):
        (site.path / f"mail/new/{number:06}.host").write_text(report(number))
    maildir = str(site.path / "mail")
    site.once("bounce --maildir", "bounce", "--maildir", maildir, "--now", TUESDAY)
    site.best("again, all seen", "bounce", "--maildir", maildir, "--now", TUESDAY)
    site.settings(mail='bounce_maildir = "mail"')
    site.best("nothing to do", "run", "--now", TUESDAY)
    site.best("status", "status", "--now", TUESDAY)
    site.best("metrics", "metrics")


def report(number):
    """A delivery report about this reader."""
    return f"""\
Return-Path: <>
Date: Mon, 23 Nov 2026 07:01:02 +0000
From: Mail Delivery System <MAILER-DAEMON@mail.example.org>
To: bounces@news.example.org
Subject: Undelivered Mail Returned to Sender
Message-Id: <{number}@mail.example.org>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain; charset=us-ascii

Your message could not be delivered.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.org

Final-Recipient: rfc822; {address(number)}
Action: failed
Status: 5.2.2
Diagnostic-Code: smtp; 552 5.2.2 mailbox full

--b
Content-Type: text/rfc822-headers

From: Growth <news@example.org>
To: {address(number)}
Subject: Growth

--b--
"""


if __name__ == "__main__":
    main()
