#!/usr/bin/python3
"""Publishes a site to a bucket of moto, a stand-in for S3 from PyPI, and checks what arrives.

  Tools/trial-store.py [--articles 10000] [--keep]

Runs `courant run --only publish` against moto with authentication switched on, so each signature is checked: everything, nothing new,
one article changed, one with an image withdrawn, a run killed in the middle and the next one, a machine with an older ledger, a wrong
secret, no such bucket, and no server. Requests are counted in moto's own log, and the bucket is read back with boto3. moto's check of signatures knows no percent-encoded paths or queries:
the bucket has no prefix here, and paths are ASCII. RequestSignatureTests has the others.

$MOTO is a folder with `bin/moto_server` and `bin/python` (`python3 -m venv DIR && DIR/bin/pip install 'moto[server]' boto3`).
$COURANT is the binary, .build/release/courant unless set. Everything is on 127.0.0.1. Exit code 1 if something is not as it should be.
"""

import argparse
import collections
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import zlib

sys.dont_write_bytecode = True
from stage import COURANT, ROOT, end_tidily_when_told  # noqa: E402

MOTO = pathlib.Path(os.environ.get("MOTO", str(ROOT / ".build/moto")))
# moto's log has colours where the status is not 200.
REQUEST = re.compile(r'"(?:\x1b\[[0-9;]*m)*(GET|HEAD|PUT|DELETE|POST) (\S+) HTTP/1\.[01](?:\x1b\[[0-9;]*m)*" (\d+)')

SETTINGS = """[site]
title = "Trial"
url = "https://trial.example.org"
time_zone = "UTC"
cards = false

[sources.articles]
folder = "articles"

[public]
place = "s3://{bucket}?endpoint={endpoint}&region=us-east-1"
"""

# With authentication switched on after these requests: a user, a policy, a key, and the bucket.
PREPARATION = """
import boto3, json, sys
endpoint = sys.argv[1]
how = dict(endpoint_url=endpoint, region_name="us-east-1", aws_access_key_id="x", aws_secret_access_key="x")
iam = boto3.client("iam", **how)
iam.create_user(UserName="courant")
allowed = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}
iam.put_user_policy(UserName="courant", PolicyName="all", PolicyDocument=json.dumps(allowed))
key = iam.create_access_key(UserName="courant")["AccessKey"]
boto3.client("s3", **how).create_bucket(Bucket="news")
print(json.dumps([key["AccessKeyId"], key["SecretAccessKey"]]))
"""

LISTING = """
import boto3, json, sys
s3 = boto3.client("s3", endpoint_url=sys.argv[1], region_name="us-east-1", aws_access_key_id=sys.argv[2], aws_secret_access_key=sys.argv[3])
found = {}
for page in s3.get_paginator("list_objects_v2").paginate(Bucket="news"):
    found.update({o["Key"]: o["ETag"] for o in page.get("Contents", [])})
head = s3.head_object(Bucket="news", Key="index.html")
print(json.dumps([found, head["ContentType"], head["CacheControl"]]))
"""


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, usage=argparse.SUPPRESS)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args()
    end_tidily_when_told()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="courant-store-"))
    store = None
    try:
        store = Store(folder)
        faults = Trial(folder, store, options.articles).perform()
        for fault in faults:
            print("WRONG:", fault)
        print("done" if not faults else f"{len(faults)} things are wrong")
        sys.exit(1 if faults else 0)
    finally:
        if store:
            store.stop()
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)


class Store:
    """moto in a process of its own."""

    def __init__(self, folder):
        self.log = folder / "moto.log"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.endpoint = f"http://127.0.0.1:{self.port}"
        # create_user, put_user_policy, create_access_key, create_bucket
        environment = dict(os.environ, INITIAL_NO_AUTH_ACTION_COUNT="4")
        self.process = subprocess.Popen(
            [str(MOTO / "bin/moto_server"), "-H", "127.0.0.1", "-p", str(self.port)],
            stdout=subprocess.DEVNULL, stderr=open(self.log, "w"), env=environment)
        while socket.socket().connect_ex(("127.0.0.1", self.port)):
            if self.process.poll() is not None:
                sys.exit(f"moto_server ended: {self.log.read_text()}")
            time.sleep(0.2)
        self.key, self.secret = json.loads(self.python(PREPARATION, self.endpoint))
        self.place = 0
        self.requests()

    def python(self, text, *words):
        run = subprocess.run(
            [str(MOTO / "bin/python"), "-c", text, *words], capture_output=True, text=True)
        if run.returncode:
            sys.exit(f"boto3: {run.stderr}")
        return run.stdout

    def requests(self):
        """Those since the last call, by method and status."""
        text = self.log.read_text()
        lines = REQUEST.findall(text[self.place:])
        self.place = len(text)
        return collections.Counter(f"{method} {status}" for method, _, status in lines), [path for _, path, _ in lines]

    def listing(self):
        return json.loads(self.python(LISTING, self.endpoint, self.key, self.secret))

    def keys(self):
        found, _, _ = self.listing()
        self.requests()
        return set(found)

    def stop(self):
        self.process.terminate()
        self.process.wait()


