#!/usr/bin/python3
"""Provokes what operators are alerted of, once each, and shows the letters.

  Tools/trial-alerts.py [--only NAME] [--keep]

Each trial has a site and a mail server of its own, on 127.0.0.1: relay, stale (about a minute), disk (needs root: it mounts a small
tmpfs in a mount namespace), complaints, held, certificate (needs openssl), webhook (verified with the code of docs/webhooks.md),
weekly, failures, storm, backup, key (needs root: it has a name server at port 53 of 127.0.0.1, and a resolv.conf of its own).

$COURANT is the binary, .build/release/courant unless set. Exit code 1 if a letter did not come.
"""

import argparse
import http.client
import http.server
import os
import pathlib
import quopri
import re
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
from stage import COURANT, MONDAY, ROOT, SUNDAY, Process, Site, end_tidily_when_told, free_port  # noqa: E402
from web import Mailbox  # noqa: E402

OPERATOR = "ops@example.org"
ALERTS = f'\n[alerts]\nto = ["{OPERATOR}"]\n'


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, usage=argparse.SUPPRESS)
    parser.add_argument("--only")
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args()
    end_tidily_when_told()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="courant-alerts-"))
    try:
        names = [name for name in Trials.NAMES if options.only in (None, name)]
        faults = sum(not perform(name, folder) for name in names)
        print("\nevery alert came" if not faults else f"\n{faults} of {len(names)} trials failed")
        sys.exit(1 if faults else 0)
    finally:
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)


def perform(name, folder):
    print(f"\n==== {name}")
    (folder / name).mkdir()
    trials = Trials(folder / name)
    try:
        getattr(trials, name)()
    except Exception as error:  # the other trials go on
        trials.faults.append(repr(error))
    for fault in trials.faults:
        print(f"FAULT: {fault}")
    return not trials.faults


class Server:
    """An HTTP server on a thread that keeps what it was sent. `answer` returns status and text."""

    def __init__(self, answer, certificate=None):
        self.requests, outer = [], self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                outer.requests.append((self.path, self.headers, body))
                status, text = answer(self.headers, body)
                self.send_response(status)
                self.send_header("Content-Type", "text/plain; charset=utf-8")
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text.encode())

            def log_message(self, *_):
                pass

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.http.server_address[1]
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*certificate)
            self.http.socket = context.wrap_socket(self.http.socket, server_side=True)
        threading.Thread(target=self.http.serve_forever, daemon=True).start()


