#!/usr/bin/env python3
"""Tries Courant on existing posts: publishes a copy of each FOLDER and reports what is wrong.

    Tools/blogs.py FOLDER...            posts of Jekyll, Hugo, Zola, Eleventy and others, as they are
      --courant PATH                    the binary (default: .build/release/courant, or .build/debug/courant)
      --us-dates                        month/day/year
      --examples N                      how many lines of each kind to show (5)
      --keep FOLDER                     keep the sites there instead of in a temporary folder

For each folder: how many posts it has, how many are published and refused, and why; marks of other programs that
readers would see outside code; dead links and images of the site itself. Reads the folder, changes nothing in it,
and sends nothing.
"""

import argparse
import collections
import html.parser
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
POSTS = {".md", ".markdown", ".mkd", ".mkdn", ".mkdown", ".mdown", ".mdwn"}
# The longer ones first: a mark counts as the first that fits.
MARKS = ["{{<", "{{%", "{{", "{%", "{:", ":::", "[[", "+++", "%%"]
# What has no text, or text that may hold any mark.
CODE = {"pre", "code", "kbd", "samp", "script", "style", "textarea", "title"}
EMPTY = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}

SETTINGS = """\
[site]
title = "Trial"
url = "https://blog.example.net"
time_zone = "UTC"
publisher = "Trial, 1 High Street"

[mail]
from = "Trial <trial@blog.example.net>"
smtp = "smtp://127.0.0.1:9"
tls = "off"

[sources.articles]
folder = "articles"
{more}
"""
FEED = 'title = "All"\ndescription = "All."\ntopics = ["*"]\n'


class Text(html.parser.HTMLParser):
    """The words of a page's main part that are not code."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open = []
        self.words = []

    def handle_starttag(self, tag, attributes):
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data):
        if "main" in self.open and not CODE.intersection(self.open):
            self.words.append(data)


def marks(page):
    """The marks in a page, each with the words around it."""
    text = Text()
    text.feed(page)
    for words in text.words:
        place = 0
        while place < len(words):
            mark = next((m for m in MARKS if words.startswith(m, place)), None)
            if mark:
                yield mark, " ".join(words[max(0, place - 30):place + 60].split())
            place += len(mark) if mark else 1


def run(courant, *arguments):
    done = subprocess.run([courant, *arguments], capture_output=True, text=True)
    return done.returncode, (done.stdout + done.stderr).splitlines()


def kind(line):
    """A finding without what differs from file to file."""
    sentence = re.sub(r"^.*?\.\w+(:\d+)*: ", "", line, count=1)
    sentence = re.sub(r'"[^"]*"', '"…"', sentence)
    sentence = re.sub(r"`[^`]*`|https?://\S+", "`…`", sentence)
    return re.sub(r", here and in \d+ more articles?", "", sentence)


def show(title, lines, most):
    """How many lines of each kind there are, the most frequent first, with examples."""
    print(f"  {title}: {len(lines)}")
    kinds = collections.defaultdict(list)
    for line in lines:
        kinds[kind(line)].append(line)
    for found in sorted(kinds.values(), key=len, reverse=True):
        for line in found[:most]:
            print(f"    {line[:220]}")
        if len(found) > most:
            print(f"    … and {len(found) - most} more like these")


def make_site(folder, site, options):
    (site / "feeds").mkdir(parents=True)
    shutil.copytree(folder, site / "articles", ignore=shutil.ignore_patterns(".git"), ignore_dangling_symlinks=True)
    more = 'date_format = "US"' if options.us_dates else ""
    (site / "schedule.conf").write_text(SETTINGS.format(more=more))
    (site / "feeds" / "all.toml").write_text(FEED)


def report(folder, site, options):
    make_site(folder, site, options)
    posts = [p for p in (site / "articles").rglob("*") if p.suffix.lower() in POSTS and p.is_file()]
    code, _ = run(options.courant, "run", "--only", "publish", "--site", str(site))
    _, checked = run(options.courant, "check", "--offline", "--site", str(site))
    feed = site / "public" / "articles"
    pages = [p for p in feed.rglob("index.html") if 'class="story"' in p.read_text()] if feed.exists() else []
    dead = [line for line in checked if "leads nowhere" in line or "leads to nothing" in line or "files such as" in line]
    told = [line for line in checked if "is not run here" in line or "is an Obsidian comment" in line]
    advice = [line for line in checked if line.endswith("(warning)") or line.endswith("(advice)")]
    ours = ("schedule.conf", "feeds/", "templates/")
    refused = [line for line in checked
               if line not in dead + told + advice and line.startswith("articles/") and not line.startswith(ours)]
    names = {re.split(r":\d|: ", line, maxsplit=1)[0] for line in refused}
    print(f"{folder}\n  posts: {len(posts)}\n  published: {len(pages)}\n  refused: {len(names)} (exit code {code})")
    show("reasons", refused, options.examples)
    left = []
    for page in pages:
        name = page.relative_to(feed).parent
        left += [f"{mark}  {name}: {words}" for mark, words in marks(page.read_text())]
    counts = collections.Counter(line.split("  ", 1)[0] for line in left)
    print(f"  marks on pages, outside of code: {len(left)}")
    for mark, count in counts.most_common():
        print(f"    {mark}  {count}")
        for line in [line for line in left if line.startswith(mark + "  ")][:options.examples]:
            print(f"      {line[len(mark) + 2:]}")
    show("marks that were reported", told, options.examples)
    show("dead links and images", dead, options.examples)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=pathlib.Path, metavar="FOLDER")
    parser.add_argument("--courant")
    parser.add_argument("--us-dates", action="store_true")
    parser.add_argument("--examples", type=int, default=5)
    parser.add_argument("--keep", type=pathlib.Path)
    options = parser.parse_args()
    built = [ROOT / ".build" / name / "courant" for name in ("release", "debug")]
    options.courant = options.courant or next((str(path) for path in built if path.exists()), "courant")
    with tempfile.TemporaryDirectory() as temporary:
        for number, folder in enumerate(options.folders):
            if not folder.is_dir():
                sys.exit(f"{folder}: there is no such folder")
            site = (options.keep or pathlib.Path(temporary)) / f"{number}-{folder.resolve().name}"
            report(folder, site, options)


if __name__ == "__main__":
    main()
