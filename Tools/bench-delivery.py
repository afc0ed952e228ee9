#!/usr/bin/python3
"""Measures how courant delivers, compared with Postfix's smtp-source on the same sink. Asserts nothing.

  Tools/bench-delivery.py [a] [b] [c] [d] [--runs N] [--readers N] [--full]

  a  no latency
  b  20 ms for each round trip and 20 ms more for each final dot, 100 connections
  c  a long list from import to the last message, and memory over time: 100,000 readers, or with --full 1,000,000
  d  3 % of the recipients refused: how many connections that costs

Without a letter, all of them. Messages are personalised and about 30 kB long; the ledger is in use.
$COURANT is the binary (default: .build/release/courant), and $SINK a program with the arguments PORT RTT DOT (default:
Tools/sink.c). smtp-source is in Debian's package postfix, whose daemon need not run; without it, its rows are missing.

Columns: `msg/s` over the whole life of the process; `sending` the same from the first MAIL to the last message, by the
sink's clock; `CPU` user and system of the process, microseconds per message; `peak` its resident memory; `conns` the
sink's count; `sink` the sink's own CPU per message. Each is the median of the runs.
"""

import argparse
import datetime
import os
import pathlib
import platform
import re
import shutil
import statistics
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from stage import COURANT, MONDAY, SUNDAY, Process, Sink, Site, end_tidily_when_told  # noqa: E402

ARTICLES = 6
SIZE = 30_000  # octets of a message, headers and all
SINK = os.environ.get("SINK")
SMTP_SOURCE = shutil.which("smtp-source", path=os.environ.get("PATH", "") + ":/usr/sbin")


def main():
    options = parse()
    end_tidily_when_told()
    folder = tempfile.mkdtemp(prefix="courant-bench-")
    try:
        bench = Bench(folder, options)
        bench.introduce()
        for section in options.sections or "abcd":
            {"a": no_latency, "b": latency, "c": long_list, "d": refusals}[section](bench)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def parse():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, usage=argparse.SUPPRESS)
    parser.add_argument("sections", nargs="*", metavar="a|b|c|d")
    parser.add_argument("--runs", type=int, help="default: 3; 1 in b and c")
    parser.add_argument("--readers", type=int)
    parser.add_argument("--full", action="store_true")
    options = parser.parse_args()
    if set(options.sections) - set("abcd"):
        parser.error("the sections are a, b, c and d")
    return options


def no_latency(bench):
    readers = bench.readers(40_000)
    bench.compare(f"a) no latency, {readers:,} messages", readers, [10, 50], runs=bench.runs(3))


def latency(bench):
    readers = bench.readers(50_000)
    bench.compare(
        f"b) 20 ms a round trip and 20 ms a final dot, {readers:,} messages", readers, [100], runs=bench.runs(1),
        rtt=20_000, dot=20_000)


def refusals(bench):
    readers = bench.readers(20_000)
    bench.head(f"d) each 33rd recipient refused with 550, {readers:,} recipients, 10 sessions", runs=bench.runs(1))
    environment_only = SINK is not None  # another sink may not refuse: then the row says 0
    for costs in bench.sends(readers, 10, bench.runs(1), hard=33):
        costs.row("courant, 10 sessions")
        refused = costs.counts.get("refused")
        if refused is not None:
            print(f"   {refused:.0f} refused, {costs.counts['connections']:.0f} connections for 10 sessions", flush=True)
        elif environment_only:
            print(f"   {readers - costs.counts.get('messages', 0):.0f} not taken", flush=True)


def long_list(bench):
    readers = bench.readers(1_000_000 if bench.options.full else 100_000)
    sessions = 10
    print(f"\nc) {readers:,} readers from import to the last mail, {sessions} sessions; n = 1")
    site = bench.empty_site().copy(bench.folder / "long")
    print(f"   {'':34} {'wall':>9} {'CPU':>9} {'peak':>9}")
    phase("subscribers import", site.enrol(readers))
    site.courant("run", "--now", SUNDAY)  # a digest's first run; the next slot mails
    phase("run --only digests (freezing)", site.courant("run", "--only", "digests", "--now", MONDAY))
    with bench.sink() as sink:
        site.aim(sink.port, sessions=sessions)
        process = site.start("run", "--only", "deliveries", "--now", MONDAY)
        samples = memory_until_end(process)
        run = process.end()
    phase("run --only deliveries", run)
    said(run)
    Costs(run, sink.counts, readers).rates()
    print("   resident memory while sending, MB after s: "
          + ", ".join(f"{megabytes:.0f} after {seconds:.1f}" for seconds, megabytes in spread(samples, 12)))
    ledger = sum(file.stat().st_size for file in (site.path / "var").iterdir())
    print(f"   the ledger: {ledger / 1e6:,.0f} MB", flush=True)
    shutil.rmtree(site.path)


def phase(name, run):
    print(f"   {name:34} {run.wall:7.2f} s {run.cpu:7.2f} s {run.peak:6.0f} MB", flush=True)


def memory_until_end(process):
    """Seconds since the start, and megabytes resident (VmRSS), four times a second."""
    samples = []
    while not process.has_ended_within(0.25):
        match = re.search(r"VmRSS:\s+(\d+) kB", pathlib.Path(f"/proc/{process.pid}/status").read_text())
        if match:
            samples.append((time.monotonic() - process.started, int(match[1]) / 1024))
    return samples


def spread(samples, count):
    """This many of them, including the first and the last."""
    if len(samples) <= count:
        return samples
    return [samples[round(i * (len(samples) - 1) / (count - 1))] for i in range(count)]


def said(run):
    if run.code != 0:
        last = run.errors.strip().splitlines()[-1:] or [""]
        print(f"   (courant ended with {run.code}: {last[0]})")


