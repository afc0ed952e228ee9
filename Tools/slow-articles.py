#!/usr/bin/env python3
"""Finds articles that cost more than their length: each construct of front matter, Markdown and HTML at n, 2n and 4n bytes.

    Tools/slow-articles.py .build/release/courant [--size 32000] [--only NAME] [--limit 1.5]

An article of each kind is published by `courant run --dry-run`; user and system time of the process are taken, without what a site
with one short article takes. A kind is flagged if its time for each byte grows by more than `--limit` with each doubling and
is worth speaking of, if it takes more than 2 s or 500 MB, or if the run does not end by itself with 0 or 65.
"""
import argparse, os, resource, subprocess, sys, tempfile, time

HEAD = "---\ntitle: T\ndate: 2026-11-01\n"
A = "\u0301"
MARK = "{% comment %}a{% endcomment %}\n"


def fill(unit, n):
    """`unit` again and again, n bytes; a unit that takes a number is numbered."""
    if callable(unit):
        out, size, i = [], 0, 0
        while size < n:
            piece = unit(i)
            out.append(piece)
            size += len(piece.encode())
            i += 1
        return "".join(out)
    return unit * max(1, n // len(unit.encode("utf-8", "surrogatepass")))


def body(unit, before="", after=""):
    return lambda n: HEAD + "---\n" + before + fill(unit, n) + after + "\n"


def matter(unit, before="", after="", rest=HEAD):
    return lambda n: rest + before + fill(unit, n) + after + "\n---\nBody.\n"


def halves(first, second, between="\n\n"):
    """Definitions in one half, uses in the other."""
    return lambda n: HEAD + "---\n" + fill(first, n // 2) + between + fill(second, n // 2) + "\n"


def columns(n):
    side = int((n / 4) ** 0.5)
    return HEAD + "---\n" + "|a" * side + "|\n" + "|-" * side + "|\n" + "|\n" * (n // 3)


KINDS = {
    # blocks
    "headings, one name": body("# a\n"),
    "headings, own ids": body("# a {#x}\n"),
    "headings, numbered": body(lambda i: f"# a-{i}\n"),
    "headings, lists of attributes": body("# a\n{: #x}\n"),
    "headings, setext": body("a\n===\n"),
    "headings, empty": body("#\n"),
    "quotations in each other": body(">"),
    "quotations in each other, spaced": body("> "),
    "quotations, lazy": body("> a\nb\n"),
    "lists in each other": body(lambda i: "  " * (i % 190) + "- a\n"),
    "list markers on one line": body("- "),
    "numbers on one line": body("1. "),
    "list, loose": body("- a\n\n"),
    "list, changing marks": body("- a\n* b\n+ c\n"),
    "tasks": body("- [ ] a\n"),
    "table, many columns": columns,
    "table, short rows": body("|\n", "|" + "a|" * 100 + "\n|" + "-|" * 100 + "\n"),
    "tables, small": body("|a|b|\n|-|-|\n|1|2|\n\n"),
    "table, bars on one line": body("|"),
    "table, header and no rows": body("|a|b|\n|-|-|\n"),
    "table, delimiters only": body("|-|-|\n"),
    "table, escaped bars": body("\\|", "|a|\n|-|\n|"),
    "fences": body("```\na\n```\n"),
    "fences, open": body("```x\n"),
    "fence, never closed": body("a\n", "```\n"),
    "fences of tildes in lists": body("- ~~~\n"),
    "indented code": body("    a\n"),
    "indented code and blank lines": body("    a\n\n\n"),
    "rules": body("---\n\n"),
    "blank lines": body("\n"),
    "short lines": body("a\n"),
    "one word": body("a"),
    "one line of words": body("a "),
    "tabs": body("\t"),
    "spaces": body(" ", after="x"),
    "backslashes": body("\\"),
    "hard breaks": body("a\\\n"),
    # inlines
    "emphasis, opening": body("*a "),
    "emphasis, opening twos": body("**a "),
    "emphasis, mixed": body("*a **a "),
    "emphasis, mixed characters": body("*a _a "),
    "emphasis, closing": body("a* "),
    "emphasis, closing after many openings": halves("*a ", "a_ ", ""),
    "emphasis, a* and a_": halves("a_ ", "a* ", ""),
    "emphasis, runs": body("*"),
    "emphasis, ***a": body("***a "),
    "emphasis, x*y": body("x*y_z"),
    "strikethrough": body("~a "),
    "strikethrough, twos": body("~~a "),
    "strikethrough, a~": body("a~~b"),
    "backticks, growing runs": lambda n: HEAD + "---\n" + "".join("e" + "`" * i for i in range(int((2 * n) ** 0.5))) + "\n",
    "backticks, ones": body("a` ``b "),
    "brackets": body("["),
    "brackets, closing": body("]"),
    "brackets, pictures": body("!["),
    "brackets, notes": body("[^"),
    "brackets, pairs": body("[]"),
    "brackets, pairs in each other": halves("[", "]", "a"),
    "brackets, links never closed": body("[a]("),
    "brackets, links with <": body("[a](<b"),
    "brackets, links with titles": body('[a](b "'),
    "brackets, links with (": body("[a](("),
    "brackets, pictures never closed": body("![[]()"),
    "brackets, ends of links": body("[ (]("),
    "links": body("[a](b) "),
    "links in links": lambda n: HEAD + "---\n" + "[" * (n // 8) + "a" + "](b)" * (n // 8) + "\n",
    "pictures in pictures": lambda n: HEAD + "---\n" + "![" * (n // 8) + "a" + "](b)" * (n // 8) + "\n",
    "links to articles": body("[a](b.md) "),
    "links to this article": body("[a](a.md) "),
    "links, long address": body("a", "[x](", ")"),
    "pictures": body("![a](b.png) "),
    "autolinks <>": body("<https://e.org> "),
    "autolinks": body("https://e.org "),
    "autolinks, www": body("www.a "),
    "autolinks, colons": body("http:"),
    "autolinks, ://": body("a://"),
    "autolinks, mail": body("a@b.c "),
    "autolinks, at": body("a@"),
    "autolinks, dots": body("a@b."),
    "autolinks, dots and words": body("a.", after="@b.c"),
    "autolinks, brackets behind": body(")", "https://e.org/a"),
    "autolinks, ( in address": body("(", "https://e.org/"),
    "autolinks, ; behind": body("&a;", "https://e.org/"),
    "autolinks, long www": body("a", "www."),
    "autolinks, w": body("w"),
    "entities": body("&amp;"),
    "entities, false": body("&a"),
    "entities, numbers": body("&#1"),
    "entities, U+0001": body("&#1;"),
    "references, one definition": body("[x]\n", "[x]: /u\n\n"),
    "references, long definition": lambda n: HEAD + "---\n[x]: /" + "u" * (n // 2) + "\n\n" + "[x]\n" * (n // 8) + "\n",
    "references, long title": lambda n: HEAD + "---\n[x]: /u '" + "u" * (n // 2) + "'\n\n" + "[x]\n" * (n // 8) + "\n",
    "references, definitions": body(lambda i: f"[a{i}]: /u\n"),
    "references, one defined again": body("[a]: /u\n"),
    "references, defined and used": halves(lambda i: f"[a{i}]: /u\n", lambda i: f"[a{i}] "),
    "references, undefined": body("[a][b] "),
    "references, long labels": body("a", "[", "]: /u\n\n[x]"),
    "references, open definitions": body("[a]:\n"),
    "references, open titles": body("[a]: b '\n"),
    "notes, one used often": body("[^x] ", "[^x]: n\n\n"),
    "notes, long one used often": lambda n: HEAD + "---\n[^x]: " + "u" * (n // 2) + "\n\n" + "[^x] " * (n // 10) + "\n",
    "notes, many": halves(lambda i: f"[^a{i}] ", lambda i: f"[^a{i}]: n\n"),
    "notes, many unused": body(lambda i: f"[^a{i}]: n\n"),
    "notes, one defined again": body("[^a]: n\n", "[^a]\n\n"),
    "notes, in notes": body(lambda i: f"[^a{i}]: [^a{i + 1}]\n", "[^a0]\n\n"),
    "notes, undefined": body("[^a] "),
    # named in advisories about cmark-gfm (CVE-2022-39209, CVE-2023-22483 to 22486, 24824, 26485, 37463)
    "advisory, pictures": body("![l"),
    "advisory, note marks": body("[^1]:"),
    "advisory, note marks, lines": body("[^1]:\n"),
    "advisory, note marks, pictures": body("![^l"),
    "advisory, > and a line": body(">", after="\n" + "a\n" * 100),
    "advisory, > lines": lambda n: HEAD + "---\n" + (">" * 150 + "a\n") * (n // 152),
    "advisory, > growing": lambda n: HEAD + "---\n" + "".join(">" * i + "a\n" for i in range(int((2 * n) ** 0.5))),
    "advisory, dashes": body("-"),
    "advisory, dashes and word": body("-", after="a"),
    "advisory, dashes spaced": body("- ", after="a"),
    "advisory, underlines": body("_", after="a"),
    "advisory, underlines spaced": body("_ ", after="a"),
    "advisory, _a_": body("__a__"),
    "advisory, *_": body("*_* _ "),
    "advisory, a**b": body("a**b" + "c* "),
    "advisory, mails": body("@.-"),
    "advisory, schemes": body("://-"),
    "advisory, x_y@": body("a_b-"),
    "advisory, mail dots": body(".", "a@b"),
    "advisory, www dots": body("www.."),
    "advisory, < in address": body("<", "http://e.org/"),
    "advisory, bars": body("|", after="\n|-|\n"),
    "advisory, table after words": body("a\n", after="|a|\n|-|\n"),
    "advisory, dash lines": body("-\n"),
    "advisory, tables in quotations": body("> |a|\n> |-|\n"),
    "advisory, x|": body("x|\n-|\n"),
    "advisory, colon tables": body("|:-|\n"),
    "advisory, tabs and dashes": body("\n\t-"),
    "advisory, indented marks": body(" -"),
    "advisory, +": body("+ "),
    "advisory, tildes": body("~", after="a"),
    "advisory, tildes spaced": body("~a~ ~~b "),
    "advisory, [a]: in [": body("[[a]: b\n"),
    "advisory, a](": body("a](b"),
    "advisory, [](": body("[](" ),
    "advisory, [x](y '": body("[x](y '"),
    "advisory, task marks": body("- [x] - [ ] "),
    "advisory, smart quotes": body("'\"'a "),
    "advisory, escapes": body("\\["),
    "advisory, brackets after breaks": body("[\n"),
    "advisory, breaks": body("a  \n"),
    # HTML
    "tags in each other": body("<div>"),
    "tags in each other, inline": body("<b>"),
    "tags in each other, span": body("<span title=a>"),
    "tags <a>": body("<a href=b>"),
    "tags <p>": body("<p>"),
    "tags <table>": body("<table>"),
    "tags <td>": body("<td>", "<table><tr>"),
    "tags <li>": body("<ul><li>"),
    "tags <b><p>": body("<b><p>"),
    "tags <i> and </p>": halves("<i>", "</p><p>", ""),
    "tags, ends": body("</a>", "<p>"),
    "tags, ends of others": halves("<b>", "</i>", ""),
    "tags, ends of blocks": halves("<div>", "</span>", ""),
    "tags <br>": body("<br>"),
    "tags <form>": body("<form>"),
    "tags <font>": body("<font color=a>"),
    "tags <option>": body("<select><option>"),
    "tags <script>": body("<script>"),
    "tags <style>": body("<style>", "a "),
    "tags <iframe src>": body("<iframe src=b></iframe>"),
    "tags <video>": body("<video><source src=b>"),
    "tags <video>, never closed": body("<video>\n\n"),
    "tags <details>": body("<details><summary>a"),
    "tags, never closed": body("<a "),
    "tags, open quotes": body('<a b="'),
    "tags, <": body("<"),
    "tags, <a": body("<a"),
    "tags, </": body("</"),
    "tags, attributes": body(lambda i: f"a{i}=b ", "<p ", ">"),
    "tags, attributes without values": body(lambda i: f"a{i} ", "<b ", ">"),
    "tags, one attribute again": body("a=b ", "<b ", ">"),
    "tags, ids": body("<h2 id=a>x</h2>\n\n"),
    "tags, long value": body("a", '<b title="', '">'),
    "tags, srcset": body("a 1x,", '<img src=a srcset="', '">'),
    "tags, class": body("a ", '<code class="', '">a</code>'),
    "tags, entities": body("&amp;", "<b>", "</b>"),
    "comments": body("<!-- a -->"),
    "comments, open": body("<!--"),
    "comments, a -": body("<!-- a -"),
    "comment, dashes": body("-", "<!-- "),
    "declarations": body("<!A "),
    "CDATA": body("<![CDATA["),
    "instructions": body("<?"),
    "instructions, php": body("<?a "),
    # what Jekyll, kramdown and Hugo add
    # hidden marks, for which the text is parsed once more to find its code
    "hiding, backticks": body("` ", MARK),
    "hiding, backticks, runs of many lengths": body(lambda i: "a" + "`" * (i % 80 + 1), MARK),
    "hiding, backticks, growing runs": lambda n: HEAD + "---\n" + MARK + "".join("e" + "`" * i for i in range(int((2 * n) ** 0.5))),
    "hiding, brackets and backticks": body("[a]`", MARK),
    "hiding, brackets around backticks": body("[`](`", MARK),
    "hiding, pictures and backticks": body("![`a](b) ", MARK),
    "hiding, cells and backticks": body("|`a", MARK + "|a|\n|-|\n"),
    "hiding, quotations with fences": body(lambda i: "> " * (i % 150) + "```\n", MARK),
    "hiding, lists with fences": body(lambda i: "- " * (i % 60) + "```\n", MARK),
    "hiding, ends in fences": body("```\n{% comment %}\n```\n{% endcomment %}\n"),
    "hiding, comments cut by backticks": body("` {% comment %} ` {% endcomment %} "),
    "hiding, tags": body("{% a %}", MARK),
    "hiding, per cent signs": body("a %% b ", MARK),
    "hiding, escapes": body("\\{&lt;", MARK),
    "hiding, styles": body("<p style='/*'>a</p>"),
    "hiding, styles, long": body("/**/\\69 ;:", "<p style='", "'>a</p>"),
    "hiding, rp": body("<ruby><rp>"),
    "Liquid tags": body("{% a %}"),
    "Liquid tags, lines": body("{% a %}\n\n"),
    "Liquid tags, never closed": body("{%"),
    "Liquid tags, raw": body("{% raw %}"),
    "Liquid tags, raw and end": body("{% raw %}a{% endraw %}"),
    "Liquid tags, comment": body("{% comment %}"),
    "Liquid tags, highlight": body("{% highlight x %}\na\n"),
    "Liquid tags, for": body("{% for x in y %}"),
    "Liquid tags, for and end": halves("{% for x in y %}", "{% endfor %}", ""),
    "Liquid tags, if": body("{% if x %}"),
    "Liquid tags, if and end": halves("{% if x %}", "{% endif %}", ""),
    "Liquid tags, capture": body("{% capture x %}"),
    "Liquid tags, case": body("{% case x %}{% when y %}"),
    "Liquid tags, post_url": body("{% post_url a %} "),
    "Liquid tags, dashes": body("{%- a -%}"),
    "Liquid outputs": body("{{ a }}"),
    "Liquid outputs, never closed": body("{{"),
    "Liquid outputs, site.url": body("{{ site.url }}"),
    "Liquid outputs, filters": body("|a", "{{ 'x' ", "}}"),
    "Hugo {{<": body("{{< a >}}"),
    "Hugo {{<, pairs": body("{{< a >}}b{{< /a >}}"),
    "Hugo {{%": body("{{% a %}}"),
    "kramdown {:": body("{:"),
    "kramdown {:, lines": body("{:\n"),
    "kramdown {: }": body("a\n{: .b}\n"),
    "kramdown {: } on one line": body("{: .b} "),
    "kramdown {: #id }": body("a\n{: #b}\n\n"),
    "kramdown {: with {{": body("{: {{"),
    "kramdown {::comment}": body("{::comment}"),
    "kramdown {::comment}, pairs": body("{::comment}a{:/comment}"),
    "kramdown {::nomarkdown}": body("{::nomarkdown}"),
    "kramdown {:/}": body("{:/}"),
    "kramdown abbreviations": halves(lambda i: f"*[a{i}]: b\n", "a1 "),
    "more": body("<!--more-->"),
    "formulas": body("$a$ "),
    "formulas, open": body("$$"),
    # characters
    "marks": body(A, "a"),
    "marks on words": body("a" + A),
    "no width": body("\u200b"),
    "no-break spaces": body("\u00a0"),
    "emoji": body("\U0001F468\u200d\U0001F469\u200d"),
    "right to left": body("\u202e\u05d0"),
    "flags": body("\U0001F1E6"),
    "noncharacters": body("\ufffe"),
    "C1": body("\u0092"),
    "CRLF": body("a\r\n"),
    "CR": body("a\r"),
    "Hangul": body("\u1100\u1161"),
    "capitals": body("\u0130 "),
    # front matter
    "topics": matter(lambda i: f"t{i},", "topics: [", "z]"),
    "topics, lines": matter(lambda i: f"- t{i}\n", "topics:\n"),
    "topics, one again": matter("t,", "topics: [", "z]"),
    "topics, one text": matter(lambda i: f"t{i},", "tags: "),
    "topics, words": matter(lambda i: f"t{i} ", "tags: "),
    "topics, long": matter("t", "topics: [", "]"),
    "authors": matter(lambda i: f"a{i},", "authors: [", "z]"),
    "authors, tables": matter(lambda i: f"- name: a{i}\n", "authors:\n"),
    "authors, one again": matter("a,", "authors: [", "z]"),
    "title, long": matter("a", "title: ", "\ndate: 2026-11-01", "---\n"),
    "title, words": matter("a ", "title: ", "\ndate: 2026-11-01", "---\n"),
    "title, marks": matter(A, "title: a", "\ndate: 2026-11-01", "---\n"),
    "title, folded": matter("  a\n", "title: >\n", "date: 2026-11-01", "---\n"),
    "summary, long": matter("a ", "summary: "),
    "summary, marks": matter(A, "summary: a"),
    "link, long": matter("a", "link: https://e.org/"),
    "id, marks": matter(A, "id: a"),
    "image, long": matter("a", "image: https://e.org/"),
    "image, list": matter("a,", "images: [", "z]"),
    "source, long": matter("a ", "source:\n  title: "),
    "keys": matter(lambda i: f"k{i}: v\n"),
    "keys, one again": matter("k: v\n"),
    "keys, each twice": matter(lambda i: f"k{i // 2}: v\n"),
    "keys, slips": matter(lambda i: f"titl{i}: v\n"),
    "YAML lists in each other": matter("[", "x: "),
    "YAML tables in each other": matter("{a: ", "x: "),
    "YAML nested lines": lambda n: HEAD + "".join(" " * i + "a:\n" for i in range(int((2 * n) ** 0.5))) + "---\nBody.\n",
    "YAML list": matter("- a\n", "x:\n"),
    "YAML lists, dashes": matter("- ", "x:\n", "a"),
    "YAML aliases": lambda n: HEAD + "a: &a [x]\n" + "".join(f"b{i}: &b{i} [*{'a' if i == 0 else f'b{i-1}'},*{'a' if i == 0 else f'b{i-1}'}]\n" for i in range(min(24, n // 1500))) + "---\nBody.\n",
    "YAML anchors": matter(lambda i: f"k{i}: &a{i} v\n"),
    "YAML anchors and aliases": matter(lambda i: f"k{i}: &a{i} v\nl{i}: *a{i}\n"),
    "YAML comments": matter("# a\n"),
    "YAML quotes": matter("''", "x: '", "'"),
    "YAML escapes": matter("\\u0061", 'x: "', '"'),
    "YAML block": matter("  a\n", "x: |\n"),
    "YAML merge keys": matter(lambda i: f"k{i}:\n  <<: *a\n", "a: &a {x: y}\n"),
    "TOML lists in each other": lambda n: "+++\ntitle='T'\ndate=2026-11-01\nx=" + "[" * min(n, 100) + "\n+++\n",
    "TOML keys": lambda n: "+++\ntitle='T'\ndate=2026-11-01\n" + fill(lambda i: f"k{i}=1\n", n) + "+++\nBody.\n",
    "TOML tables": lambda n: "+++\ntitle='T'\ndate=2026-11-01\n" + fill(lambda i: f"[t{i}]\n", n) + "+++\nBody.\n",
    "TOML arrays of tables": lambda n: "+++\ntitle='T'\ndate=2026-11-01\n" + fill("[[t]]\n", n) + "+++\nBody.\n",
    "TOML list": lambda n: "+++\ntitle='T'\ndate=2026-11-01\nx=[" + fill("1,", n) + "]\n+++\nBody.\n",
}

SCHEDULE = """[site]
title = "T"
url = "https://news.example.org"
time_zone = "Europe/London"
publisher = "Example Trust, 1 High Street, London"
[sources.articles]
folder = "articles"
"""


def run(courant, text, seconds):
    """The time of the processor, the most memory (MB) and how it ended."""
    with tempfile.TemporaryDirectory() as site:
        os.makedirs(site + "/articles")
        os.makedirs(site + "/feeds")
        open(site + "/schedule.conf", "w").write(SCHEDULE)
        open(site + "/feeds/all.toml", "w").write('title = "All"\ndescription = "All"\ntopics = ["*"]\n')
        open(site + "/articles/a.md", "w", newline="").write(text)
        open(site + "/articles/b.md", "w").write(HEAD + "id: b\n---\nAnother.\n")

        def limit():
            resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds) + 1))

        with open(site + "/told", "w+") as told:
            child = subprocess.Popen(
                [courant, "run", "--site", site, "--now", "2026-11-29T12:00:00Z"], stdout=told, stderr=told,
                preexec_fn=limit)
            _, status, usage = os.wait4(child.pid, 0)
            told.seek(0)
            words = told.read(300)
        code = os.waitstatus_to_exitcode(status)
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, code, words


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("courant")
    options.add_argument("--size", type=int, default=32_000, help="n, in bytes")
    options.add_argument("--only", default="", help="kinds whose name has this")
    options.add_argument("--limit", type=float, default=1.5, help="how much the time for a byte may grow")
    options.add_argument("--seconds", type=int, default=60, help="time after which a run is ended")
    options = options.parse_args()
    courant = os.path.abspath(options.courant)
    base = min(run(courant, HEAD + "---\nBody.\n", options.seconds)[0] for _ in range(5))
    print(f"a short article: {base:.3f} s")
    flagged = 0
    for name, make in KINDS.items():
        if options.only not in name:
            continue
        rows = [run(courant, make(options.size * k), options.seconds) for k in (1, 2, 4)]
        times = [max(row[0] - base, 0.001) for row in rows]
        grows = times[2] > 0.15 and times[2] / times[1] > 2 * options.limit
        ends = all(row[2] in (0, 65) for row in rows)
        is_bad = grows or not ends or times[2] > 2 or rows[2][1] > 500
        flagged += is_bad
        mark = "SLOW" if is_bad else "    "
        print(
            f"{mark} {name:42} " + " ".join(f"{t:8.3f}" for t in times)
            + f" s  {rows[2][1]:5.0f} MB  {rows[2][2]}" + (f"  {rows[2][3].strip()[:150]!r}" if rows[2][2] else ""),
            flush=True)
    print(f"{flagged} flagged")
    sys.exit(flagged > 0)


main()
