#!/usr/bin/python3
"""Kills `courant serve` and `courant run` with SIGKILL at random instants while readers subscribe, confirm and leave and an issue is
being sent, and checks what became of each of them.

  Tools/crash-web.py [--trials 20] [--readers 3000] [--clients 50] [--seconds 6] [--seed S] [--keep]

Each trial begins with a frozen issue for confirmed readers. Each client, again and again, subscribes a new address, confirms with the link
of its letter when that has come, or ends the subscription of a reader with one click. What was answered counts; a request whose
answer was cut is sent again. Then both programs go on to their ends undisturbed, and the ledger is compared with what was answered.

$COURANT is the binary, .build/release/courant unless set. The last line is the summary. Exit code 1 if a promise broke: mail to someone
after the answer to their leaving, a confirmation letter lost, one that came twice although no kill hit its exchange, an answered
confirmation or departure that the ledger does not have, a message that came twice and was not reported as uncertain, an event that is missing, a damaged ledger.
"""

import argparse
import collections
import http.client
import pathlib
import random
import re
import shutil
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
from stage import COURANT, MONDAY, SUNDAY, Process, Site, address, end_tidily_when_told, free_port  # noqa: E402
from web import Mailbox, subscription_tokens  # noqa: E402

# What kills bring about: exchanges that were cut, departures that reached only the journal, requests that were sent again.
EXPECTED = ["mid-exchange", "that only the journal had", "exceeded a limit", "left while the ledger could not take it", "no run within 24 h"]
GRACE = 1.0  # seconds in which a message whose exchange had begun may still arrive


def main():
    options = parse()
    end_tidily_when_told()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="courant-web-trials-"))
    try:
        sys.exit(0 if perform(options, folder) else 1)
    finally:
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)


def parse():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, usage=argparse.SUPPRESS)
    parser.add_argument("--trials", type=int, default=20)
    parser.add_argument("--readers", type=int, default=3000)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=6)
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    parser.add_argument("--keep", action="store_true")
    return parser.parse_args()


def perform(options, folder):
    box = Mailbox()
    box.start()
    prepared = Site.make(folder / "prepared", articles=3, words=25)
    aim(prepared, box.port)
    prepared.enrol(options.readers)
    prepared.courant("run", "--now", SUNDAY)
    prepared.courant("run", "--only", "digests", "--now", MONDAY)
    print(f"seed {options.seed}", flush=True)
    total = collections.Counter()
    for number in range(1, options.trials + 1):
        shutil.rmtree(folder / "trial", ignore_errors=True)
        site = prepared.copy(folder / "trial")
        trial = Trial(site, box, folder, options, random.Random(f"{options.seed} {number}"))
        trial.perform()
        total.update(trial.counts)
        total["faults"] += len(trial.faults)
        for fault in trial.faults[:20]:
            print(f"trial {number}: {fault}", flush=True)
    counts = ", ".join(f"{total[name]:,} {name}" for name in Trial.names)
    kept = "a promise broke" if total["faults"] else "every promise kept"
    print(f"{options.trials} trials, {options.readers} readers, {options.clients} clients, seed {options.seed}: {counts}; {kept}")
    return total["faults"] == 0


def aim(site, port):
    site.aim(port, more='\n[web]\nletters_per_hour = 1000000\ntrusted_proxy = "127.0.0.1"\n')


