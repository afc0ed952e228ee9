#!/usr/bin/python3
"""Makes an object file with the part of ICU's data that courant uses: time zones, and English for what asks for a language.

  Tools/small-icu.py OBJECT

Foundation carries all data of ICU, 34 MB: the names of countries, units and currencies in 800 languages, conversions of
old character sets, dictionaries of Thai and Khmer. Courant brings its own phrases, and decodes character sets with
libxml2. Linked before Foundation's archive, the object takes the place of the whole data (docs/decisions/0085).

If the toolchain is not as expected, the object is empty, the binary keeps all data, and a note is printed.

The format is that of ICU's common data (source/tools/toolutil/pkg_gencmn.cpp): a header, the number of items, for each the
offsets of its name and of its content, the names, the contents on multiples of 16.
"""

import json
import pathlib
import re
import struct
import subprocess
import sys
import tempfile

MEMBER = "icu_packaged_data.cpp.o"
ASSEMBLY = """
.section .rodata
.balign 16
.globl {symbol}
.type {symbol},@object
{symbol}:
.incbin "{data}"
.size {symbol}, .-{symbol}
.section .note.GNU-stack,"",@progbits
"""
LANGUAGES = {"en", "en_001", "en_GB", "en_US", "en_US_POSIX"}


def main():
    target = pathlib.Path(sys.argv[1]).resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        try:
            symbol, whole = icu_data(folder)
            small = trimmed(whole)
            (folder / "data").write_bytes(small)
            source = ASSEMBLY.format(symbol=symbol, data=folder / "data")
        except (OSError, ValueError, struct.error, subprocess.CalledProcessError) as fault:
            print(f"the binary keeps all data of ICU ({fault})", file=sys.stderr)
            source = '.section .note.GNU-stack,"",@progbits\n'
        (folder / "icu.S").write_text(source)
        run("clang", "-c", folder / "icu.S", "-o", target)


def run(*words):
    return subprocess.run([str(word) for word in words], check=True, capture_output=True).stdout


def icu_data(folder):
    """The symbol and the bytes of the data in the toolchain's archive."""
    resources = json.loads(run("swiftc", "-print-target-info"))["paths"]["runtimeResourcePath"]
    archive = pathlib.Path(resources).parent / "swift_static" / "linux" / "lib_FoundationICU.a"
    member = folder / MEMBER
    member.write_bytes(run("ar", "p", archive, MEMBER))
    symbols = re.findall(rb"^(\w+) (\w+) R (icudt\d+_dat)$", run("nm", "-S", member), re.M)
    if len(symbols) != 1:
        raise ValueError(f"{archive}: no symbol of the data")
    start, size, symbol = symbols[0]
    run("objcopy", "-O", "binary", "--only-section=.rodata", member, folder / "rodata")
    data = (folder / "rodata").read_bytes()[int(start, 16):][:int(size, 16)]
    if len(data) != int(size, 16) or data[2:4] != b"\xda\x27" or data[12:16] != b"CmnD":
        raise ValueError(f"{archive}: the data has another format")
    return symbol.decode(), data


def trimmed(data):
    head = struct.unpack_from("<H", data)[0]
    count = struct.unpack_from("<I", data, head)[0]
    table = [struct.unpack_from("<II", data, head + 4 + 8 * index) for index in range(count)]
    ends = [start for _, start in table[1:]] + [len(data) - head]
    kept = []
    for (name, start), end in zip(table, ends):
        text = data[head + name:data.index(b"\0", head + name)]
        if is_used(text.decode().split("/")[1:]):
            kept.append((text + b"\0", data[head + start:head + end]))
    return data[:head] + packed(kept, head)


def packed(items, head):
    """Offsets count from the end of the header."""
    names = b"".join(name for name, _ in items)
    start = 4 + 8 * len(items)
    first = aligned(head + start + len(names)) - head
    table, content = struct.pack("<I", len(items)), b""
    for name, body in items:
        content += b"\0" * (aligned(len(content)) - len(content))
        table += struct.pack("<II", start, first + len(content))
        start += len(name)
        content += body
    return (table + names).ljust(first, b"\0") + content


def aligned(number):
    return (number + 15) // 16 * 16


def is_used(path):
    file = path[-1]
    stem, _, kind = file.rpartition(".")
    if kind in ("cnv", "dict", "spp", "cfu") or file == "unames.icu":
        return False
    if path[0] in ("translit", "rbnf"):
        return stem in ("root", "res_index", "pool")
    is_language = re.fullmatch(r"[a-z]{2,3}(_\w+)?", stem)
    return not is_language or stem in LANGUAGES or kind != "res"


if __name__ == "__main__":
    main()
