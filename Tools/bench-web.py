#!/usr/bin/python3
"""Measures `courant serve` with wrk (Debian: wrk), alone and while a run mails. Asserts nothing.

  Tools/bench-web.py [--readers 1000000] [--mails 100000] [--seconds 5] [--connections 20] [--runs 1]

A site of 40 articles and five feeds on a socket of 127.0.0.1, without a web server in front. wrk asks for the page of
preferences, a feed of one's own choice, the page to subscribe and a search, each GET with its own token or choice; then it posts
one-click departures (each token once) and subscriptions (each address once). Then the same POSTs while `courant run`
sends --mails messages to Tools/sink.c. `memory` is the resident set of `serve` at its end and at its peak.

wrk and `serve` share the processors. $COURANT is the binary (default: .build/release/courant).
"""

import argparse
import http.client
import os
import pathlib
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from stage import COURANT, MONDAY, SUNDAY, Process, Sink, Site, end_tidily_when_told, free_port  # noqa: E402
from web import subscription_tokens  # noqa: E402

FEEDS = ["walking", "memory", "sleep", "food", "balance"]

# Asks for the lines of a file, one after another; a line is a path, or a path and a form.
SCRIPT = """\
local lines, next = {}, tonumber(os.getenv("FIRST") or "0")
for line in io.lines(os.getenv("LINES_FILE")) do lines[#lines + 1] = line end
local method = os.getenv("METHOD")
local headers = { ["Content-Type"] = "application/x-www-form-urlencoded" }
request = function()
  next = next + 1
  local path, form = lines[(next - 1) % #lines + 1]:match("(%S+) ?(.*)")
  return wrk.format(method, path, method == "POST" and headers or nil, method == "POST" and form or nil)
end
local statuses = {}
response = function(status) statuses[status] = (statuses[status] or 0) + 1 end
done = function(summary, latency)
  io.write(string.format("RESULT %d %d %d %d %d\\n", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), summary.errors.status + summary.errors.read + summary.errors.timeout + summary.errors.connect))
end
"""


def main():
    options = parse()
    end_tidily_when_told()
    if not shutil.which("wrk"):
        sys.exit("wrk is missing: apt-get install wrk")
    folder = tempfile.mkdtemp(prefix="courant-web-")
    try:
        Bench(pathlib.Path(folder), options).perform()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def parse():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, usage=argparse.SUPPRESS)
    parser.add_argument("--readers", type=int, default=1_000_000)
    parser.add_argument("--mails", type=int, default=100_000)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--connections", type=int, default=20)
    parser.add_argument("--runs", type=int, default=1)
    return parser.parse_args()


