#!/usr/bin/python3
"""Backs a ledger up while an issue is being sent and readers sign up and leave, restores it elsewhere, and checks who is mailed then.

  Tools/trial-restore.py [--readers 2000] [--leaving 150] [--joining 40] [--keep]

A run sends an issue to all readers, `courant serve` answers those who leave with one click and those who sign up, and `courant backup`
copies the ledger in the middle. Then the site is moved: its files and the journal to another folder, without var/courant.sqlite, and
`courant restore` there, with a log that has all but the last hundred Message-IDs that the mail server accepted. The next issue is
sent from there.

$COURANT is the binary, .build/release/courant unless set. Exit code 1 if a promise broke: someone who left was mailed by the restored
site, someone got one issue twice, a message that left is neither accepted nor told as uncertain, a run or a reader waited more
than two seconds for the backup.
"""

import argparse
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

NEXT_MONDAY = "2026-11-30T07:00:05Z"


def main():
    options = parse()
    end_tidily_when_told()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="courant-restore-"))
    try:
        sys.exit(0 if Trial(options, folder).perform() else 1)
    finally:
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)


def parse():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, usage=argparse.SUPPRESS)
    parser.add_argument("--readers", type=int, default=2000)
    parser.add_argument("--leaving", type=int, default=150)
    parser.add_argument("--joining", type=int, default=40)
    parser.add_argument("--keep", action="store_true")
    return parser.parse_args()


