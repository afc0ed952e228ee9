#!/usr/bin/python3
"""Measures asking and reading feeds, compared with other programs. Asserts nothing.

  Tools/bench-sources.py [poll] [read] [--runs N] [--feeds N] [--libxml2 FILE.c]

  poll  200 feeds of 50 items on as many hosts (127.1.0.1 and so on), each answer after 50 ms: the first run, which
        records all, a run an hour later in which nothing has changed (304), and a run without anything to do. With
        feedparser from PyPI, one feed after the other without waiting for the network, for comparison
  read  one feed of 15 MB: `courant sources try`, a C program that only reads it, and one that also parses the HTML of its
        texts and writes it

CPU is user and system of the process, the best of N runs (default: 3); peak is the largest resident memory. --libxml2 (or
$LIBXML2_READER) is a C file whose program takes a file and needs only libxml2, instead of the reader in this script. $COURANT is the binary (default: .build/release/courant).
"""

import argparse
import datetime
import hashlib
import http.server
import os
import pathlib
import random
import shlex
import subprocess
import sys
import tempfile
import threading
import time
from xml.sax.saxutils import escape

sys.dont_write_bytecode = True
from stage import COURANT, WORDS, Process, end_tidily_when_told  # noqa: E402

LATENCY = 0.05
MORNING = datetime.datetime(2026, 11, 23, 6, 0, tzinfo=datetime.timezone.utc)

READER = r"""
#include <libxml/xmlreader.h>
int main(int count, char **words) {
  xmlTextReaderPtr reader = xmlReaderForFile(words[1], 0, XML_PARSE_NONET);
  unsigned long length = 0;
  while (xmlTextReaderRead(reader) == 1)
    if (xmlTextReaderNodeType(reader) == XML_READER_TYPE_TEXT) length += xmlStrlen(xmlTextReaderConstValue(reader));
  return length == 0;
}
"""

# The least that any program does that reads a feed and cleans its HTML with libxml2.
CLEANER = r"""
#include <string.h>
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/xmlreader.h>
int main(int count, char **words) {
  xmlTextReaderPtr reader = xmlReaderForFile(words[1], 0, XML_PARSE_NONET);
  unsigned long length = 0;
  while (xmlTextReaderRead(reader) == 1) {
    if (xmlTextReaderNodeType(reader) != XML_READER_TYPE_TEXT) continue;
    const char *text = (const char *)xmlTextReaderConstValue(reader);
    if (!strchr(text, '<')) continue;
    htmlDocPtr document = htmlReadMemory(text, strlen(text), 0, "UTF-8",
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
    xmlChar *written;
    int size;
    htmlDocDumpMemory(document, &written, &size);
    length += size;
    xmlFree(written);
    xmlFreeDoc(document);
  }
  return length == 0;
}
"""


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, usage=argparse.SUPPRESS)
    parser.add_argument("sections", nargs="*", metavar="poll|read")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--feeds", type=int, default=200)
    parser.add_argument("--libxml2", default=os.environ.get("LIBXML2_READER"))
    options = parser.parse_args()
    sections = {"poll": poll, "read": read}
    if set(options.sections) - set(sections):
        parser.error("the sections are poll and read")
    end_tidily_when_told()
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start, {datetime.date.today()}")
    with tempfile.TemporaryDirectory(prefix="courant-bench-") as folder:
        for section in options.sections or ["poll", "read"]:
            sections[section](pathlib.Path(folder), options)


def rss(number, items, words):
    """A feed of this many items with bodies of this many words."""
    rng = random.Random(number)
    prose = lambda count: " ".join(rng.choice(WORDS) for _ in range(count)).capitalize()
    parts = ['<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" '
             'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
             f"<title>Feed {number}</title><link>https://f{number}.example.org/</link><description>x</description>\n"]
    for item in range(items):
        address = f"https://f{number}.example.org/{item}"
        date = MORNING - datetime.timedelta(hours=item + 1)
        body = "".join(f'<p>{prose(words // 4)} <a href="{address}?a=1&amp;b=2">link</a>.</p>' for _ in range(4))
        parts.append(
            f"<item><title>{prose(8)}</title><link>{address}</link><guid>{address}</guid>"
            f"<pubDate>{date:%a, %d %b %Y %H:%M:%S} GMT</pubDate><category>news</category>"
            f"<description>{prose(20)}</description><content:encoded>{escape(body)}</content:encoded></item>\n")
    return ("".join(parts) + "</channel></rss>\n").encode()


