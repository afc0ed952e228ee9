#!/usr/bin/env python3
"""Writes the manual pages: one for each command, from the argument parser, and those of packaging/man.

manual.py COURANT FOLDER. COURANT is the binary. The pages have the date SOURCE_DATE_EPOCH, so the same binary gives the same
bytes. packaging/man/schedule.conf.5 has a line for the tables of docs/settings.md, so that no key is missing in it.
"""
import datetime
import json
import os
import pathlib
import re
import subprocess
import sys
import textwrap

ROOT = pathlib.Path(__file__).resolve().parent.parent
OTHERS = [("schedule.conf", 5), ("courant-site", 7)]
ENVIRONMENT = [
    ("COURANT_SITE", "The site folder, if `--site` is not given."),
    ("COURANT_SMTP_PASSWORD", "The password of the user in `smtp` of schedule.conf, in place of `password_file`."),
]


def escaped(text):
    """Text of a paragraph: no character of it has a meaning in roff."""
    text = text.replace("\\", "\\e")
    text = re.sub(r"`([^`]+)`", r"\\(oq\1\\(cq", text)
    text = re.sub(r"(?<![\w-])(--?[a-z])", lambda m: m[1].replace("-", "\\-"), text)
    return text.replace("'", "\\(aq")


def guarded(line):
    return "\\&" + line if line.startswith((".", "'")) else line


def paragraph(text):
    """One sentence per line, and no line of more than 78 characters."""
    text = " ".join(text.split())
    lines = []
    for sentence in re.split(r"(?<=[.!?:])(?<!e\.g\.)\s+(?=[A-Z`(])", text):
        lines += textwrap.wrap(escaped(sentence), 78, break_long_words=False, break_on_hyphens=False)
    return [guarded(line) for line in lines]


