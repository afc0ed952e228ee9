#!/usr/bin/env bash
# Measures courant on 10,000 articles: CPU seconds (user + system) as the smallest of several runs, and peak memory;
# then delivery (bench-delivery.py). Never part of the tests; asserts nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
courant=$PWD/.build/release/courant
site=$(mktemp -d)
trap 'rm -rf "$site"' EXIT
cp -r schedule.conf feeds templates "$site/"
/usr/bin/python3 Tools/make-articles.py 10000 "$site/articles"

/usr/bin/python3 - "$courant" "$site" <<'PY'
import os, pathlib, shutil, subprocess, sys, time

courant, site = sys.argv[1:3]


def run(*words):
    started = time.monotonic()
    process = subprocess.Popen([courant, *words, "--site", site], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - started
    assert os.waitstatus_to_exitcode(status) == 0, words
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


def report(name, times, prepare, *words):
    results = []
    for _ in range(times):
        prepare()
        time.sleep(0.2)  # let files settle: what changed within the clock tick is read again
        results.append(run(*words))
    cpu = min(r[0] for r in results)
    print(f"{name:58} {cpu:7.2f} s CPU  {min(r[1] for r in results):7.2f} s wall  {max(r[2] for r in results):6.0f} MB", flush=True)


def nothing():
    pass


def empty():
    for folder in ("public", "var"):
        shutil.rmtree(f"{site}/{folder}", ignore_errors=True)


def change_one():
    path = pathlib.Path(f"{site}/articles/a005000.md")
    path.write_text(path.read_text() + "\nOne more line.\n")


at = ("--now", "2026-11-22T12:00:00Z")
report("10,000 articles, cold: run --only publish", 3, empty, "run", "--only", "publish", *at)
report("nothing to do: run", 9, nothing, "run", *at)
report("one article changed: run", 3, change_one, "run", *at)
PY

COURANT=$courant /usr/bin/python3 Tools/bench-delivery.py
COURANT=$courant /usr/bin/python3 Tools/bench-mail.py