class Trial:
    def __init__(self, folder, store, articles):
        self.site = folder / "site"
        self.store = store
        self.articles = articles
        self.minute = 0
        self.faults = []

    def settings(self, bucket="news", endpoint=None):
        text = SETTINGS.format(bucket=bucket, endpoint=endpoint or self.store.endpoint)
        (self.site / "schedule.conf").write_text(text)

    def courant(self, *words, secret=None):
        environment = dict(
            os.environ, AWS_ACCESS_KEY_ID=self.store.key, AWS_SECRET_ACCESS_KEY=secret or self.store.secret)
        return subprocess.Popen(
            [COURANT, *words, "--site", str(self.site)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env=environment)

    def publish(self, name, *words, secret=None, expected=0):
        """One run; each is five minutes after the last. Returns the counts of its requests, and their paths."""
        self.minute += 5
        now = f"2026-12-01T{7 + self.minute // 60:02}:{self.minute % 60:02}:00Z"
        began = time.monotonic()
        run = self.courant("run", "--only", "publish", "--now", now, *words, secret=secret)
        out, errors = run.communicate()
        took = time.monotonic() - began
        counts, paths = self.store.requests()
        print(f"{name}: {took:.1f} s, exit code {run.returncode}, requests: {dict(sorted(counts.items()))}", flush=True)
        for line in errors.splitlines()[:3]:
            print("    " + line)
        self.expect(run.returncode == expected, f"{name}: exit code {run.returncode}, not {expected}: {errors[:500]}")
        return counts, paths

    def expect(self, is_right, words):
        if not is_right:
            self.faults.append(words)

    def compare(self, name):
        run = self.courant("check", "--public")
        out, _ = run.communicate()
        is_right = "has what was published, and nothing else" in out
        print(f"{name}: check --public: {out.strip().splitlines()[-1] if out.strip() else 'nothing'}", flush=True)
        self.store.requests()
        self.expect(is_right, f"{name}: {out[:500]}")

    def perform(self):
        (self.site / "feeds").mkdir(parents=True)
        (self.site / "feeds/all.toml").write_text('title = "All"\ndescription = "Everything."\ntopics = ["*"]\n')
        maker = [sys.executable, str(ROOT / "Tools/make-articles.py"), str(self.articles), str(self.site / "articles")]
        subprocess.run(maker, check=True)
        self.settings()
        self.first()
        self.changes()
        self.killed()
        self.repaired()
        self.overtaken()
        self.refused()
        return self.faults

    def first(self):
        counts, _ = self.publish("everything")
        found, kind, caching = self.store.listing()
        self.store.requests()
        print(f"    {len(found)} objects; index.html is {kind}, {caching}")
        self.expect(len(found) == counts["PUT 200"], f"{len(found)} objects after {counts['PUT 200']} PUTs")
        self.expect(len(found) > self.articles, f"only {len(found)} objects")
        self.expect((kind, caching) == ("text/html; charset=utf-8", "public, max-age=300"), f"{kind} {caching}")
        self.compare("everything")
        counts, _ = self.publish("nothing new")
        self.expect(not counts, f"a run with nothing new asked {counts}")

    def changes(self):
        before, _, _ = self.store.listing()
        self.store.requests()
        article = self.site / f"articles/a{self.articles // 2:06}.md"
        change(article, "\nOne more sentence.\n")
        counts, paths = self.publish("one body changed")
        print("    " + " ".join(sorted(paths)[:10]))
        after, _, _ = self.store.listing()
        self.store.requests()
        changed = {key for key in after if after[key] != before.get(key)}
        self.expect(counts == {"PUT 200": len(changed)}, f"{len(changed)} objects changed with {counts}")
        self.expect(0 < len(changed) < 10, f"{len(changed)} objects changed")
        self.withdrawn(article)

    def withdrawn(self, article):
        """The page is replaced at once; what only it showed is deleted by the next run."""
        image = self.site / "articles/graph.png"
        image.write_bytes(png())
        change(article, "\n![A graph](graph.png)\n")
        self.publish("one image more")
        before = self.store.keys()
        article.unlink()
        image.unlink()
        counts, _ = self.publish("one article withdrawn")
        after = self.store.keys()
        self.expect(counts["DELETE 204"] == 0 and before <= after, f"{counts}; gone: {before - after}")
        counts, paths = self.publish("the run after")
        gone = after - self.store.keys()
        print("    " + " ".join(paths))
        self.expect(any(key.endswith("graph.png") for key in gone), f"only {gone} were deleted")
        self.expect(counts == {"DELETE 204": len(gone)}, f"{len(gone)} objects are gone with {counts}")
        self.expect(f"articles/{article.stem}/index.html" not in gone, "the page of a withdrawn article is gone")
        counts, _ = self.publish("one more")
        self.expect(not counts, f"a run with nothing new asked {counts}")
        self.compare("withdrawn")

    def killed(self):
        """Every page changes with the title of the site."""
        text = (self.site / "schedule.conf").read_text()
        (self.site / "schedule.conf").write_text(text.replace('title = "Trial"', 'title = "Another"'))
        self.minute += 5
        run = self.courant("run", "--only", "publish", "--now", f"2026-12-01T{7 + self.minute // 60:02}:{self.minute % 60:02}:00Z")
        while run.poll() is None and self.store.log.read_text().count('"PUT ') < 1.5 * self.articles:
            time.sleep(0.2)
        run.send_signal(signal.SIGKILL)
        run.communicate()
        counts, _ = self.store.requests()
        print(f"killed: exit code {run.returncode}, requests: {dict(sorted(counts.items()))}")
        self.expect(run.returncode == -9, "the run ended before it was killed")
        self.publish("after kill -9")
        self.compare("after kill -9")

    def repaired(self):
        """Something else deletes an object and overwrites another."""
        self.store.python(
            LISTING.split("found = {}")[0] + 's3.delete_object(Bucket="news", Key="index.html")\n'
            's3.put_object(Bucket="news", Key="style.css", Body=b"x")', self.store.endpoint, self.store.key,
            self.store.secret)
        run = self.courant("check", "--public")
        out, _ = run.communicate()
        print(f"damaged: check --public: exit code {run.returncode}\n    " + "\n    ".join(out.strip().splitlines()))
        self.expect("index.html: is missing" in out and "style.css: was changed" in out, out[:500])
        self.store.requests()
        self.publish("repaired", "--verify-public")
        self.compare("repaired")

    def overtaken(self):
        """A machine whose ledger knows nothing of what another one has put since."""
        other = self.site.with_name("other")
        shutil.copytree(self.site, other)
        change(self.site / "articles/a000002.md", "\nOf the newer machine.\n")
        self.publish("the newer machine")
        before, _, _ = self.store.listing()
        self.store.requests()
        change(other / "articles/a000002.md", "\nOf the older machine.\n")
        self.site, newer = other, self.site
        counts, _ = self.publish("the older machine", expected=75)
        self.site = newer
        after, _, _ = self.store.listing()
        self.store.requests()
        self.expect(counts["PUT 412"] > 0 and counts["PUT 200"] == 0, f"an older machine asked {counts}")
        self.expect(before == after, "an older machine overwrote an object")

    def refused(self):
        article = self.site / "articles/a000001.md"
        for name, words in [("a wrong secret", {"secret": "wrong"}), ("no such bucket", {}), ("no server", {})]:
            change(article, f"\n{name}.\n")
            if name == "no such bucket":
                self.settings(bucket="absent")
            if name == "no server":
                self.settings(endpoint="http://127.0.0.1:9")
            self.publish(name, expected=75, **words)


def change(article, more):
    article.write_text(article.read_text() + more)


def png():
    """One grey pixel (PNG, third edition, clause 5)."""
    def chunk(kind, data):
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")
    head = (1).to_bytes(4, "big") * 2 + bytes([8, 0, 0, 0, 0])
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\x80")) + chunk(b"IEND", b"")


if __name__ == "__main__":
    main()