def literal(lines):
    text = textwrap.dedent("\n".join(lines)).splitlines()
    body = [guarded(line.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")) for line in text]
    return [".Bd -literal -offset indent"] + body + [".Ed"]


def blocks(text):
    """Paragraphs, and blocks of indented lines."""
    return [part.splitlines() for part in re.split(r"\n\s*\n", text.strip("\n")) if part.strip()]


def prose(parts):
    lines = []
    for part in parts:
        if all(line.startswith("  ") for line in part):
            lines += literal(part)
        else:
            if lines:
                lines.append(".Pp")
            lines += paragraph(" ".join(part))
    return lines


def exit_codes(part):
    """The items of a paragraph "Exit codes: 0 …; 64 …." as pairs."""
    items = []
    for piece in " ".join(part).removeprefix("Exit codes:").strip().rstrip(".").split("; "):
        found = re.match(r"(\d+) (.*)", piece)
        if found:
            items.append([found[1], found[2]])
        else:
            items[-1][1] += "; " + piece
    return items


class Page:
    def __init__(self, command, path):
        self.command, self.path = command, path
        self.name = "-".join(path)
        parts = blocks(command.get("discussion", ""))
        self.codes = [item for part in parts if part[0].startswith("Exit codes:") for item in exit_codes(part)]
        self.parts = [part for part in parts if not part[0].startswith("Exit codes:")]
        self.children = [c for c in command.get("subcommands", []) if shown(c) and c["commandName"] != "help"]

    def arguments(self):
        return [a for a in self.command.get("arguments", []) if a.get("shouldDisplay", True)]

    def lines(self, date):
        summary = self.command["abstract"].rstrip(".")
        lines = [f".Dd {date}", f".Dt {self.name.upper()} 1", ".Os", ".Sh NAME", f".Nm {self.name}"]
        lines += [".Nd " + escaped(summary[0].lower() + summary[1:]), ".Sh SYNOPSIS"]
        lines += [" ".join([".Nm", self.path[0]])] + [f".Cm {word}" for word in self.path[1:]]
        lines += [usage(argument) for argument in self.arguments()]
        if self.children:
            lines += [".Ar command"]
        lines += [".Sh DESCRIPTION"] + (prose(self.parts) or paragraph(self.command["abstract"]))
        if self.children:
            lines += [".Sh COMMANDS"] + tagged(
                (f".It Xr {self.name}-{c['commandName']} 1", c["abstract"]) for c in self.children)
        lines += [".Sh OPTIONS"] + tagged(described(argument) for argument in self.arguments())
        if len(self.path) == 1:
            lines += [".Sh ENVIRONMENT"] + tagged((f".It Ev {n}", text) for n, text in ENVIRONMENT)
        if self.codes:
            lines += [".Sh EXIT STATUS"] + tagged(
                (f".It {code}", text[0].upper() + text[1:] + ".") for code, text in self.codes)
        return lines + [".Sh SEE ALSO"] + also(self.relatives())

    def relatives(self):
        pages = [("-".join(self.path[:n]), 1) for n in range(1, len(self.path))]
        return pages + [(f"{self.name}-{c['commandName']}", 1) for c in self.children] + OTHERS


def shown(command):
    return command.get("shouldDisplay", True)


def also(pages):
    pages = sorted(set(pages), key=lambda page: (page[1], page[0]))
    last = len(pages) - 1
    return [f".Xr {name} {section}" + ("" if i == last else " ,") for i, (name, section) in enumerate(pages)]


def names(argument):
    return [("" if n["kind"] == "short" else "-") + n["name"].replace("-", "\\-") for n in argument.get("names", [])]


def usage(argument):
    if argument["kind"] == "positional":
        text = f"Ar {argument['valueName']}" + (" ..." if argument["isRepeating"] else "")
    else:
        text = f"Fl {names(argument)[-1]}"
        if argument["kind"] == "option":
            text += f" Ar {argument['valueName']}" + (" ..." if argument["isRepeating"] else "")
    return (".Op " if argument["isOptional"] else ".") + text


def described(argument):
    if argument["kind"] == "positional":
        head = f".It Ar {argument['valueName']}"
    else:
        head = ".It " + " , ".join(f"Fl {name}" for name in names(argument))
        if argument["kind"] == "option":
            head += f" Ar {argument['valueName']}"
    text = (argument.get("abstract") or "").strip()
    values = argument.get("allValues")
    if values and not all(value in text for value in values):
        text += " One of " + ", ".join(f"`{value}`" for value in values) + "."
    default = argument.get("defaultValue")
    if default and argument["kind"] != "flag" and "default" not in text:
        text += f" Default: `{default}`."
    return head, text.strip()


def tagged(items):
    lines = [".Bl -tag -width Ds"]
    for head, text in items:
        lines += [head] + paragraph(text)
    return lines + [".El"]


def pages(command, path=()):
    path = path + (command["commandName"],)
    page = Page(command, path)
    yield page
    for child in page.children:
        yield from pages(child, path)


# docs/settings.md, as a part of schedule.conf(5)

def plain(markdown):
    text = re.sub(r"\[([^\]]*)\]\((?:[^()]|\([^()]*\))*\)", r"\1", markdown)
    return text.replace("**", "")


def settings():
    """A section for each table of the page: its keys, their defaults and meanings."""
    lines = []
    text = (ROOT / "docs/settings.md").read_text()
    for section in re.split(r"(?m)^## ", text)[1:]:
        title, body = section.split("\n", 1)
        lines += [".Ss " + escaped(title.replace("`", "")).replace('"', "\\(dq") + "\\&"]
        for part in blocks(body):
            if part[0].startswith("|"):
                lines += keys(part[2:])
            else:
                lines += ([".Pp"] if not lines[-1].startswith(".Ss") else []) + paragraph(plain(" ".join(part)))
    return lines


def keys(rows):
    items = []
    for row in rows:
        key, default, meaning = [cell.strip() for cell in re.split(r"(?<!\\)\|", row.strip().strip("|"))]
        text = plain(meaning).replace("\\|", "|")
        text = text[0].upper() + text[1:].rstrip(".") + "."
        required = "**" in key
        value = plain(default)
        text += " Required." if required and not value else f" Default: {value}." if value else ""
        items.append((f".It Cm {plain(key).strip('`')}", text))
    return tagged(items)


def by_hand(name, date):
    for line in (ROOT / "packaging/man" / name).read_text().splitlines():
        if line.startswith(".Dd"):
            yield f".Dd {date}"
        elif line == '.\\" KEYS':
            yield from settings()
        else:
            yield line


def main():
    courant, folder = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
    environment = {key: value for key, value in os.environ.items() if not key.startswith("COURANT_")}
    ask = lambda *words: subprocess.run([courant, *words], check=True, capture_output=True, text=True, env=environment).stdout
    day = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc)
    date = f"{day:%B} {day.day}, {day.year}"
    found = list(pages(json.loads(ask("--experimental-dump-help"))["command"]))
    for page in found:
        write(folder / "man1" / f"{page.name}.1", page.lines(date))
    for name, section in OTHERS:
        write(folder / f"man{section}" / f"{name}.{section}", by_hand(f"{name}.{section}", date))


def write(path, lines):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n")


main()
