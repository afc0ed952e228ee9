#!/usr/bin/python3
"""Measures the cost of publishing, compared with other programs. Asserts nothing.

  Tools/bench-publish.py [feeds] [site] [growth] [--runs N] [--libxml2 FILE.c] [--items FILE.jsonl]

  feeds   10,000 articles from JSON lines to one RSS and one Atom document: Courant's renderer of feeds (Tools/bench-feeds),
          Python's feedgen, and with --libxml2 a C program over libxml2's xmlTextWriter
  site    10,000 Markdown articles: a cold `courant run --only publish` compared with Hugo and Tools/hugo, then a run with one
          article changed, and one with none
  growth  the same with 100,000 articles and without Hugo; takes about ten minutes, and runs only if requested

Without an argument, feeds and site. CPU is user and system of the process, the best of N runs (default: 9; 1 in growth); peak
is the largest resident memory. Programs alternate, so that other work on the machine affects all of them.

--libxml2 (or $LIBXML2_BENCH) is a C file whose program takes `rss|atom ITEMS OUT` and needs only libxml2. --items (or $ITEMS) are
JSON lines with title, link, guid, date, updated, author, summary, categories and content; by default they are generated.
$COURANT is the binary (default: .build/release/courant); $BENCH_FEEDS the other (`COURANT_BENCH=1 swift build -c release
--static-swift-stdlib --product bench-feeds`). feedgen comes from PyPI into .build/bench-venv, and hugo from Debian; without them, their rows are missing.
"""

import argparse
import datetime
import json
import os
import pathlib
import random
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from stage import COURANT, ROOT, WORDS, Process, end_tidily_when_told  # noqa: E402

BENCH_FEEDS = os.environ.get("BENCH_FEEDS", str(ROOT / ".build/release/bench-feeds"))
NOW = ("--now", "2026-11-22T12:00:00Z")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, usage=argparse.SUPPRESS)
    parser.add_argument("sections", nargs="*", metavar="feeds|site|growth")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--libxml2", default=os.environ.get("LIBXML2_BENCH"))
    parser.add_argument("--items", default=os.environ.get("ITEMS"))
    options = parser.parse_args()
    sections = {"feeds": feeds, "site": site, "growth": growth}
    if set(options.sections) - set(sections):
        parser.error("the sections are feeds, site and growth")
    end_tidily_when_told()
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start, {datetime.date.today()}")
    with tempfile.TemporaryDirectory(prefix="courant-bench-") as folder:
        for section in options.sections or ["feeds", "site"]:
            sections[section](pathlib.Path(folder), options)


def feeds(folder, options):
    """One document of 10,000 articles."""
    items = pathlib.Path(options.items) if options.items else made_up_items(folder / "items.jsonl", 10_000)
    programs = {"Courant": [BENCH_FEEDS]}
    if options.libxml2:
        programs["C, xmlTextWriter"] = [compiled(options.libxml2, folder)]
    if python := python_with_feedgen():
        programs["feedgen (Python)"] = [python, str(ROOT / "Tools/bench-feedgen.py")]
    for format in ("rss", "atom"):
        head(f"10,000 articles ({items.stat().st_size / 1e6:.0f} MB of JSON lines) to one {format} document, "
             f"smallest of {options.runs}")
        out = {name: folder / f"{number}.{format}" for number, name in enumerate(programs)}
        rows = Rows(first="C, xmlTextWriter" if options.libxml2 else "Courant")
        for _ in range(options.runs):
            for name, words in programs.items():
                rows.add(name, measured([*words, format, str(items), str(out[name])], folder))
        for name in programs:
            # Not read here: a child begins with the memory of its parent, and would be charged for it.
            found = subprocess.check_output(["grep", "-oaE", "<(item|entry)>", str(out[name])])
            rows.show(name, f"{out[name].stat().st_size / 1e6:.0f} MB, {len(found.split()):,} articles")


def site(folder, options):
    """A whole site, cold, compared with Hugo; then the cost of later runs."""
    ours = made_up_site(folder / "site", 10_000)
    head(f"10,000 Markdown articles, cold, smallest of {options.runs}")
    rows = Rows(first="hugo" if shutil.which("hugo") else "courant run --only publish")
    for _ in range(options.runs):
        rows.add("courant run --only publish", cold(ours, folder))
        if shutil.which("hugo"):
            rows.add("hugo", hugo(ours, folder))
            rows.add("hugo, fewer documents", hugo(ours, folder, has_lists=False))
    rows.show("courant run --only publish", f"{files(ours / 'public')} files, without their .gz")
    if shutil.which("hugo"):
        rows.show("hugo", f"{files(folder / 'hugo/public')} files; Tools/hugo, no related articles")
        rows.show("hugo, fewer documents", f"{files(folder / 'hugo-fewer/public')} files; without the archives of feeds, without years")
    else:
        print("   hugo is missing: apt-get install hugo")
    warm(ours, folder, options.runs)


def growth(folder, options):
    for count in (10_000, 100_000):
        ours = made_up_site(folder / f"site{count}", count)
        head(f"{count:,} Markdown articles, one run each")
        rows = Rows()
        rows.add("courant run --only publish, cold", cold(ours, folder))
        rows.show("courant run --only publish, cold", f"{files(ours / 'public')} files, without their .gz")
        warm(ours, folder, 1)
        shutil.rmtree(ours)


