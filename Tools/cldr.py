#!/usr/bin/python3
"""Writes Sources/Leaves/Languages/Forms/CLDRTable.swift: names, dates, lists, quotes, decimals and plural
rules of all languages.

  Tools/cldr.py FOLDER

FOLDER contains Babel from PyPI (`pip download babel --no-deps`, unpacked), which has the data of Unicode CLDR. The quotation
marks are those of the system's ICU, since Babel has none. Needed only for a newer CLDR; the table is in the repository.
"""

import argparse
import ctypes
import ctypes.util
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TARGET = ROOT / "Sources/Leaves/Languages/Forms/CLDRTable.swift"
FORMS = ["zero", "one", "two", "few", "many"]
# Operands that are 0 for every whole number (UTS 35, part 3, § 5.1.1).
NOTHING = {"v", "w", "f", "t", "e", "c"}
HEAD = '''// swift-format-ignore-file
// Written by Tools/cldr.py from Unicode CLDR, as Babel {babel} has it. © Unicode, Inc.; Unicode License v3
// (https://www.unicode.org/license.txt).

extension LanguageForms {{
  /// One line for each language, with the fields of ``LanguageForms/init(line:)``.
  static let cldr = """
'''


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, usage=argparse.SUPPRESS)
    parser.add_argument("folder")
    sys.path.insert(0, parser.parse_args().folder)
    import babel
    from babel import Locale
    from babel.localedata import locale_identifiers

    lines = []
    for name in sorted(locale_identifiers()):
        locale = Locale.parse(name)
        if locale.territory and name != "pt_PT" or locale.variant:
            continue
        line = entry(name.replace("_", "-"), locale)
        if line:
            lines.append(line)
    head = HEAD.format(babel=babel.__version__)
    TARGET.write_text(head + "".join(f"    {line}\n" for line in lines) + '    """\n}\n')
    print(f"{len(lines)} languages, {TARGET.stat().st_size} bytes")


def entry(tag, locale):
    months, date = dated(locale)
    if "{month}" not in date or len(set(months)) != 12 or not all(months):
        return None
    alone = [locale.months["stand-alone"]["wide"][number] for number in range(1, 13)]
    if re.fullmatch(r"\d+\D*", months[0]) or alone[0].isdigit():
        alone = months
    if not all(alone):
        alone = months
    comma, last = listed(locale)
    symbols = locale.number_symbols
    decimal = symbols.get("latn", symbols).get("decimal", ".")
    opening, closing = quotes(tag)
    fields = [
        tag, date, decimal, comma, last, opening, closing, plurals(locale), ";".join(months),
        "" if alone == months else ";".join(alone), named(locale)]
    if any("|" in field or "\n" in field for field in fields):
        return None
    return "|".join(fields).replace("\\", "\\\\").replace('"""', '\\"""')


def named(locale):
    """The language in its own words, as in a menu; empty if CLDR does not know."""
    name = locale.languages.get(str(locale)) or locale.get_display_name(locale) or ""
    if not name or name.startswith("i") and locale.language in ("tr", "az"):
        return name and "İ" + name[1:]
    return name[0].title() + name[1:]


def dated(locale):
    """The months and the pattern of `23 November 2026`."""
    months = [locale.months["format"]["wide"][number] for number in range(1, 13)]
    pattern = locale.date_formats["long"].pattern
    pieces = re.findall(r"'(?:[^']|'')*'|[A-Za-z]+|[^A-Za-z']+", pattern)
    numeric = False
    made = ""
    for piece in pieces:
        if piece.startswith("'"):
            made += piece[1:-1].replace("''", "'") or "'"
        elif piece[0] == "d":
            made += "{day}"
        elif piece in ("MMMM", "LLLL"):
            made += "{month}"
            if piece == "LLLL":
                months = [locale.months["stand-alone"]["wide"][number] for number in range(1, 13)]
        elif piece[0] in "ML":
            made += "{month}"
            numeric = True
        elif piece[0] == "y":
            made += "{year}"
        elif piece[0] == "G":
            made = made.rstrip()
        elif not piece[0].isascii() or not piece[0].isalpha():
            made += piece
    if numeric:
        # A name such as 11月 instead of the number and its sign.
        sign = re.search(r"\{month\}([^\s{}.\-/]*)", made).group(1)
        made = made.replace("{month}" + sign, "{month}")
        months = [f"{number}{sign}" for number in range(1, 13)]
    return months, made.strip()


def listed(locale):
    """What is between the names of a list, and before the last."""
    patterns = locale.list_patterns["standard"]
    between = lambda pattern: re.fullmatch(r"\{0\}(.*)\{1\}", pattern)
    comma = between(patterns["middle"])
    last = between(patterns["2"])
    return (comma.group(1) if comma else ", "), (last.group(1) if last else ", ")


def plurals(locale):
    """The rules for whole numbers, with `n` as the only operand; without the form `many` for millions."""
    rules = []
    for form in FORMS:
        text = locale.plural_form.rules.get(form)
        ways = [way for way in (reduced(way) for way in (text or "").split(" or ")) if way is not None] if text else []
        if ways:
            rules.append(f"{form}: " + (" or ".join(ways)))
    return "; ".join(rules)


def reduced(way):
    """A conjunction without what is always true; None if it never is."""
    kept = []
    for relation in way.split(" and "):
        found = re.fullmatch(r"(\w)(?: mod (\d+))?( not)? in ([\d.,]+)", relation.strip())
        operand, divisor, negated, ranges = found.groups()
        if operand in NOTHING:
            holds = any(low <= 0 <= high for low, high in spans(ranges))
            if holds == bool(negated):
                return None
            continue
        if divisor == "1000000":
            return None
        kept.append(f"n{' % ' + divisor if divisor else ''} {'!=' if negated else '='} {ranges}")
    return " and ".join(kept) if kept else "n >= 0"


def spans(ranges):
    for part in ranges.split(","):
        low, _, high = part.partition("..")
        yield int(low), int(high or low)


def quotes(tag):
    library = ctypes.CDLL(ctypes.util.find_library("icui18n"))
    version = re.search(r"\.so\.(\d+)", ctypes.util.find_library("icui18n")).group(1)
    error = ctypes.c_int(0)
    begin = getattr(library, f"ulocdata_open_{version}")
    begin.restype = ctypes.c_void_p
    delimiter = getattr(library, f"ulocdata_getDelimiter_{version}")
    delimiter.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p]
    data = begin(tag.replace("-", "_").encode(), ctypes.byref(error))
    found = []
    for kind in (0, 1):
        buffer = (ctypes.c_uint16 * 16)()
        length = delimiter(data, kind, buffer, 16, ctypes.byref(error))
        found.append(bytes(buffer)[:2 * length].decode("utf-16-le"))
    return found


if __name__ == "__main__":
    main()