class Trials:
    NAMES = ["relay", "stale", "disk", "complaints", "held", "certificate", "webhook", "weekly", "failures", "storm",
             "backup", "key"]

    def __init__(self, folder):
        self.folder, self.faults = folder, []
        self.box = Mailbox(keeps=True)
        self.box.start()
        self.front = Server(lambda *_: (200, "unsubscribed\n"))
        self.site = Site.make(folder / "site", articles=3, words=25)

    # The trials

    def relay(self):
        ping = Server(lambda *_: (200, "OK"))
        more = f'ping = "http://127.0.0.1:{ping.port}/check"\n'
        self.aim(more, port=free_port())
        self.start(readers=2)
        self.run(MONDAY)
        self.run("2026-11-23T07:20:05Z")
        self.expect_status("2026-11-23T07:20:05Z", "the relay has taken no mail since 2026-11-23 07:00")
        told = [body.decode() for path, _, body in ping.requests if path == "/check/69"]
        print(f"ping: {told[-1].strip() if told else 'none'}")
        self.expect(told and "connection refused" in told[-1], "the ping did not name the relay")
        self.expect(not self.box.messages, "mail left")
        self.aim(more)
        self.run("2026-11-23T07:25:05Z")
        self.expect_letter("over: the relay takes no mail", "(2026-11-23 07:00 to 2026-11-23 07:25)")

    def stale(self):
        self.aim('run_within = "2m"\n[web]\n')
        self.start(readers=1, at=clock(-600))
        self.run(clock(-600))
        (self.folder / "serve").mkdir()
        serve = Process(
            [COURANT, "serve", "--site", str(self.site.path), "--listen", f"127.0.0.1:{free_port()}"], self.folder / "serve")
        try:
            self.wait_for_letters(1)
        finally:
            serve.popen.terminate()
            serve.end()
        self.expect_letter("runs have stopped", "start cron or the timer again")
        self.run(clock(0))
        self.expect_letter("over: runs have stopped")

    def disk(self):
        if os.geteuid() != 0:
            return print("skipped: only root can mount a small disk")
        self.aim()
        self.start(readers=1)
        small = self.folder / "small"
        small.mkdir()
        script = (f"mount -t tmpfs -o size=60m none {small} && cp -a {self.site.path}/. {small} && "
                  f"{COURANT} run --site {small} --now {MONDAY}; {COURANT} status --site {small} --now {MONDAY}")
        ended = subprocess.run(["unshare", "-m", "sh", "-c", script], capture_output=True, text=True)
        print(ended.stdout + ended.stderr)
        self.expect_letter("the disk is nearly full", "MB of disk are free; make room")
        self.expect("alert            only" in ended.stdout, "status does not show it")

    def complaints(self):
        self.aim()
        sheet = self.site.path / "readers.csv"
        rows = "".join(f"r{number}@mail.example,weekly,confirmed\n" for number in range(40))
        sheet.write_text("email,digest,status\n" + rows)
        self.site.courant("subscribers", "import", str(sheet), "--now", SUNDAY)
        self.run(SUNDAY)
        self.run(MONDAY)
        for number in range(3):
            self.complain(self.box.messages[f"r{number}@mail.example"][0], f"r{number}@mail.example")
        self.run("2026-11-23T12:00:00Z")
        self.expect_letter("spam complaints", "3 of 40 messages to mail.example")

    def held(self):
        self.aim(digest='review = "always"\n')
        self.start(readers=2)
        self.run(MONDAY)
        self.expect_letter("weekly@2026-11-23T07:00 is held", "Release it: courant release")
        self.site.courant("release", "weekly@2026-11-23T07:00", "--now", "2026-11-23T07:10:00Z")
        self.run("2026-11-23T07:10:05Z")
        self.expect(len(self.box.messages) == 3, "the released issue did not leave")

    def certificate(self):
        key, certificate = self.folder / "key.pem", self.site.path / "ca.pem"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "5", "-subj", "/CN=trial", "-addext",
             "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)], check=True, capture_output=True)
        server = Server(lambda *_: (200, "unsubscribed\n"), certificate=(certificate, key))
        self.aim('[web]\nca_file = "ca.pem"\n', url=f"https://127.0.0.1:{server.port}")
        self.start(readers=1, at=clock(0))
        self.run(clock(1))
        print(f"the server was asked: {[path.split('/')[1] for path, _, _ in server.requests]}")
        self.expect_letter("a certificate ends", "the certificate of 127.0.0.1 ends on")

    def webhook(self):
        document = (ROOT / "docs/webhooks.md").read_text()
        code = {}
        exec(re.search(r"```python\n(.*?)```", document, re.S)[1], code)
        secret = self.site.path / "crm.secret"
        subprocess.run(f'echo "whsec_$(openssl rand -base64 32)" > {secret} && chmod 600 {secret}', shell=True, check=True)
        answers, verified = [204, 500], []

        def answer(headers, body):
            status = answers.pop(0) if answers else 204
            verified.append(code["verified"](headers, body, secret.read_text().strip()))
            print(f"  {headers['webhook-id']} {body.decode()} -> {status}, verified: {verified[-1]}")
            return status, ""

        server = Server(answer)
        hook = (f'[webhooks.crm]\nurl = "http://127.0.0.1:{server.port}/in"\nsecret_file = "crm.secret"\n'
                "allow_private = true\n")
        self.aim(hook)
        self.site.courant("run", "--now", clock(-400))
        for name in "ann", "bob":
            self.site.courant("subscribers", "add", f"{name}@example.org", "--digest", "weekly", "--confirmed")
        self.site.courant("subscribers", "remove", "ann@example.org", "--digest", "weekly")
        self.run(clock(-290))
        self.run(clock(-280))
        self.run(clock(15))
        self.expect(verified and all(verified), "a signature was wrong")
        self.expect(len(verified) == 4, f"{len(verified)} requests, not four")

    def weekly(self):
        self.aim('weekly = "always"\n')
        self.start(readers=5)
        self.run(MONDAY)
        self.run("2026-11-30T08:00:05Z")
        self.expect_letter("the week to 2026-11-29", 'weekly#1 "')

    def failures(self):
        self.aim()
        self.start(readers=40)
        self.box.refuses = {f"r{number:06}@d{number:02}.example.net" for number in range(6)}
        self.run(MONDAY)
        self.run("2026-11-23T07:10:00Z")
        self.expect_letter("many failed messages", "6 of 40 messages of weekly#1 failed", "courant why weekly#1")

    def storm(self):
        """Someone signs up strangers through the form of the web."""
        self.aim("[web]\nletters_per_hour = 40\n")
        self.start(readers=1, at=clock(0))
        port = free_port()
        (self.folder / "serve").mkdir()
        serve = Process(
            [COURANT, "serve", "--site", str(self.site.path), "--listen", f"127.0.0.1:{port}"], self.folder / "serve")
        try:
            forms = [f"email=stranger{number}%40example.com&digest=weekly" for number in range(45)]
            print("the forms were answered with", sorted({self.post(port, form) for form in forms}))
            self.wait_for_letters(1)
        finally:
            serve.popen.terminate()
            serve.end()
        self.expect_letter("many sign-ups", "someone may be signing up strangers", "blocked_domains")

    def backup(self):
        self.aim('[ledger]\nbackup_within = "2d"\n')
        self.start(readers=1)
        self.site.courant("backup", str(self.folder / "backup.sqlite"), "--now", SUNDAY)
        self.run(MONDAY)
        self.expect_letter("over: no recent backup")  # there was none at the first run
        self.run("2026-11-25T12:00:00Z")
        self.expect_letter("no recent backup", "older than backup_within = 48 h")
        self.site.courant("backup", str(self.folder / "backup.sqlite"), "--now", "2026-11-25T13:00:00Z")
        self.run("2026-11-25T13:05:00Z")
        self.expect_letter("over: no recent backup")

    def key(self):
        """A name server without the record of the signing key."""
        if os.geteuid() != 0:
            return print("skipped: only root can have a name server and another resolv.conf")
        names = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        names.bind(("127.0.0.1", 53))
        threading.Thread(target=deny_names, args=(names,), daemon=True).start()
        resolver = self.folder / "resolv.conf"
        resolver.write_text("nameserver 127.0.0.1\n")
        self.site.courant("dkim", "keygen", "--selector", "news", "--out", "dkim.pem")
        self.aim('\n[mail.dkim]\ndomain = "example.org"\nselector = "news"\nkey_file = "dkim.pem"\n')
        self.start(readers=1, at=clock(0))
        script = f"mount --bind {resolver} /etc/resolv.conf && {COURANT} run --site {self.site.path} --now {clock(7 * 3600)}"
        ended = subprocess.run(["unshare", "-m", "sh", "-c", script], capture_output=True, text=True)
        print((ended.stdout + ended.stderr).strip())
        names.close()
        self.run(clock(7 * 3600 + 1))
        self.expect_letter("a DKIM record is wrong", "news._domainkey.example.org")

    # What they share

    def post(self, port, form):
        deadline = time.monotonic() + 10
        while True:
            try:
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
                connection.request("POST", "/subscribe", form, {"Content-Type": "application/x-www-form-urlencoded"})
                return connection.getresponse().status
            except ConnectionError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.1)

    def aim(self, more="", digest="", url=None, port=None):
        self.site.aim(port or self.box.port, more=digest + ALERTS + more)
        file = self.site.path / "schedule.conf"
        url = url or f"http://127.0.0.1:{self.front.port}"
        file.write_text(file.read_text().replace("https://news.example.org", url))

    def start(self, readers, at=SUNDAY):
        self.site.enrol(readers)
        self.site.start("run", "--now", at).end()

    def run(self, now):
        ended = self.site.start("run", "--now", now).end()
        said = (ended.output + ended.errors).strip()
        print(f"run {now}: {ended.code} {said[:300]}")

    def complain(self, message, reader):
        """As Yahoo and others report it."""
        report = (
            "From: feedback@mail.example\r\nDate: Mon, 23 Nov 2026 09:00:00 +0000\r\nSubject: complaint\r\n"
            "To: bounces@example.org\r\nMIME-Version: 1.0\r\n"
            'Content-Type: multipart/report; report-type=feedback-report; boundary="arf"\r\n\r\n'
            "--arf\r\nContent-Type: text/plain\r\n\r\nA complaint.\r\n"
            "--arf\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nUser-Agent: trial/1\r\nVersion: 1\r\n"
            f"Original-Rcpt-To: {reader}\r\n--arf\r\nContent-Type: message/rfc822\r\n\r\n").encode()
        ended = subprocess.run(
            [COURANT, "bounce", "--site", str(self.site.path), "--now", "2026-11-23T11:00:00Z"],
            input=report + message.removesuffix(b".\r\n") + b"\r\n--arf--\r\n", capture_output=True)
        print(f"bounce: {ended.returncode} {(ended.stdout + ended.stderr).decode().strip()}")

    def expect(self, holds, fault):
        if not holds:
            self.faults.append(fault)

    def expect_status(self, now, sentence):
        said = self.site.start("status", "--now", now).end().output
        print("status: " + next((line for line in said.splitlines() if line.startswith("alert")), "no alert"))
        self.expect(sentence in said, f"status does not say: {sentence}")

    def letters(self):
        return [quopri.decodestring(body).decode(errors="replace") for body in self.box.messages.get(OPERATOR, [])]

    def wait_for_letters(self, count):
        deadline = time.monotonic() + 90
        while len(self.letters()) < count and time.monotonic() < deadline:
            time.sleep(0.1)

    def expect_letter(self, subject, *sentences):
        """The newest letter with this in its subject."""
        heads = [re.sub(r"\r\n[ \t]+", " ", letter.partition("\r\n\r\n")[0]) for letter in self.letters()]
        found = [pair for pair in zip(heads, self.letters()) if subject in pair[0]]
        if not found:
            return self.faults.append(f"no letter: {subject}; there are {re.findall('Subject: .*', ' '.join(heads))}")
        head, letter = found[-1]
        text = letter.partition("text/plain")[2].partition("\r\n\r\n")[2].partition("\r\n--")[0]
        print(re.search(r"(?m)^Subject: .*$", head)[0].strip() + "\n" + "\n".join("  " + line for line in text.splitlines()))
        plain = " ".join((head + " " + text).split())
        for sentence in (subject, *sentences):
            self.expect(sentence in plain, f"the letter does not say: {sentence}")


def deny_names(server):
    """A name server (RFC 1035, section 4.1) that knows org, by which it is seen to answer, and no other name."""
    while True:
        try:
            question, client = server.recvfrom(512)
        except OSError:
            return
        end = question.index(b"\0", 12) + 5
        if question[12:].startswith(b"\3org\0"):
            status, count = b"\x81\x80", b"\0\1"
            answer = b"\xc0\x0c\0\2\0\1\0\0\0\x3c\0\5\2ns\xc0\x0c"
        else:
            status, count, answer = b"\x81\x83", b"\0\0", b""
        server.sendto(question[:2] + status + b"\0\1" + count + b"\0\0\0\0" + question[12:end] + answer, client)


def clock(seconds):
    """A moment so far from now."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + seconds))


if __name__ == "__main__":
    main()