def warm(ours, folder, runs):
    changed = ours / "articles/a005000.md"
    rows = Rows()
    for _ in range(runs):
        changed.write_text(changed.read_text() + "\nOne more line.\n")
        time.sleep(0.2)  # what changed within the clock's tick is read again
        rows.add("courant run, one article changed", measured([COURANT, "run", *NOW, "--site", str(ours)], folder))
        time.sleep(0.2)
        rows.add("courant run, nothing changed", measured([COURANT, "run", *NOW, "--site", str(ours)], folder))
    rows.show("courant run, one article changed")
    rows.show("courant run, nothing changed")


def cold(ours, folder):
    for name in ("public", "var"):
        shutil.rmtree(ours / name, ignore_errors=True)
    return measured([COURANT, "run", "--only", "publish", *NOW, "--site", str(ours)], folder)


def hugo(ours, folder, has_lists=True):
    source = folder / ("hugo" if has_lists else "hugo-fewer")
    if not source.exists():
        shutil.copytree(ROOT / "Tools/hugo", source)
        shutil.copytree(ours / "articles", source / "content/articles")
        if has_lists:
            add_lists(ours / "public", source / "content")
    for name in ("public", "resources"):
        shutil.rmtree(source / name, ignore_errors=True)
    cache = folder / "hugo-cache"
    shutil.rmtree(cache, ignore_errors=True)
    return measured(["hugo", "--quiet", "--source", str(source), "--cacheDir", str(cache)], folder)


def add_lists(public, content):
    """The documents of the archives and the pages of the years that Courant made, for Hugo to make as well."""
    for documents in (public / "feeds").glob("*/archive"):
        index = (content / "feeds" / documents.parent.name / "_index.md").read_text()
        limit = int(index.split("limit: ")[1].split()[0])
        for number in range(1, 1 + sum(1 for _ in documents.iterdir())):
            document = content / "feeds" / documents.parent.name / "archive" / str(number)
            document.mkdir(parents=True)
            (document / "_index.md").write_text(
                index.replace("[HTML, ", "[").replace("limit: ", f"from: {number * limit}\nlimit: "))
    for year in (public / "years").iterdir():
        (content / "years" / year.name).mkdir(parents=True)
        (content / "years" / year.name / "_index.md").write_text(
            f"---\ntitle: Articles from {year.name}\nyear: \"{year.name}\"\n---\n")


def measured(words, folder):
    run = Process(words, folder).end()
    if run.code != 0:
        sys.exit(f"{' '.join(words)} ended with {run.code}: {run.errors}")
    return run


def files(folder):
    return f"{sum(1 for path in folder.rglob('*') if path.is_file() and path.suffix != '.gz'):,}"


def head(title):
    print(f"\n{title}\n   {'':36} {'CPU':>9} {'wall':>9} {'peak':>9} {'':>8}  load {os.getloadavg()[0]:.1f}", flush=True)


class Rows:
    def __init__(self, first=None):
        self.first, self.runs = first, {}

    def add(self, name, run):
        self.runs.setdefault(name, []).append(run)

    def show(self, name, more=""):
        runs = self.runs[name]
        cpu, wall, peak = (f(getattr(run, key) for run in runs)
                           for f, key in ((min, "cpu"), (min, "wall"), (max, "peak")))
        base = min(run.cpu for run in self.runs[self.first]) if self.first else cpu
        times = f"× {cpu / base:.2f}" if self.first and self.first != name else ""
        print(f"   {name:36} {cpu:7.3f} s {wall:7.3f} s {peak:6.0f} MB {times:>8}  {more}", flush=True)


def compiled(source, folder):
    program = folder / "libxml2"
    flags = shlex.split(subprocess.check_output(["pkg-config", "--cflags", "--libs", "libxml-2.0"], text=True))
    subprocess.run(["cc", "-O2", source, "-o", str(program), *flags], check=True)
    return str(program)


def python_with_feedgen():
    """A separate interpreter, created once."""
    venv = ROOT / ".build/bench-venv"
    python = str(venv / "bin/python")
    try:
        if not venv.exists():
            subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "feedgen==1.0.0"],
                       check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"feedgen is missing: {error}")
        return None
    return python


def made_up_site(folder, count):
    folder.mkdir()
    for name in ("feeds", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "schedule.conf", folder)
    subprocess.run([sys.executable, str(ROOT / "Tools/make-articles.py"), str(count), str(folder / "articles")], check=True)
    return folder


def made_up_items(path, count):
    """About 2 kB of HTML each, the same ones every time."""
    rng = random.Random(1)
    words = [*WORDS, "Zürich", "R&D", "5 < 6", "日本語"]
    escape = lambda text: text.replace("&", "&amp;").replace("<", "&lt;")
    prose = lambda count: " ".join(rng.choice(words) for _ in range(count)).capitalize()
    newest = datetime.datetime(2024, 6, 1, 12)
    with open(path, "w") as file:
        for number in range(count):
            date = newest - datetime.timedelta(seconds=number * 5407)
            written = f"{date:%Y-%m-%dT%H:%M:%SZ}"
            paragraphs = [f'<p>{escape(prose(45))}. <em>{escape(prose(6))}</em> <a href="https://example.org/{number}?a=1&amp;b=2">'
                          f"{escape(prose(4))}</a>.</p>\n" for _ in range(5)]
            json.dump({
                "title": prose(7), "link": f"https://example.org/{date:%Y/%m/%d}/{number}", "guid":
                f"tag:example.org,{date:%Y-%m-%d}:article-{number}", "date": written, "updated": written,
                "author": rng.choice(["Jane Doe", "Łukasz Żółć"]), "summary": prose(25),
                "categories": rng.sample(["news", "science", "arts & culture", "politics", "économie", "opinion"], 5),
                "content": "".join(paragraphs)}, file, ensure_ascii=False)
            file.write("\n")
    return path


if __name__ == "__main__":
    main()