class Trial:
    names = ["kills of serve", "kills of runs", "subscribed", "confirmed", "left", "letters", "letters twice", "issues", "issues twice"]

    def __init__(self, site, box, folder, options, rng):
        self.site, self.box, self.folder, self.options, self.rng = site, box, folder, options, rng
        self.tokens = subscription_tokens(site, options.readers)
        self.port = free_port()
        self.counts, self.faults = collections.Counter(), []
        self.lock = threading.Lock()
        self.next = self.requests = 0
        self.asked, self.confirmed, self.left = {}, {}, {}  # by address: when it was answered
        self.stop = threading.Event()
        self.kills = []
        self.uncertain = set()  # the addresses that a program reported
        (folder / "serve").mkdir(exist_ok=True)

    def perform(self):
        self.box.clear()
        clients = [
            threading.Thread(target=self.client, args=(random.Random(self.rng.random()),)) for _ in range(self.options.clients)]
        serve = self.serve()
        run = self.run()
        for client in clients:
            client.start()
        deadline = time.monotonic() + self.options.seconds
        while time.monotonic() < deadline:
            time.sleep(self.rng.uniform(0.05, 0.8))
            if self.rng.random() < 0.5:
                serve = self.kill(serve, "serve", self.serve)
            else:
                run = self.kill(run, "runs", self.run)
        self.stop.set()
        for client in clients:
            client.join()
        self.settle(serve, run)
        self.judge()

    def serve(self):
        return Process(
            [COURANT, "serve", "--site", str(self.site.path), "--listen", f"127.0.0.1:{self.port}"], self.folder / "serve")

    def run(self):
        """With the clock of the machine, as `serve`: the distance between letters is judged by both."""
        return self.site.start("run")

    def kill(self, process, name, start):
        if not process.has_ended_within(0):
            process.kill()
            self.kills.append(time.monotonic())
            self.counts[f"kills of {name}"] += 1
        self.read(process.end())
        return start()

    def read(self, ended):
        """What a program reported: only exchanges that a kill cut may be there."""
        for line in ended.errors.splitlines():
            found = re.match(r"(\S+): the last (?:run|process) ended mid-exchange", line)
            if found:
                self.uncertain.add(found[1])
            elif not any(words in line for words in EXPECTED):
                self.faults.append(f"reported: {line}")

    def settle(self, serve, run):
        """Lets both finish: letters leave, the queue of the issue empties."""
        self.read(run.end())
        for _ in range(20):
            self.read(self.run().end())
            waiting = self.site.query("SELECT count(*) FROM delivery WHERE next IS NOT NULL")[0][0]
            letters = self.site.query("SELECT count(*) FROM letter WHERE next IS NOT NULL")[0][0]
            requests = self.site.query("SELECT count(*) FROM request")[0][0]
            if not waiting + letters + requests:
                break
            time.sleep(0.5)
        else:
            self.faults.append(f"{waiting} deliveries, {letters} letters and {requests} requests wait at the end")
        serve.kill()
        self.read(serve.end())

    # Clients

    def client(self, rng):
        while not self.stop.is_set():
            choice = rng.random()
            if choice < 0.4:
                self.subscribe()
            elif choice < 0.7:
                self.confirm(rng)
            else:
                self.leave(rng)
            time.sleep(rng.uniform(0, 0.05))

    def post(self, path, form=""):
        """The status of the answer; nil if none came. Each request comes from another network, because those are limited."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=15)
        try:
            with self.lock:
                self.requests += 1
            network = f"10.{self.requests // 256 % 256}.{self.requests % 256}.7"
            fields = {"Content-Type": "application/x-www-form-urlencoded", "X-Forwarded-For": network}
            connection.request("POST", path, form, fields)
            return connection.getresponse().status
        except (OSError, http.client.HTTPException):
            return None
        finally:
            connection.close()

    def insist(self, path, form, good):
        """Sends it until it is answered. Whether it was answered well before the end."""
        while True:
            status = self.post(path, form)
            if status in good:
                return True
            if status is not None:
                self.fault(f"{path.split('/')[1]} was answered {status}")
                return False
            if self.stop.is_set():
                return False
            time.sleep(0.02)

    def fault(self, sentence):
        with self.lock:
            self.faults.append(sentence)

    def subscribe(self):
        with self.lock:
            self.next += 1
            reader = f"n{self.next:05}@new{self.next % 500:03}.example.net"
        if self.insist("/subscribe", f"email={reader}&digest=weekly&sure=yes", {303}):
            self.asked[reader] = time.monotonic()

    def confirm(self, rng):
        with self.lock:
            known = [reader for reader in self.box.links if reader not in self.confirmed]
            if not known:
                return
            reader = rng.choice(known)
            self.confirmed[reader] = None
        if self.insist(self.box.links[reader], "confirm=", {200, 303}):
            self.confirmed[reader] = time.monotonic()

    def leave(self, rng):
        number = rng.randrange(self.options.readers)
        reader = address(number)
        with self.lock:
            if reader in self.left:
                return
            self.left[reader] = None
        if self.insist(f"/unsubscribe/{self.tokens[number]}", "List-Unsubscribe=One-Click", {200}):
            self.left[reader] = time.monotonic()

    # What became of them

    def judge(self):
        states = {
            (reader, digest): status for reader, digest, status in self.site.query(
                "SELECT r.address, s.digest, s.status FROM subscription s JOIN subscriber r ON r.id = s.subscriber")}
        events = collections.defaultdict(list)
        for reader, kind in self.site.query(
                "SELECT r.address, e.kind FROM consent_event e JOIN subscriber r ON r.id = e.subscriber ORDER BY e.id"):
            events[reader].append(kind)
        for reader, moment in self.left.items():
            if moment is None:
                continue
            self.counts["left"] += 1
            if states.get((reader, "weekly")) != "ended":
                self.faults.append(f"{reader} left and is {states.get((reader, 'weekly'))}")
            if events[reader].count("left") != 1:
                self.faults.append(f"{reader} left; events {events[reader]}")
            for mailed in self.box.begun.get(reader, []):
                if mailed > moment + GRACE:
                    self.faults.append(f"{reader} was mailed {mailed - moment:.2f} s after leaving was answered")
        for reader, moment in self.confirmed.items():
            if moment is None:
                continue
            self.counts["confirmed"] += 1
            if states.get((reader, "weekly")) != "confirmed" or events[reader] != ["asked", "confirmed"]:
                self.faults.append(f"{reader} confirmed and is {states.get((reader, 'weekly'))}; events {events[reader]}")
        for reader in self.asked:
            self.counts["subscribed"] += 1
            letters = len(self.box.begun.get(reader, []))
            if letters == 0:
                self.faults.append(f"{reader} asked and got no letter")
        self.count_letters()
        if self.site.query("PRAGMA integrity_check") != [("ok",)]:
            self.faults.append("the ledger is damaged")

    def count_letters(self):
        for reader, moments in self.box.begun.items():
            kind = "letters" if reader.startswith("n") else "issues"
            self.counts[kind] += 1
            if len(moments) > 1:
                self.counts[kind + " twice"] += 1
            for first, second in zip(moments, moments[1:]):
                if not any(first - 0.5 <= kill <= second for kill in self.kills):
                    self.faults.append(f"{reader} got the same twice without a kill between")
            if len(moments) > 1 and reader not in self.uncertain:
                self.faults.append(f"{reader} got the same twice, and nothing reported that the first may have arrived")


if __name__ == "__main__":
    main()