class Answers(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    feeds = {}

    def do_GET(self):
        time.sleep(LATENCY)
        body = self.feeds[self.path]
        etag = '"' + hashlib.sha256(body).hexdigest()[:16] + '"'
        is_known = self.headers.get("If-None-Match") == etag
        self.send_response(304 if is_known else 200)
        self.send_header("ETag", etag)
        self.send_header("Content-Type", "application/rss+xml")
        if not is_known:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if not is_known:
            self.wfile.write(body)

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256


def run(words, folder):
    ended = Process(words, folder).end()
    return ended


def show(name, run, more=""):
    print(f"{name:<46} wall {run.wall:6.2f} s  CPU {run.cpu:6.3f} s  peak {run.peak:4.0f} MB  {more}")


def poll(folder, options):
    """Many feeds on as many hosts."""
    Answers.feeds = {f"/{number}": rss(number, 50, 120) for number in range(options.feeds)}
    server = Server(("0.0.0.0", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_address[1]
    site = folder / "site"
    (site / "feeds").mkdir(parents=True)
    (site / "feeds/all.toml").write_text('title = "All"\ndescription = "Everything."\ntopics = ["*"]\n')
    sections = "".join(
        f'[sources.f{number}]\nurl = "http://127.1.{number // 250}.{number % 250 + 1}:{port}/{number}"\n'
        f"allow_private = true\n\n" for number in range(options.feeds))
    (site / "schedule.conf").write_text(
        '[site]\ntitle = "Bench"\nurl = "https://news.example.org"\ntime_zone = "UTC"\n'
        'publisher = "Example Trust, 1 High Street, London"\n\n' + sections)
    size = sum(len(feed) for feed in Answers.feeds.values()) / 1e6
    print(f"\n{options.feeds} feeds of 50 items, {size:.1f} MB, {LATENCY * 1000:.0f} ms to each answer")
    at = lambda hours: (MORNING + datetime.timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M:%SZ")
    courant = lambda hours: run(
        [COURANT, "run", "--only", "publish", "--site", str(site), "--now", at(hours)], folder)
    first = courant(0)
    show("courant run: everything is new", first, f"exit {first.code} {first.errors.strip()[:200]}")
    again = min((courant(30 * number) for number in range(1, options.runs + 1)), key=lambda run: run.cpu)
    idle = min((courant(30 * options.runs) for _ in range(options.runs)), key=lambda run: run.cpu)
    cost = (again.cpu - idle.cpu) * 1000 / options.feeds
    show("courant run: nothing has changed (304)", again, f"exit {again.code}, {cost:.2f} ms CPU a source")
    show("courant run: none is due", idle, f"exit {idle.code}")
    server.shutdown()
    script = ("import sys, feedparser\nfor name in sys.argv[1:]: feedparser.parse(open(name, 'rb').read())\n")
    files = []
    for path, body in Answers.feeds.items():
        file = folder / f"feed{path[1:]}.xml"
        file.write_bytes(body)
        files.append(str(file))
    if subprocess.run([sys.executable, "-c", "import feedparser"], capture_output=True).returncode == 0:
        show("feedparser: reading alone", run([sys.executable, "-c", script, *files], folder))
    else:
        print("feedparser is not installed for this Python; `pip install feedparser` in a venv, and call it with that")


def read(folder, options):
    """One large feed."""
    file = folder / "large.xml"
    file.write_bytes(rss(1, 10_000, 120))
    size = file.stat().st_size / 1e6
    print(f"\none feed of {size:.1f} MB")
    source = pathlib.Path(options.libxml2) if options.libxml2 else folder / "reader.c"
    if not options.libxml2:
        source.write_text(READER)
    (folder / "cleaner.c").write_text(CLEANER)
    flags = shlex.split(subprocess.run(["xml2-config", "--cflags", "--libs"], capture_output=True, text=True).stdout)
    for program, code in (("reader", source), ("cleaner", folder / "cleaner.c")):
        subprocess.run(["cc", "-O2", str(code), "-o", str(folder / program), *flags], check=True)
    best = lambda words: min((run(words, folder) for _ in range(options.runs)), key=lambda run: run.cpu)
    ours = best([COURANT, "sources", "try", str(file)])
    theirs = best([str(folder / "reader"), str(file)])
    cleaned = best([str(folder / "cleaner"), str(file)])
    show("courant sources try", ours, f"{size / ours.cpu:.0f} MB/s, {ours.cpu / theirs.cpu:.1f} times libxml2")
    show("libxml2's reader", theirs, f"{size / theirs.cpu:.0f} MB/s")
    show("the same, its HTML parsed and written", cleaned, f"{size / cleaned.cpu:.0f} MB/s")


if __name__ == "__main__":
    main()
