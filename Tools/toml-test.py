#!/usr/bin/env python3
"""Tests Courant's TOML parser with toml-test (https://github.com/toml-lang/toml-test, MIT), which is not included here.

    Tools/toml-test.py FOLDER [VERSION]     FOLDER is a clone of toml-test; VERSION defaults to 1.0.0

Builds `toml-json`, gives it every file of that version's list, and prints the cases that differ and two totals.
"""
import json, os, re, subprocess, sys
from pathlib import Path

root = Path(__file__).resolve().parent.parent
binary = root / ".build/tools/release/toml-json"


def moment(text):
    """A date or time in one spelling: seconds always, no zeros at the end of their fraction, UTC as Z."""
    parts = re.match(r"(.*?\d\d:\d\d)(:\d\d)?(\.\d+)?(.*)$", text.upper().replace(" ", "T"))
    if not parts:
        return text
    start, seconds, fraction, offset = parts.groups()
    offset = "Z" if offset in ("+00:00", "-00:00") else offset
    return start, seconds or ":00", (fraction or "").rstrip("0").rstrip("."), offset


def value(kind, text):
    if kind == "float":
        return "nan" if text.lower().lstrip("+-") == "nan" else float(text)
    if kind == "integer":
        return int(text)
    return moment(text) if kind not in ("string", "bool") else text


def same(expected, found):
    if isinstance(expected, dict) and set(expected) == {"type", "value"} and isinstance(expected["type"], str):
        return (isinstance(found, dict) and expected["type"] == found.get("type")
                and value(expected["type"], expected["value"]) == value(expected["type"], found["value"]))
    if isinstance(expected, dict):
        return (isinstance(found, dict) and set(expected) == set(found)
                and all(same(expected[key], found[key]) for key in expected))
    if isinstance(expected, list):
        return isinstance(found, list) and len(expected) == len(found) and all(map(same, expected, found))
    return expected == found


def passes(file):
    run = subprocess.run([binary], input=file.read_bytes(), capture_output=True, timeout=60)
    if "invalid" in file.parts:
        return run.returncode == 1, run
    if run.returncode != 0:
        return False, run
    return same(json.loads(file.with_suffix(".json").read_text()), json.loads(run.stdout)), run


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    tests = Path(sys.argv[1]) / "tests"
    version = sys.argv[2] if len(sys.argv) > 2 else "1.0.0"
    subprocess.run(["swift", "build", "-c", "release", "--scratch-path", ".build/tools", "--product", "toml-json"],
                   cwd=root, env={**os.environ, "COURANT_TOML_TEST": "1"}, check=True, stdout=subprocess.DEVNULL)
    totals = {"valid": [0, 0], "invalid": [0, 0]}
    for name in (tests / f"files-toml-{version}").read_text().split():
        if not name.endswith(".toml"):
            continue
        passed, run = passes(tests / name)
        totals[name.split("/")[0]][0 if passed else 1] += 1
        if not passed:
            print(name, run.returncode, run.stderr.decode(errors="replace").strip(), sep="\t")
    for kind, (passed, failed) in totals.items():
        print(f"{version} {kind}: {passed} of {passed + failed}")
    sys.exit(1 if any(failed for _, failed in totals.values()) else 0)


main()
