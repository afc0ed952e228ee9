#!/usr/bin/python3
"""Measures the cost of rendering editions and signing messages. Asserts nothing.

  Tools/bench-mail.py [editions] [sets] [signing] [--sets N] [--readers N] [--messages N] [--sessions N] [--runs N]

  editions  a digest of 15 articles: how long one edition more takes
  sets      readers who follow 10,000 different sets of 24 feeds, 60 articles: freezing their issue
  signing   one edition to many readers over SMTP: not signed, RSA-2048, Ed25519, and both; where the processor has ADX,
            RSA once more with AVX2 (docs/dkim.md)

Without a word, all of them. $COURANT is the binary (.build/release/courant unless set), $SINK as for bench-delivery.py.
CPU is user and system of the process. Load is that of the machine when the row was measured.
"""

import argparse
import datetime
import os
import pathlib
import platform
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from stage import COURANT, MONDAY, SUNDAY, WORDS, Process, Sink, Site, end_tidily_when_told  # noqa: E402

FEEDS = 24
SINK = os.environ.get("SINK")
AVX2 = ":~0x80000"  # without ADX, OpenSSL multiplies with AVX2
HAS_ADX = bool(re.search(r"^flags.* adx ", pathlib.Path("/proc/cpuinfo").read_text(), re.M))


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, usage=argparse.SUPPRESS)
    parser.add_argument("sections", nargs="*", metavar="editions|sets|signing")
    for name, usual in (("sets", 10_000), ("readers", 100_000), ("messages", 20_000), ("sessions", 10), ("runs", 3)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    options = parser.parse_args()
    known = {"editions": editions, "sets": sets, "signing": signing}
    if set(options.sections) - set(known):
        parser.error(f"the sections are {', '.join(known)}")
    end_tidily_when_told()
    introduce()
    for section in options.sections or known:
        with tempfile.TemporaryDirectory(prefix="courant-bench-") as folder:
            known[section](pathlib.Path(folder), options)


def introduce():
    cpu = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    print(f"{cpu[1] if cpu else platform.machine()}, {os.cpu_count()} cores, {datetime.date.today()}; courant: {COURANT}")
    for kind in ("rsa2048", "ed25519"):
        print(f"openssl speed {kind}: {signature(kind)}", flush=True)
    if HAS_ADX:
        print(f"openssl speed rsa2048 with OPENSSL_ia32cap={AVX2}: {signature('rsa2048', AVX2)}", flush=True)


def signature(kind, processor=None):
    """What openssl needs for one; `processor` as in AVX2."""
    said = subprocess.run(
        ["openssl", "speed", "-seconds", "2", kind], capture_output=True, text=True, env=environment(processor)).stdout
    rates = re.search(r"([0-9.]+)\s+[0-9.]+\s*$", said)  # signatures a second, verifications a second
    return f"{1e6 / float(rates[1]):.0f} µs a signature" if rates else said


def environment(processor):
    return dict(os.environ) | ({"OPENSSL_ia32cap": processor} if processor else {})


def load():
    return f"load {os.getloadavg()[0]:.1f}"


def editions(folder, options):
    """The cost of one more edition: many sets compared with one."""
    site = newspaper(folder / "site", articles=15)
    few, many = 1, min(2_000, options.sets)
    costs = {count: frozen(site, folder / f"sets{count}", count, readers=many, runs=options.runs) for count in (few, many)}
    cpu, wall = ((costs[many][n] - costs[few][n]) / (many - few) for n in (0, 1))
    print(f"\neditions: 15 articles, {many:,} sets of {FEEDS} feeds less one set; smallest of {options.runs}, {load()}")
    print(f"   {cpu * 1e6:,.0f} µs CPU an edition, {1 / wall:,.0f} editions/s", flush=True)


def sets(folder, options):
    site = newspaper(folder / "site", articles=60)
    print(f"\nsets: {options.readers:,} readers, {options.sets:,} sets of {FEEDS} feeds, 60 articles; n = 1")
    cpu, wall, peak, ledger = frozen(site, folder / "sets", options.sets, options.readers, runs=1)
    print(f"   run --only digests (freezing): {wall:.2f} s wall, {cpu:.2f} s CPU, {peak:.0f} MB peak, "
          f"the ledger grew by {ledger / 1e6:,.0f} MB, {load()}", flush=True)
    site = Site(folder / "sets")
    with Sink(folder, SINK) as sink:
        site.aim(sink.port, sessions=options.sessions)
        run = site.start("run", "--only", "deliveries", "--now", MONDAY).end()
    report("run --only deliveries", run, sink, options.readers)


def signing(folder, options):
    template = newspaper(folder / "site", articles=8, size=60)
    template.enrol(options.messages)
    template.courant("run", "--now", SUNDAY)
    template.courant("run", "--only", "digests", "--now", MONDAY)
    keys = {"rsa": keygen(template, "rsa"), "ed25519": keygen(template, "ed25519")}
    print(f"\nsigning: {options.messages:,} messages, {options.sessions} sessions; smallest CPU of {options.runs}")
    both = dkim(keys["rsa"]) + '[mail.dkim.ed25519]\nselector = "b"\nkey_file = "ed25519.pem"\n'
    kinds = [
        ("not signed", "", None), ("RSA-2048", dkim(keys["rsa"]), None), ("Ed25519", dkim(keys["ed25519"]), None),
        ("both", both, None)] + ([("RSA-2048 with AVX2", dkim(keys["rsa"]), AVX2)] if HAS_ADX else [])
    for name, section, processor in kinds:
        results = []
        for _ in range(options.runs):
            site = template.copy(folder / "sending")
            with Sink(folder, SINK) as sink:
                site.aim(sink.port, sessions=options.sessions, more=section)
                run = site.start("run", "--only", "deliveries", "--now", MONDAY, environment=environment(processor)).end()
            results.append((run.cpu, run, sink))
            shutil.rmtree(site.path)
        _, run, sink = min(results, key=lambda result: result[0])
        report(name, run, sink, options.messages)


def report(name, run, sink, messages):
    counts, octets = sink.counts, sink.counts.get("octets", 0) / messages
    if run.code != 0 or counts.get("messages") != messages:
        print(f"   ({name}: ended with {run.code}, {counts.get('messages')} taken: {run.errors.strip()[:200]})")
    print(f"   {name:24} {messages / run.wall:7,.0f} msg/s {run.cpu / messages * 1e6:6.0f} µs CPU a message"
          f" {run.cpu / run.wall:5.2f} cores {run.peak:5.0f} MB peak  {octets:7,.0f} octets  {load()}", flush=True)


def keygen(site, kind):
    site.courant("dkim", "keygen", "--type", kind, "--out", f"{kind}.pem")
    return f"{kind}.pem"


def dkim(file):
    return f'[mail.dkim]\ndomain = "example.org"\nselector = "a"\nkey_file = "{file}"\n'


def newspaper(path, articles, size=25):
    """A site of 24 feeds; each article is in one or two of them, and has a summary of this many words."""
    site, rng = Site.make(path, 0, 0), random.Random(2)
    (path / "feeds/all.toml").unlink()
    for number in range(FEEDS):
        (path / f"feeds/f{number:02}.toml").write_text(
            f'title = "Feed {number}"\ndescription = "Topic {number}."\ntopics = ["topic {number}"]\n')
    prose = lambda count: " ".join(rng.choice(WORDS) for _ in range(count)).capitalize()
    for number in range(articles):
        topics = f"topic {number % FEEDS}, topic {rng.randrange(FEEDS)}"
        (path / f"articles/a{number:02}.md").write_text(
            f'---\ntitle: "{prose(9)}"\ndate: 2026-11-20T09:{number % 60:02}:00Z\ntopics: [{topics}]\n'
            f'summary: "{prose(size)}."\ncredibility: 3.5\ninterest: 4\nauthors: [Bench Desk]\n---\n\n{prose(60)}.\n')
    return site


def frozen(site, path, sets, readers, runs):
    """(CPU, wall, peak, growth of the ledger) of freezing an issue for readers with this many sets of feeds; the cheapest run."""
    rng, all_sets = random.Random(3), {}
    while len(all_sets) < sets:
        names = sorted(rng.sample(range(FEEDS), rng.randint(1, FEEDS)))
        all_sets[",".join(f"f{n:02}" for n in names)] = True
    followed, results = list(all_sets), []
    template = site.copy(path.with_suffix(".enrolled"))
    template.enrol(readers, lambda i: followed[i % sets])
    template.courant("run", "--now", SUNDAY)
    for _ in range(runs):
        shutil.rmtree(path, ignore_errors=True)
        copy = template.copy(path)
        before = size_of(copy)
        run = copy.courant("run", "--only", "digests", "--now", MONDAY)
        results.append((run.cpu, run.wall, run.peak, size_of(copy) - before))
    shutil.rmtree(template.path)
    return min(results)


def size_of(site):
    return sum(file.stat().st_size for file in (site.path / "var").iterdir())


if __name__ == "__main__":
    main()