class Bench:
    def __init__(self, folder, options):
        self.folder, self.options = pathlib.Path(folder), options
        self._empty, self._frozen = None, {}
        self.size = 0

    def introduce(self):
        cpu = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
        load = os.getloadavg()[0]
        print(f"{cpu[1] if cpu else platform.machine()}, {os.cpu_count()} cores, load {load:.1f} at the start, "
              f"{datetime.date.today()}, Linux {platform.release()}")
        print(f"sink: {SINK or 'Tools/sink.c'}; courant: {COURANT}")
        self.empty_site()
        print(f"a message has {self.size:,} octets, headers and all", flush=True)
        if not SMTP_SOURCE:
            print("smtp-source is missing, and so are its rows: apt-get install postfix (the daemon is not needed)")

    def readers(self, usual):
        return self.options.readers or usual

    def runs(self, usual):
        return self.options.runs or usual

    def sink(self, **limits):
        return Sink(self.folder, SINK, **limits)

    def empty_site(self):
        """Without readers; its articles are as long as makes a message of about `SIZE`."""
        if self._empty is None:
            least, most = 1, 300  # words of a summary
            while least <= most:
                words = (least + most) // 2
                self._empty, self.size = self.printed(words)
                least, most = (words + 1, most) if self.size < SIZE else (least, words - 1)
        return self._empty

    def printed(self, words):
        """A site with summaries of this many words, and the size of its messages."""
        path = self.folder / "site"
        shutil.rmtree(path, ignore_errors=True)
        site, out = Site.make(path, ARTICLES, words), self.folder / "preview"
        site.courant("preview", "weekly", "--now", SUNDAY, "--out", str(out))
        size = max(file.stat().st_size for file in out.glob("*.eml"))
        shutil.rmtree(out)
        return site, size

    def frozen_site(self, readers):
        if readers not in self._frozen:
            site = self.empty_site().copy(self.folder / f"frozen{readers}")
            site.enrol(readers)
            site.courant("run", "--now", SUNDAY)  # a digest's first run; the next slot mails
            site.courant("run", "--only", "digests", "--now", MONDAY)
            self._frozen[readers] = site
        return self._frozen[readers]

    def head(self, title, runs):
        print(f"\n{title}; {'n = 1' if runs == 1 else f'median of {runs}'}")
        print(f"   {'':34} {'msg/s':>8} {'sending':>8} {'CPU':>7} {'peak':>7} {'conns':>6} {'sink':>6}", flush=True)

    def compare(self, title, readers, sessions, runs, **limits):
        """Courant and smtp-source, alternating, so that other work on the machine affects both."""
        self.head(title, runs)
        for count in sessions:
            ours, theirs = [], []
            for _ in range(runs):
                ours += self.sends(readers, count, 1, **limits)
                if SMTP_SOURCE:
                    theirs.append(self.smtp_source(readers, count, **limits))
            Costs.median(ours).row(f"courant, {count} sessions")
            if theirs:
                Costs.median(theirs).row(f"smtp-source -s {count}")
        print("   courant run --only deliveries; smtp-source -d -s SESSIONS "
              f"-l {self.size} -m {readers}; -d keeps connections", flush=True)

    def sends(self, readers, sessions, runs, **limits):
        """The cost of each of this many sends of one issue."""
        template, costs = self.frozen_site(readers), []
        for _ in range(runs):
            site = template.copy(self.folder / "sending")
            with self.sink(**limits) as sink:
                site.aim(sink.port, sessions=sessions)
                run = site.start("run", "--only", "deliveries", "--now", MONDAY).end()
            said(run)
            costs.append(Costs(run, sink.counts, readers))
            if costs[-1].counts.get("messages") != readers and not limits.get("hard"):
                print(f"   (the sink took {costs[-1].counts.get('messages')} messages, not {readers})")
            shutil.rmtree(site.path)
        return costs

    def smtp_source(self, messages, sessions, **limits):
        with self.sink(**limits) as sink:
            words = [SMTP_SOURCE, "-d", "-s", str(sessions), "-l", str(self.size), "-m", str(messages)]
            words += ["-f", "news@example.org", "-t", "r000000@d00.example.net", f"127.0.0.1:{sink.port}"]
            run = Process(words, self.folder).end()
        if run.code != 0:
            print(f"   (smtp-source ended with {run.code}: {run.errors.strip()})")
        return Costs(run, sink.counts, messages)


class Costs:
    """The cost of sending this many messages."""

    def __init__(self, run, counts, messages):
        self.counts, self.messages = counts, messages
        seconds = counts.get("seconds")
        self.columns = {
            "msg/s": messages / run.wall, "sending": counts.get("messages", 0) / seconds if seconds else None,
            "CPU": run.cpu / messages * 1e6, "peak": run.peak, "conns": counts.get("connections"),
            "sink": counts["cpu"] / messages * 1e6,
        }

    @classmethod
    def median(cls, costs):
        """Of each column by itself."""
        result = costs[0]
        for name in result.columns:
            values = [one.columns[name] for one in costs if one.columns[name] is not None]
            result.columns[name] = statistics.median(values) if values else None
        return result

    def row(self, name):
        figures = zip([8, 8, 7, 7, 6, 6], self.columns.values())
        print(f"   {name:34} " + " ".join(f"{'-' if n is None else f'{n:,.0f}':>{width}}" for width, n in figures),
              flush=True)

    def rates(self):
        columns = self.columns
        sending = f", {columns['sending']:,.0f} while sending" if columns["sending"] else ""
        print(f"   {columns['msg/s']:,.0f} messages/s{sending}; {columns['CPU']:.0f} µs CPU a message; "
              f"{columns['conns'] or 0:.0f} connections")


if __name__ == "__main__":
    main()
