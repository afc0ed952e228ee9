#!/usr/bin/env python3
"""Ten simulated weeks of a blog's weekly and daily mails, with readers who join, choose, move, pause, leave and come back on the web.

  Tools/ten-weeks.py POSTS [--from 2025-09-15] [--weeks 10] [--readers 20] [--seed S] [--browser]

POSTS is a folder of Jekyll posts with `category`; it is copied. The clocks of all programs are moved with faketime (Debian). Each morning
at 7 a run publishes and sends; at noon readers act on the pages of `courant serve`. An SMTP server keeps the mails. A model that knows
only the dates of the posts and what readers did says which articles each reader must have got on which day; the mails must agree.
With --browser, readers join in Chromium (chromium-driver, selenium).

The last line is the summary; exit code 1 if a mail was missing, was not expected, or had other articles.
"""

import argparse
import collections
import datetime
import email
import email.policy
import http.client
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse
from dataclasses import dataclass, field

sys.dont_write_bytecode = True
from stage import COURANT, Site, end_tidily_when_told, free_port  # noqa: E402
from web import Mailbox  # noqa: E402

FEEDS = {"language": ["Language"], "tools": ["Developer Tools"], "community": ["Community", "Adopters", "Digest"]}

SCHEDULE = """\
[site]
title = "Swift news"
url = "http://127.0.0.1:{port}"
time_zone = "UTC"
publisher = "Trial, 1 High Street"

[web]
listen = "127.0.0.1:{port}"
trusted_proxy = "127.0.0.1"

[mail]
from = "Swift news <news@example.org>"
smtp = "smtp://127.0.0.1:{smtp}"
tls = "off"

[sources.articles]
folder = "articles"

[digest.weekly]
cron = "0 7 * * MON"

[digest.daily]
cron = "0 7 * * *"
"""


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, usage=argparse.SUPPRESS)
    parser.add_argument("posts", type=pathlib.Path)
    parser.add_argument("--from", dest="start", type=datetime.date.fromisoformat, default=datetime.date(2025, 9, 15))
    parser.add_argument("--weeks", type=int, default=10)
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    parser.add_argument("--browser", action="store_true")
    options = parser.parse_args()
    end_tidily_when_told()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="courant-weeks-"))
    try:
        weeks = Weeks(options, folder)
        weeks.perform()
        sys.exit(1 if weeks.faults else 0)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@dataclass
class Reader:
    """What a reader did, as the model knows it."""

    address: str
    digest: str | None = None
    feeds: set = field(default_factory=set)
    paused_until: datetime.datetime | None = None
    token: str = ""
    # After a move to another digest: the last slot of the former one, after which articles are owed.
    since: datetime.datetime | None = None
    had: set = field(default_factory=set)


@dataclass
class Post:
    moment: datetime.datetime
    page: str
    feed: str


