#!/usr/bin/env python3
"""Takes the pictures of README.md from what `make demo` left: docs/pictures/{mail,page,desk}.png. Not part of the tests.

  make demo && Tools/pictures.py [FOLDER]

Needs chromium, chromium-driver and faketime (Debian) and, from PyPI, selenium and pillow. $COURANT is the binary (default:
.build/release/courant). Each picture is the window of a phone, 390 by 844 points, with two pixels for each point.
"""

import base64
import contextlib
import email
import email.policy
import functools
import http.server
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

sys.dont_write_bytecode = True
from PIL import Image  # noqa: E402
from selenium import webdriver  # noqa: E402
from selenium.webdriver.chrome.service import Service  # noqa: E402
from selenium.webdriver.common.by import By  # noqa: E402

from stage import COURANT, ROOT, end_tidily_when_told, free_port  # noqa: E402

DEMO = ROOT / "demo"
CLOCK = ["faketime", "-f", "@2026-11-30 07:02:00"]
MONDAY = "2026-11-30T07:00:05Z"

OPERATORS = """
[web]
listen = "127.0.0.1:{web}"

[desk]
listen = "127.0.0.1:{desk}"

[operators]
ann = {{ mail = "ann@example.org", role = "act" }}
"""


def main():
    end_tidily_when_told()
    target = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs/pictures"
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="courant-pictures-") as folder, closing(browser()) as window:
        folder = pathlib.Path(folder)
        mail(folder, window, target)
        page(window, target)
        desk(folder, window, target)
    for path in sorted(target.glob("*.png")):
        print(f"{path}: {path.stat().st_size // 1024} kB")


def mail(folder, window, target):
    """The first message that arrived, as a mail program shows it."""
    path = sorted((DEMO / "mail").glob("1-*.eml"))[0]
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    shown = folder / "mail.html"
    shown.write_text(message.get_body(("html",)).get_content())
    window.get(shown.as_uri())
    take(window, target / "mail.png")


def page(window, target):
    """The newest article, from a web server."""
    with serving(DEMO / "site/public") as root:
        window.get(root)
        article = window.find_element(By.CSS_SELECTOR, "main article a, main h2 a, main h3 a").get_attribute("href")
        window.get(root + urllib.parse.urlsplit(article).path.lstrip("/"))
        take(window, target / "page.png")


def desk(folder, window, target):
    """The first page of the desk, with an issue that is held, on the Monday after the demo's."""
    site, ports = folder / "site", {"web": free_port(), "desk": free_port()}
    shutil.copytree(DEMO / "site", site)
    settings = (site / "schedule.conf").read_text().replace("# hold_above = 100 ", "hold_above = 2 ")
    (site / "schedule.conf").write_text(settings + OPERATORS.format(**ports))
    for number, path in enumerate(sorted((site / "articles").glob("*.md"))[:4]):
        text = path.read_text().replace("\ndate: ", f"\ndate: 2026-11-26T09:0{number}:00Z\nformer_date: ", 1)
        (site / f"articles/new-{number}.md").write_text(text)
    run("run", "--now", MONDAY, site=site)
    environment = {**os.environ, "TZ": "UTC"}
    words = [*CLOCK, COURANT, "serve", "--site", str(site)]
    with subprocess.Popen(
            words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, start_new_session=True) as server:
        try:
            wait_for(ports["desk"])
            link = subprocess.run(
                [*CLOCK, COURANT, "login", "ann", "--site", str(site)], capture_output=True, text=True, env=environment)
            window.get(link.stdout.split()[0])
            window.find_element(By.CSS_SELECTOR, "main button").click()
            window.get(f"http://127.0.0.1:{ports['desk']}/")
            take(window, target / "desk.png")
        finally:
            os.killpg(server.pid, signal.SIGTERM)  # faketime and what it started


def wait_for(port):
    for _ in range(200):
        try:
            return socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
    sys.exit("courant serve did not start")


def run(*words, site):
    """A run that holds an issue ends with 75."""
    done = subprocess.run([COURANT, *words, "--site", str(site)], capture_output=True, text=True)
    if done.returncode not in (0, 75):
        sys.exit(f"courant {' '.join(words)} ended with {done.returncode}: {done.stderr}")


@contextlib.contextmanager
def serving(folder):
    handler = functools.partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@contextlib.contextmanager
def closing(window):
    try:
        yield window
    finally:
        window.quit()


def browser():
    options = webdriver.ChromeOptions()
    for word in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--lang=en"):
        options.add_argument(word)
    window = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    window.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": False})
    return window


def take(window, path):
    """A picture of the window, in at most 128 colours."""
    shot = window.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})
    path.write_bytes(base64.b64decode(shot["data"]))
    Image.open(path).convert("RGB").quantize(128, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    main()