class Trial:
    def __init__(self, options, folder):
        self.options, self.folder, self.faults = options, folder, []
        self.box = Mailbox(keeps=True)
        self.box.start()
        self.left, self.slowest = set(), 0.0
        self.copied = threading.Event()

    def perform(self):
        site = Site.make(self.folder / "site", articles=3, words=25)
        self.aim(site)
        site.enrol(self.options.readers)
        site.courant("run", "--now", SUNDAY)
        self.tokens = subscription_tokens(site, self.options.readers)
        backup = self.folder / "backup.sqlite"
        self.send_and_back_up(site, backup)
        moved = self.move(site)
        said = self.restore(moved, backup)
        self.judge_ledger(moved, said)
        self.send_next(moved)
        print(f"{len(self.left)} left, slowest answer {self.slowest * 1000:.0f} ms")
        for fault in self.faults[:20]:
            print(f"FAULT: {fault}")
        print("a promise broke" if self.faults else "every promise kept")
        return not self.faults

    def aim(self, site):
        site.aim(self.box.port, more='\n[web]\nletters_per_hour = 1000000\ntrusted_proxy = "127.0.0.1"\n')

    def send_and_back_up(self, site, backup):
        self.port = free_port()
        (self.folder / "serve").mkdir()
        serve = Process(
            [COURANT, "serve", "--site", str(site.path), "--listen", f"127.0.0.1:{self.port}"], self.folder / "serve")
        self.wait_for_port()
        run = site.start("run", "--now", MONDAY)
        clients = [threading.Thread(target=self.client, args=(part,)) for part in range(4)]
        for client in clients:
            client.start()
        self.wait_until(lambda: len(self.box.begun) > self.options.readers // 4)
        (self.folder / "backup").mkdir()
        copying = Process([COURANT, "backup", str(backup), "--site", str(site.path)], self.folder / "backup").end()
        sent = len(self.box.begun)
        print(f"backup: {copying.output.strip() or copying.errors.strip()}, {copying.wall:.2f} s, when {sent} messages had left")
        self.copied.set()
        if copying.code != 0:
            self.faults.append("the backup failed")
        ended = run.end()
        for client in clients:
            client.join()
        print(f"run: {ended.output.strip()} {ended.errors.strip()[:200]}")
        serve.popen.terminate()
        serve.end()
        if oct(backup.stat().st_mode & 0o777) != "0o600":
            self.faults.append("others can read the backup")

    def client(self, part):
        rng = random.Random(part)
        numbers = list(range(part, self.options.readers, 4))
        rng.shuffle(numbers)
        for index, number in enumerate(numbers[: self.options.leaving // 4]):
            if index == self.options.leaving // 8:
                self.copied.wait()  # the others leave after the backup
            status = self.post(f"/unsubscribe/{self.tokens[number]}", "List-Unsubscribe=One-Click", number)
            if status == 200:
                self.left.add(address(number))
            else:
                self.faults.append(f"leaving was answered {status}")
            if index < self.options.joining // 4:
                self.post("/subscribe", f"email=new{number}@new{number}.example.net&digest=weekly&sure=yes", number)
            time.sleep(rng.uniform(0, 0.03))

    def post(self, path, form, number):
        begun = time.monotonic()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request("POST", path, form, {
                "Content-Type": "application/x-www-form-urlencoded",
                "X-Forwarded-For": f"10.{number // 256 % 256}.{number % 256}.7"})
            return connection.getresponse().status
        finally:
            connection.close()
            took = time.monotonic() - begun
            self.slowest = max(self.slowest, took)
            if took > 2:
                self.faults.append(f"a reader waited {took:.1f} s")

    def wait_for_port(self):
        def answers():
            try:
                self.post("/nothing", "", 0)
                return True
            except OSError:
                return False
        self.wait_until(answers)
        self.slowest = 0.0

    def wait_until(self, condition):
        deadline = time.monotonic() + 120
        while not condition():
            if time.monotonic() > deadline:
                sys.exit("waited for two minutes")
            time.sleep(0.005)

    def move(self, site):
        """Another machine: the site's files and the newest journal, but neither the ledger nor the pulse."""
        moved = site.copy(self.folder / "moved")
        for file in (moved.path / "var").iterdir():
            if file.name != "courant.journal":
                file.unlink() if file.is_file() else shutil.rmtree(file)
        return moved

    def restore(self, moved, backup):
        """The ledger's copy has the open deliveries; the log lacks the last hundred that were accepted."""
        log = self.folder / "mail.log"
        accepted = sorted(
            (begun[0], body[0]) for begun, body in
            ((self.box.begun[reader], self.box.messages[reader]) for reader in self.box.begun) if body)
        ids = [re.search(rb"(?mi)^Message-ID: (<[^>]+>)", body)[1].decode() for _, body in accepted]
        self.unlogged = len(ids[-100:])
        lines = []
        for number, identity in enumerate(ids[:-100]):
            lines.append(f"Nov 23 07:00:06 mx postfix/cleanup[1]: Q{number:X}: message-id={identity}\n")
            lines.append(f"Nov 23 07:00:06 mx postfix/qmgr[2]: Q{number:X}: from=<n@example.org>, size=1, nrcpt=1 (queue active)\n")
        log.write_text("".join(lines))
        run = moved.start("restore", str(backup), "--smtp-log", str(log), "--now", MONDAY).end()
        print("\n".join("  " + line for line in run.output.splitlines()))
        if run.code != 0:
            self.faults.append(f"restore ended with {run.code}: {run.errors}")
        return run.output

    def judge_ledger(self, moved, said):
        states = dict(moved.query("SELECT state, count(*) FROM delivery GROUP BY state"))
        print(f"  deliveries: {states}")
        told = sum(int(number) for number in re.findall(r"may have been sent: weekly#1, (\d+) messages", said))
        if told != states.get("uncertain", 0):
            self.faults.append(f"{told} uncertain messages were told, but the ledger has {states.get('uncertain', 0)}")
        mailed = {reader for reader in self.box.begun if reader.startswith("r")}
        known = {reader for (reader,) in moved.query(
            "SELECT r.address FROM delivery d JOIN subscription s ON s.id = d.subscription JOIN subscriber r ON r.id = s.subscriber "
            "WHERE d.state IN ('accepted', 'uncertain')")}
        for reader in mailed - known:
            self.faults.append(f"{reader} was mailed, but the restored ledger knows nothing of it")
        ended = {reader for (reader,) in moved.query(
            "SELECT r.address FROM subscription s JOIN subscriber r ON r.id = s.subscriber WHERE s.status = 'ended'")}
        for reader in self.left - ended:
            self.faults.append(f"{reader} left, but is not ended in the restored ledger")

    def send_next(self, moved):
        before = {reader: len(begun) for reader, begun in self.box.begun.items()}
        again = moved.start("run", "--now", "2026-11-23T08:00:00Z").end()
        for reader, begun in self.box.begun.items():
            if reader.startswith("r") and len(begun) > before.get(reader, 0):
                self.faults.append(f"{reader} got the first issue again ({again.output.strip()})")
        (moved.path / "articles/next.md").write_text(
            '---\ntitle: "The next one"\ndate: 2026-11-27\ntopics: [news]\n---\n\nNew.\n')
        before = {reader: len(begun) for reader, begun in self.box.begun.items()}
        run = moved.start("run", "--now", NEXT_MONDAY).end()
        print(f"next issue: {run.output.strip()} {run.errors.strip()[:200]}")
        got = {reader for reader, begun in self.box.begun.items() if len(begun) > before.get(reader, 0)}
        for reader in got & self.left:
            self.faults.append(f"{reader} left, and was mailed by the restored site")
        expected = self.options.readers - len(self.left)
        if len({reader for reader in got if reader.startswith("r")}) != expected:
            self.faults.append(f"the next issue went to {len(got)} readers, not {expected}")


if __name__ == "__main__":
    main()
