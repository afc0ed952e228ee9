#!/usr/bin/env bash
# Feeds libFuzzer's inputs to parsers of foreign bytes, under the address sanitizer.
#
#   Tools/fuzz.sh PARSER [SECONDS]   one parser (Tools/fuzz/ForeignParser.swift lists them), for 600 s by default
#   Tools/fuzz.sh all [SECONDS]      each, one after the other
#   Tools/fuzz.sh again FILE PARSER  one input that was found
#
# A trap, an overflow, an invalid read, more than 10 s or 2 GB for one input: each is a finding. Findings and the
# corpus are in .build/fuzz/; a finding's bytes belong in a test. libFuzzer prints its seed first.
set -euo pipefail
cd "$(dirname "$0")/.."
out=.build/fuzz
binary=.build/fuzz-build/release/fuzz

build() {
  COURANT_FUZZ=1 nice swift build -c release --scratch-path .build/fuzz-build --product fuzz --disable-index-store \
    --sanitize address -Xswiftc -sanitize=fuzzer -Xswiftc -use-ld=lld >"$out/build.log" 2>&1 ||
    { grep -a 'error' "$out/build.log" | sort -u | head -20; exit 1; }
}

# Writes the seeds of a parser into a folder: small, one of each form that it knows.
seeds() {
  local parser=$1 folder=$2
  seed() { printf "$2" >"$folder/$1"; }
  case $parser in
    feeds)
      seed rss '<rss version="2.0"><channel><title>a</title><item><guid>1</guid><pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate><description>&lt;b&gt;&nbsp;x</description></item></channel></rss>'
      seed atom '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://b.example/"><entry><id>1</id><link href="x"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>x</p></div></content></entry></feed>'
      seed rdf '<!DOCTYPE rdf [<!ENTITY x "y">]><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item rdf:about="u"><title><![CDATA[a&amp;b]]></title></item></rdf:RDF>'
      seed json '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":1,"content_html":"<p>x</p>","date_published":"2026-03-02T10:00:00Z","authors":[{"name":"a"}]}]}'
      ;;
    upstreams)
      seed feed '0<rss><channel><item><guid>doi:10.1000/1</guid><link>https://arxiv.org/abs/2601.00001v1</link><enclosure url="https://a.example/b.mp3"/></item></channel></rss>'
      seed page '2<html><title>a</title><div><h2><a href="/x">b</a></h2><time datetime="2026-01-02">c</time><p>d</p></div>'
      seed marked '3<html><article><h2><a href="/x">b</a></h2><time datetime="2026-01-02">c</time><p>d</p></article><script type="application/ld+json">{"@type":"Article","headline":"e"}</script>'
      seed sitemap '4<urlset><url><loc>https://a.example/1</loc><lastmod>2026-01-01</lastmod></url></urlset>'
      seed search '5<eSearchResult><Count>1</Count><IdList><Id>1</Id></IdList></eSearchResult>'
      seed preprints '6{"messages":[{"status":"ok","total":"2"}],"collection":[{"doi":"10.1101/1","title":"a","version":"1","date":"2026-01-01","published":"10.1/2","authors":"B, C; D"}]}'
      seed works '7{"message":{"next-cursor":"a","items":[{"DOI":"10.1/2","title":["b"],"issued":{"date-parts":[[2026,1]]},"abstract":"<jats:p>c</jats:p>"}]}}'
      ;;
    bounces)
      cp Tests/BouncesTests/Fixtures/*.eml "$folder/"
      local gone='[{"emailAddress":"a@b.example","status":"5.1.1","diagnosticCode":"smtp; 550 user unknown"}]'
      seed ses '{"notificationType":"Bounce","bounce":{"bounceType":"Permanent","bouncedRecipients":'"$gone"'},"mail":{"source":"c@d.example"}}'
      seed sns '{"Message":"{\\"eventType\\":\\"Complaint\\",\\"complaint\\":{\\"complainedRecipients\\":[]}}"}'
      ;;
    unsubscribes)
      local token=abcdefghijklmnopqrstuvwxyz234567abcdefg
      seed subject "From: a@b.example\nSubject: unsubscribe $token\n\n"
      seed encoded "Subject: =?utf-8?Q?[EXT]_unsub?= =?utf-8?B?c2NyaWJl?=\n $token\nTo: leave+$token@b.example\n\n"
      seed body "Subject: x\nContent-Transfer-Encoding: quoted-printable\n\nunsubscribe abcdefghij=\nklmnop\n> unsubscribe $token\n"
      seed parts "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>$token</p>\n--b--\n"
      seed form "List-Unsubscribe=One-Click&token=$token"
      ;;
    refusals)
      seed gone '550-5.1.1 <a@b.example>: User unknown\n550 5.1.1 see https://example.org/quota'
      seed full 'Postfach voll, mailbox * full'
      seed japanese 'メールボックスがいっぱいです'
      ;;
    toml)
      seed values 'a = 1\nb = 0x1F\nc = 2.5e-3\nd = inf\ne = true\nf = 1979-05-27 07:32:00.5+01:00\ng = 07:32:00\n'
      seed strings 'a = "\\u00e9\\n"\nb = "x\\"y" # c\nc = """\nx \\\n  y"""\n'
      seed tables '[a]\nb.c = 1\n[[d]]\n[[d.e]]\n[d.f]\ng = [1, [2, {h = 3, i.j = 4}],\n] # k\n"l m" = {}\n'
      seed typo '[a\n'
      ;;
    yaml)
      seed plain 'title: "What is new"\ndate: 2026-03-29\ntopics: [MS, "a b"]\nid: x\n'
      seed nested '# c\na:\n  - b: c\n    d: [e, {f: g}]\n  - - h\n"i": "\\u00e9\\\n  j"\n? k\n: l\n'
      seed blocks 'a: |2-\n  b\n   c\nd: >+\n  e\n\n  f\n'
      seed refused 'a: &b !!int 1\nc: *b\n<<: {d: e}\n%%TAG ! x\n---\n...\n'
      ;;
    csv)
      seed commas 'email,name\r\n"a@b.example","x ""y"",\nz"\r\n=1,+2\r\n'
      seed semicolons 'a;b\n1;2\n\n"open;3\n'
      seed tabs 'a\tb\rc\td\r'
      ;;
    markdown)
      seed blocks '# a {#b}\n{: #c}\n> - [x] d\n\n|a|b|\n|-|:-|\n|1|2\n\n~~~ e\nf\n~~~\n[^1]: g\n'
      seed inlines '*a **b** `c` ~~d~~ [e](f "g") ![h][i] <https://j.k> l@m.n &amp; https://o.p [^1]\n\n[i]: /q (r)\n'
      seed tags '{%% raw %%}{{ a }}{%% endraw %%} {%% post_url b %%} {{ site.url }} {::comment}c{:/} {{< d >}}\n{%% for e %%}{%% endfor %%}'
      seed html '<div markdown="1"><p title=a>b<br><img src=c alt="d"><!-- e --></div>\n\n<b>f</b>'
      ;;
    html)
      seed blocks '<h2 id=a>b</h2><ul><li>c<p>d<table><tr><td colspan=2>e</table><dl><dt>f<dd>g</dl><pre>\n h</pre>'
      seed inlines '<a href="/b"><b>c<i>d</b>e</i></a><img srcset="f 1x, g 2x"><video><source src=h></video><input type=checkbox checked>'
      seed odd '<script>a</script><!-- b --><svg><style>c</style></svg><p hidden>d</p>&#x1F600;&lt;&nosuch;'
      ;;
    replies)
      seed hello '250-mx.example.org\r\n250-SIZE 1000\r\n250-AUTH CRAM-MD5 PLAIN\r\n250 8BITMIME\r\n'
      seed refusal '550-5.1.1 no such\r\n550 5.1.1 user\r\n421 4.3.0 later\n'
      ;;
    names)
      local head='\x00\x01\x81\x80\x00\x01\x00\x01\x00\x00\x00\x00\x01a\x02bc\x00' answer='\x00\x01\xc0\x0c'
      seed txt "$head\x00\x10$answer\x00\x01\x00\x00\x00\x3c\x00\x0c\x0bv=spf1 -all"
      seed mx "$head\x00\x0f$answer\x00\x01\x00\x00\x00\x3c\x00\x06\x00\x0a\x01d\xc0\x0c"
      seed a "$head\x00\x01$answer\x00\x01\x00\x00\x00\x3c\x00\x04\x7f\x00\x00\x01"
      ;;
    *) echo "$parser has no seeds" >&2; exit 64 ;;
  esac
}

run() {
  local parser=$1 seconds=$2
  mkdir -p "$out/$parser/corpus" "$out/$parser/seeds"
  seeds "$parser" "$out/$parser/seeds"
  echo "== $parser, $seconds s"
  local rc=0
  COURANT_FUZZ_PARSER=$parser SWIFT_BACKTRACE=enable=no nice "$binary" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=65536 \
    -print_final_stats=1 -artifact_prefix="$out/$parser/" "$out/$parser/corpus" "$out/$parser/seeds" \
    >"$out/$parser/log" 2>&1 || rc=$?
  grep -aE '^INFO: Seed|ERROR|SUMMARY|Fatal|Test unit written|number_of_executed_units|slowest_unit' "$out/$parser/log" || true
  [ "$rc" -eq 0 ] || { echo "$parser: a finding, see $out/$parser/log"; return 1; }
}

mkdir -p "$out"
seconds=${2:-600}
case ${1:-} in
  "") sed -n '2,8s/^# \{0,1\}//p' "$0"; exit 64 ;;
  again) build; COURANT_FUZZ_PARSER=$3 SWIFT_BACKTRACE=enable=no "$binary" "$2" ;;
  all)
    build
    bad=0
    for parser in $(sed -n 's/^  case \([a-z]*\)$/\1/p' Tools/fuzz/ForeignParser.swift); do
      run "$parser" "$seconds" || bad=1
    done
    exit $bad ;;
  *) build; run "$1" "$seconds" ;;
esac