class Bench:
    def __init__(self, folder, options):
        self.folder, self.options = folder, options
        (folder / "ask.lua").write_text(SCRIPT)
        (folder / "probe").mkdir()

    def perform(self):
        self.site = make_site(self.folder / "site", self.options)
        print(f"{self.options.readers:,} readers, {self.options.connections} connections, {self.options.seconds} s each", flush=True)
        print(f"{'':38}{'requests/s':>12}{'median':>10}{'p99':>10}{'faults':>8}", flush=True)
        tokens = subscription_tokens(self.site, 400_000)
        with Sink(self.folder) as sink, Served(self.site, sink, self.folder) as served:
            self.port = served.port
            self.get("preferences", [f"/preferences/{token}" for token in tokens[:5000]])
            self.get("own feed, one choice", ["/feeds/of/memory+sleep/atom.xml"])
            self.get("own feeds, 25 choices", [f"/feeds/of/{a}+{b}/rss.xml" for a in FEEDS for b in FEEDS if a < b])
            self.get("subscribe", ["/subscribe"])
            self.get("search", [f"/search?q={word}" for word in ("memory", "relapse", "kept+strength")])
            print(f"memory {served.memory()}", flush=True)
            self.posts(tokens)
            print(f"memory {served.memory()}", flush=True)
            if self.options.mails:
                self.while_mailing(tokens, sink)
            print(f"memory {served.memory()}; processor time {served.cpu():.1f} s", flush=True)

    def posts(self, tokens, when=""):
        """Each token and each address is used once in the whole measurement."""
        self.post(f"one-click{when}", [f"/unsubscribe/{token} List-Unsubscribe=One-Click" for token in tokens])
        mark = time.monotonic_ns()
        form = "&".join(f"feed={name}" for name in FEEDS[:2])
        self.post(
            f"subscribe{when}",
            [f"/subscribe email=n{mark}.{number}@new.example.net&digest=weekly&{form}" for number in range(100_000)])

    def while_mailing(self, tokens, sink):
        run = self.site.start("run", "--now", MONDAY)
        deadline = time.monotonic() + 120
        while not self.sending() and time.monotonic() < deadline:
            time.sleep(0.05)
        before = time.monotonic()
        self.posts(tokens[200_000:], " while a run mails")
        self.get("preferences while a run mails", [f"/preferences/{token}" for token in tokens[:5000]])
        measured = time.monotonic() - before
        state = "was still sending" if not run.has_ended_within(0) else "had ended"
        accepted = self.site.query("SELECT count(*) FROM delivery WHERE state = 'accepted'")[0][0]
        print(f"the run {state}: {accepted:,} accepted in about {measured:.0f} s", flush=True)
        os.kill(run.pid, signal.SIGTERM)
        ended = run.end()
        if ended.code not in (0, 75, 130, 143):
            print(f"the run ended with {ended.code}: {ended.errors[-500:]}")

    def sending(self):
        return bool(self.site.query("SELECT EXISTS (SELECT 1 FROM delivery WHERE state = 'accepted')")[0][0])

    def get(self, name, paths):
        self.ask(name, "GET", paths)

    def post(self, name, lines):
        self.ask(name, "POST", lines)

    def ask(self, name, method, lines):
        path = self.folder / "lines"
        path.write_text("\n".join(lines) + "\n")
        environment = dict(os.environ, LINES_FILE=str(path), METHOD=method)
        rows = []
        for _ in range(self.options.runs):
            done = subprocess.run(
                ["wrk", "-t1", f"-c{self.options.connections}", f"-d{self.options.seconds}", "-s", "ask.lua",
                 f"http://127.0.0.1:{self.port}"],
                cwd=self.folder, env=environment, capture_output=True, text=True, check=True)
            found = re.search(r"RESULT (\d+) (\d+) (\d+) (\d+) (\d+)", done.stdout)
            if not found:
                sys.exit(done.stdout + done.stderr)
            rows.append([int(text) for text in found.groups()])
        rate = statistics.median(row[0] / row[1] * 1e6 for row in rows)
        middle = statistics.median(row[2] for row in rows) / 1000
        last = statistics.median(row[3] for row in rows) / 1000
        print(f"{method + ' ' + name:38}{rate:>12,.0f}{middle:>7.1f} ms{last:>7.1f} ms{sum(row[4] for row in rows):>8}", flush=True)


class Served:
    """`courant serve` on a free port. Use it in `with`."""

    def __init__(self, site, sink, folder):
        self.port = free_port()
        aim(site, sink.port)
        self.process = Process(
            [COURANT, "serve", "--site", str(site.path), "--listen", f"127.0.0.1:{self.port}"], folder / "probe")

    def __enter__(self):
        for _ in range(500):
            try:
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
                connection.request("GET", "/subscribe")
                connection.getresponse().read()
                return self
            except OSError:
                time.sleep(0.02)
        sys.exit("serve did not start")

    def __exit__(self, *_):
        os.kill(self.process.pid, signal.SIGTERM)
        done = self.process.end()
        if done.code:
            print(f"serve ended with {done.code}: {done.errors[-500:]}")

    def memory(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        now, peak, anonymous = (
            int(re.search(name + r":\s+(\d+)", status)[1]) / 1024 for name in ("VmRSS", "VmHWM", "RssAnon"))
        return f"{now:.0f} MB now ({anonymous:.0f} anonymous), {peak:.0f} MB at its peak"

    def cpu(self):
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")


def make_site(path, options):
    site = Site.make(path, articles=40, words=25)
    for name in FEEDS:
        (site.path / f"feeds/{name}.toml").write_text(
            f'title = "{name.capitalize()}"\ndescription = "About {name}."\ntopics = ["*"]\n')
    aim(site, 9)
    site.enrol(options.readers)
    site.courant("run", "--now", SUNDAY)
    return site


def aim(site, port):
    site.aim(port, more="\n[web]\nletters_per_hour = 1000000\n")


if __name__ == "__main__":
    main()
