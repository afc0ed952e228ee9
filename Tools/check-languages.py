#!/usr/bin/python3
"""Compares Tests/LanguagesTests/samples.txt with the system's ICU: dates, plural forms, decimals and quotation marks.

Differences that are meant are listed below, with the reason. Prints the others; exits with 1 if there are any.
"""

import ctypes
import ctypes.util
import datetime
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
I18N = ctypes.CDLL(ctypes.util.find_library("icui18n"))
VERSION = re.search(r"\.so\.(\d+)", ctypes.util.find_library("icui18n")).group(1)
NEWER = "CLDR has changed it since"
MEANT = {
    ("en", "dates"): "the day comes first here",
    ("fr", "dates"): "the first day is `1er`",
    ("th", "dates"): "no era",
    ("hi", "dates"): NEWER,
    ("ca", "dates"): NEWER,
    ("fa", "dates"): NEWER,
}
LATIN = "@numbers=latn;calendar=gregorian"


def function(name, result, *arguments):
    found = getattr(I18N, f"{name}_{VERSION}")
    found.restype = result
    found.argtypes = arguments
    return found


def text(call):
    """What a function writes into a buffer of UTF-16."""
    buffer = (ctypes.c_uint16 * 200)()
    error = ctypes.c_int(0)
    length = call(buffer, 200, ctypes.byref(error))
    return bytes(buffer)[: 2 * length].decode("utf-16-le")


def utf16(value):
    raw = value.encode("utf-16-le")
    return (ctypes.c_uint16 * (len(raw) // 2 + 1)).from_buffer_copy(raw + b"\0\0")


class ICU:
    pointer = ctypes.c_void_p

    def __init__(self, tag):
        self.locale = tag.replace("-", "_").encode()
        self.latin = self.locale + LATIN.encode()

    def date(self, year, month, day):
        error = ctypes.c_int(0)
        style = ctypes.c_int(1)  # long
        begin = function("udat_open", self.pointer, ctypes.c_int, ctypes.c_int, ctypes.c_char_p, self.pointer,
                         ctypes.c_int32, self.pointer, ctypes.c_int32, self.pointer)
        zone = utf16("UTC")
        form = begin(-1, style, self.latin, zone, 3, None, 0, ctypes.byref(error))
        write = function("udat_format", ctypes.c_int32, self.pointer, ctypes.c_double, self.pointer, ctypes.c_int32,
                         self.pointer, self.pointer)
        moment = datetime.datetime(year, month, day, 12, tzinfo=datetime.timezone.utc).timestamp() * 1000
        return text(lambda buffer, size, error: write(form, moment, buffer, size, None, error))

    def plural(self, count):
        error = ctypes.c_int(0)
        begin = function("uplrules_open", self.pointer, ctypes.c_char_p, self.pointer)
        rules = begin(self.locale, ctypes.byref(error))
        select = function("uplrules_select", ctypes.c_int32, self.pointer, ctypes.c_double, self.pointer, ctypes.c_int32,
                          self.pointer)
        return text(lambda buffer, size, error: select(rules, count, buffer, size, error))

    def decimal(self):
        error = ctypes.c_int(0)
        begin = function("unum_open", self.pointer, ctypes.c_int, self.pointer, ctypes.c_int32, ctypes.c_char_p,
                         self.pointer, self.pointer)
        form = begin(1, None, 0, self.latin, None, ctypes.byref(error))
        write = function("unum_formatDouble", ctypes.c_int32, self.pointer, ctypes.c_double, self.pointer, ctypes.c_int32,
                         self.pointer, self.pointer)
        return text(lambda buffer, size, error: write(form, 4.5, buffer, size, None, error))

    def quotes(self):
        error = ctypes.c_int(0)
        begin = function("ulocdata_open", self.pointer, ctypes.c_char_p, self.pointer)
        data = begin(self.locale, ctypes.byref(error))
        delimiter = function("ulocdata_getDelimiter", ctypes.c_int32, self.pointer, ctypes.c_int, self.pointer,
                             ctypes.c_int32, self.pointer)
        marks = [text(lambda buffer, size, error: delimiter(data, kind, buffer, size, error)) for kind in (0, 1)]
        return "A".join(marks)


def main():
    samples = (ROOT / "Tests/LanguagesTests/samples.txt").read_text()
    differences = 0
    compared = 0
    for block in samples.split("== ")[1:]:
        lines = block.strip().split("\n")
        tag = lines[0]
        if tag == "tlh":
            continue
        icu = ICU(tag)
        for line in lines[1:]:
            key, _, value = line.partition(": ")
            if key == "dates":
                days = [1 if month == 1 else 20 + month % 8 for month in range(1, 13)]
                expected = "; ".join(icu.date(2026, month, day) for month, day in enumerate(days, 1))
            elif key == "decimal":
                expected = icu.decimal()
            elif key == "quotes":
                expected = icu.quotes()
            elif re.fullmatch(r"\d+ \w+", key):
                count, value = key.split()
                expected = icu.plural(int(count))
                key = "plural of " + count
            else:
                continue
            compared += 1
            if value != expected and (tag, key) not in MEANT:
                differences += 1
                print(f"{tag}, {key}: {value!r}, but ICU has {expected!r}")
    print(f"{compared} values compared with ICU {VERSION}; {differences} differ")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