class Weeks:
    def __init__(self, options, folder):
        self.options, self.folder, self.faults = options, folder, []
        self.rng = random.Random(options.seed)
        self.box = Mailbox(keeps=True)
        self.box.start()
        self.port = free_port()
        self.counts = collections.Counter()
        self.site = Site(folder / "site")
        (self.site.path / "feeds").mkdir(parents=True)
        shutil.copytree(options.posts, self.site.path / "articles")
        for name, topics in FEEDS.items():
            (self.site.path / f"feeds/{name}.toml").write_text(
                f'title = "{name.capitalize()}"\ndescription = "About {name}."\ntopics = {topics}\n'.replace("'", '"'))
        (self.site.path / "schedule.conf").write_text(SCHEDULE.format(port=self.port, smtp=self.box.port))
        self.posts = [post for path in sorted(options.posts.glob("*.md")) if (post := self.post(path))]
        self.readers = [Reader(f"reader{number:02}@example.net") for number in range(options.readers)]

    def post(self, path):
        words = path.read_text()
        date = re.search(r"^date: *['\"]?(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?))?", words, re.M)
        category = re.search(r"^category: *['\"]?([^'\"\n]*)", words, re.M)
        if not category:
            return None
        if not date:
            return None  # no post without a date is in the weeks
        day, hour = date[1], date[2] or "00:00"
        feed = next((name for name, topics in FEEDS.items() if category[1].strip() in topics), None)
        moment = datetime.datetime.fromisoformat(f"{day} {hour}")
        return feed and Post(moment, path.stem, feed)

    def perform(self):
        print(f"seed {self.options.seed}", flush=True)
        start = self.options.start - datetime.timedelta(days=1)
        self.run(datetime.datetime.combine(start, datetime.time(12)))
        self.begun = datetime.datetime.combine(start, datetime.time(7))
        for number in range(7 * self.options.weeks):
            day = self.options.start + datetime.timedelta(days=number)
            morning = datetime.datetime.combine(day, datetime.time(7))
            expected = self.expected(morning)
            self.box.clear()
            self.run(morning + datetime.timedelta(seconds=10))
            self.compare(morning, expected)
            if number < 7 * self.options.weeks - 7:
                self.act(morning + datetime.timedelta(hours=5))
        counts = ", ".join(f"{count} {name}" for name, count in sorted(self.counts.items()))
        print("\n".join(self.faults))
        print(f"{self.options.weeks} weeks from {self.options.start}, {len(self.readers)} readers, seed {self.options.seed}: {counts}; "
              + (f"{len(self.faults)} faults" if self.faults else "the mails are those of the model"))

    # The model

    def expected(self, slot):
        """The articles that each reader must get at a slot."""
        mails = {}
        for reader in self.readers:
            if reader.digest is None or (reader.digest == "weekly" and slot.weekday() != 0):
                continue
            step = datetime.timedelta(days=7 if reader.digest == "weekly" else 1)
            before = max(slot - step, self.begun)
            if reader.paused_until and reader.paused_until > slot:
                reader.since = None if self.issues(before, slot, reader.digest) else reader.since
                continue
            pages = self.pages(before, slot, reader)
            if reader.since is not None:
                # Nothing that was brought before, and what was owed; both wait for an issue of the digest.
                if not self.issues(before, slot, reader.digest):
                    continue
                pages = (pages - reader.had) | self.pages(reader.since, slot, reader)
                reader.since = None
            reader.had |= pages
            if pages:
                mails[reader.address] = pages
        return mails

    def pages(self, before, slot, reader):
        return {post.page for post in self.posts if before < post.moment <= slot and post.feed in reader.feeds}

    def issues(self, before, slot, digest):
        """Whether there is an issue at all."""
        return any(before < post.moment <= slot for post in self.posts)

    def compare(self, slot, expected):
        found = {}
        for address, messages in self.box.messages.items():
            if len(messages) > 1:
                self.faults.append(f"{slot}: {address} got {len(messages)} mails")
            message = email.message_from_bytes(messages[0], policy=email.policy.default)
            words = message.get_body(("plain",)).get_content()
            news = words.split("That was all the news in this issue.")[0]
            found[address] = set(re.findall(r"/articles/([a-z0-9.-]+)/", news))
        for address in sorted(found.keys() | expected.keys()):
            got, due = found.get(address, set()), expected.get(address, set())
            self.counts["mails"] += address in found
            self.counts["articles in mails"] += len(got)
            if got != due:
                self.faults.append(f"{slot}: {address} got {sorted(got)}, not {sorted(due)}")

    # What readers do

    def act(self, noon):
        acting = [reader for reader in self.readers if self.rng.random() < 0.12]
        if not acting:
            return
        process = self.serve(noon)
        try:
            for reader in acting:
                self.box.clear()
                self.choose(reader, noon)
        finally:
            # The command faketime passes no signals on to its child.
            child = pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()[0]
            os.kill(int(child), signal.SIGTERM)
            _, errors = process.communicate()
            if process.returncode or errors:
                self.faults.append(f"{noon}: serve ended with {process.returncode}: {errors.decode()}")

    def choose(self, reader, noon):
        if reader.digest is None:
            return self.join(reader)
        action = self.rng.choice(["feeds", "feeds", "move", "move", "pause", "leave"])
        self.counts[action] += 1
        if action == "leave":
            status, _ = self.post_form(f"/unsubscribe/{reader.token}", [("List-Unsubscribe", "One-Click")])
            self.expect(status == 200, f"{noon}: leaving was answered {status}")
            reader.digest, reader.since, reader.paused_until = None, None, None
        elif action == "pause":
            status, _ = self.post_form(f"/preferences/{reader.token}", [("do", "pause"), ("weeks", "2")])
            self.expect(status == 303, f"{noon}: pausing was answered {status}")
            reader.paused_until = noon + datetime.timedelta(days=14)
        else:
            before = reader.digest
            if action == "move":
                reader.digest = "daily" if before == "weekly" else "weekly"
                if reader.since is None:
                    reader.since = self.last_slot(before, noon)
            else:
                reader.feeds = self.some_feeds()
            form = [("do", "save"), ("digest", reader.digest)]
            form += [(f"feed.{reader.digest}", feed) for feed in sorted(reader.feeds)]
            status, place = self.post_form(f"/preferences/{reader.token}", form)
            self.expect(status == 303 and "saved" in place, f"{noon}: saving was answered {status} {place}")

    def last_slot(self, digest, noon):
        morning = noon.replace(hour=7)
        days = morning.weekday() if digest == "weekly" else 0
        return max(morning - datetime.timedelta(days=days), self.begun)

    def some_feeds(self):
        return set(self.rng.sample(sorted(FEEDS), self.rng.randint(1, 3)))

    def join(self, reader):
        self.counts["join"] += 1
        reader.digest, reader.feeds = self.rng.choice(["weekly", "daily"]), self.some_feeds()
        reader.since, reader.paused_until = None, None
        if self.options.browser:
            self.join_in_browser(reader)
        else:
            form = [("email", reader.address), ("digest", reader.digest)] + [("feed", feed) for feed in sorted(reader.feeds)]
            status, _ = self.post_form("/subscribe", form)
            self.expect(status == 303, f"subscribing was answered {status}")
        link = self.letter(reader.address)
        status, place = self.post_form(link, [("confirm", "")])
        found = re.search(r"/preferences/([a-z0-9]+)", place)
        self.expect(status == 303 and found is not None, f"confirming was answered {status} {place}")
        reader.token = found[1]

    def join_in_browser(self, reader):
        from selenium.webdriver.common.by import By
        from selenium.webdriver.support.expected_conditions import staleness_of
        from selenium.webdriver.support.ui import WebDriverWait

        driver = self.driver()
        driver.get(f"http://127.0.0.1:{self.port}/subscribe")
        driver.find_element(By.CSS_SELECTOR, "main [name=email]").send_keys(reader.address)
        driver.find_element(By.CSS_SELECTOR, f"[name=digest][value={reader.digest}]").click()
        for feed in sorted(reader.feeds):
            driver.find_element(By.CSS_SELECTOR, f"[name=feed][value={feed}]").click()
        time.sleep(2.1)  # a person needs longer than two seconds
        page = driver.find_element(By.TAG_NAME, "html")
        driver.find_element(By.CSS_SELECTOR, "main button.button").click()
        WebDriverWait(driver, 20).until(staleness_of(page))
        self.expect("sent" in driver.current_url, f"the browser is at {driver.current_url}")

    def driver(self):
        if not hasattr(self, "_driver"):
            from selenium import webdriver
            from selenium.webdriver.chrome.service import Service

            options = webdriver.ChromeOptions()
            for word in ("--headless=new", "--no-sandbox", "--disable-gpu"):
                options.add_argument(word)
            self._driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        return self._driver

    def letter(self, address):
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            for message in self.box.messages.get(address, []):
                words = email.message_from_bytes(message, policy=email.policy.default).get_body(("plain",)).get_content()
                found = re.search(r"/confirm/[a-z0-9]+", words)
                if found:
                    return found[0]
            time.sleep(0.02)
        raise AssertionError(f"no letter to {address}")

    def expect(self, holds, sentence):
        if not holds:
            self.faults.append(sentence)

    # Programs

    def at(self, moment):
        return ["faketime", "-f", moment.strftime("@%Y-%m-%d %H:%M:%S")]

    def environment(self):
        return dict(os.environ, FAKETIME_DONT_FAKE_MONOTONIC="1", TZ="UTC")

    def run(self, moment):
        done = subprocess.run(
            [*self.at(moment), COURANT, "run", "--site", str(self.site.path)], capture_output=True, text=True,
            env=self.environment())
        if done.returncode:
            self.faults.append(f"{moment}: the run ended with {done.returncode}: {done.stderr[:300]}")

    def serve(self, moment):
        process = subprocess.Popen(
            [*self.at(moment), COURANT, "serve", "--site", str(self.site.path)], stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, env=self.environment())
        process.stdout.readline()
        return process

    def post_form(self, path, form):
        """The status and the place of the answer. Each request comes from another network."""
        self.requests = getattr(self, "requests", 0) + 1
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        fields = {
            "Content-Type": "application/x-www-form-urlencoded",
            "X-Forwarded-For": f"10.{self.requests // 256}.{self.requests % 256}.7"}
        connection.request("POST", path, urllib.parse.urlencode(form), fields)
        answer = connection.getresponse()
        answer.read()
        return answer.status, answer.getheader("Location") or ""


if __name__ == "__main__":
    main()
