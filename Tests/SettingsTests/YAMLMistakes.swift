/// Documents that are not YAML or not supported, with the position of the mistake and its message.
let mistakesInYAML: [(text: String, line: Int, column: Int, sentence: String)] = [
  (
    "a: 1\nb: c: d\n", 2, 5,
    "a colon and a space cannot follow here; put a value that holds them in quotes, or check the indentation"
  ),
  ("é: @x\n", 1, 5, "`@` cannot begin a value or key; put the value in quotes, or check the quotes before it"),
  ("a: `x`\n", 1, 4, "``` cannot begin a value or key; put the value in quotes, or check the quotes before it"),
  ("a: 1\n\tb: 2\n", 2, 1, "a tab cannot indent YAML; use spaces"),
  ("\ta: 1", 1, 1, "a tab cannot indent YAML; use spaces"),
  ("a:\n\t- x\n", 2, 1, "a tab cannot indent YAML; use spaces"),
  ("- a\n", 1, 1, "this YAML is not a list of keys and values; write lines such as title: A title"),
  ("just text\n", 1, 1, "this YAML is not a list of keys and values; write lines such as title: A title"),
  ("[a]: 1\n", 1, 1, "a key is a list or table; write a word, a colon and the value"),
  ("a: &x 1\n", 1, 4, "anchors (&), aliases (*) and merge keys (<<) are not supported; write the value out"),
  ("a: *x\n", 1, 4, "a value that begins with * is an alias, which is not supported; put the value in quotes"),
  ("a: * b\n", 1, 5, "a value cannot begin with & or *; put the value in quotes"),
  ("a: & b\n", 1, 5, "a value cannot begin with & or *; put the value in quotes"),
  ("a: \u{7}\n", 1, 4, "`U+0007` is a control character, which is not allowed here; remove it"),
  ("a: \"x\n", 1, 4, "the string that begins here has no closing quote; add it"),
  ("a: 'x\n", 1, 4, "the string that begins here has no closing quote; add it"),
  (
    "a: \"x\\p\"\n", 1, 6,
    "a backslash and what follows it mean nothing here; write \\\\ for a backslash, or use single quotes"
  ),
  (
    "a: \"\\u12\"\n", 1, 7,
    "a backslash and what follows it mean nothing here; write \\\\ for a backslash, or use single quotes"
  ),
  (
    "a: \"\\uD800\"\n", 1, 7,
    "a backslash and what follows it mean nothing here; write \\\\ for a backslash, or use single quotes"
  ),
  ("a: !<x y\n", 1, 7, "a value that begins with ! is a tag; put the value in quotes"),
  ("%TAG ! x\n", 2, 1, "this does not belong to the keys above; give all keys the same indentation"),
  ("%YAML 1.2\n", 2, 1, "this does not belong to the keys above; give all keys the same indentation"),
  (
    "%x\n%x\n%x\n%x\n%x\n%x\n%x\n%x\n%x\n", 1, 1,
    "a line that begins with % is a directive, which is not supported; remove it"
  ),
  ("a: | x\n", 1, 6, "only 1 to 9, + or - can follow | or >; begin the words on the next line, indented"),
  ("a: |0\n", 1, 5, "only 1 to 9, + or - can follow | or >; begin the words on the next line, indented"),
  ("a: >\n\t x\n", 2, 1, "a tab cannot indent YAML; use spaces"),
  ("a: - b\n", 1, 4, "a list cannot begin here; put each - on its own line below the key"),
  ("a: ? b\n", 1, 4, "a question mark and a space cannot begin a value; put the value in quotes"),
  (
    "a\nb: 1\n", 2, 2,
    "a colon and a space cannot follow here; put a value that holds them in quotes, or check the indentation"
  ),
  (
    "a: 1\nb\n", 2, 1,
    "this line has no colon after its key; write key: value, or indent the line if it continues a value"
  ),
  (
    "a: 1\nb\nc: 2\n", 2, 1,
    "this line has no colon after its key; write key: value, or indent the line if it continues a value"
  ),
  (
    "a: 1\n  b: 2\n", 2, 4,
    "a colon and a space cannot follow here; put a value that holds them in quotes, or check the indentation"
  ),
  ("  a: 1\nb: 2\n", 2, 1, "this does not belong to the keys above; give all keys the same indentation"),
  (
    "a: 1\n b: 2\n", 2, 3,
    "a colon and a space cannot follow here; put a value that holds them in quotes, or check the indentation"
  ),
  ("a:\n  - 1\n b: 2", 3, 2, "this does not belong to the key above; check the indentation and the quotes before it"),
  ("a:\n  - 1\n - 2\n", 3, 2, "this does not belong to the key above; check the indentation and the quotes before it"),
  ("a: [1, 2\n", 1, 4, "the list that begins here is not closed; write , between its values and ] at its end"),
  ("a: [1 2: 3\n", 1, 4, "the list that begins here is not closed; write , between its values and ] at its end"),
  ("a: [1,,2]\n", 1, 7, "a value cannot begin with `,`; put the value in quotes, or write one before it"),
  ("a: {b: 1\n", 1, 4, "the table that begins here is not closed; write , between its values and } at its end"),
  ("a: {b: 1]\n", 1, 4, "the table that begins here is not closed; write , between its values and } at its end"),
  ("a: [1}\n", 1, 4, "the list that begins here is not closed; write , between its values and ] at its end"),
  ("a: ]\n", 1, 4, "a value cannot begin with `]`; put the value in quotes, or write one before it"),
  ("a: }\n", 1, 4, "a value cannot begin with `}`; put the value in quotes, or write one before it"),
  ("a: , b\n", 1, 4, "a value cannot begin with `,`; put the value in quotes, or write one before it"),
  ("a: b\n... c\n", 2, 5, "this does not belong to the keys above; give all keys the same indentation"),
  (
    "--- a: b\n", 1, 6,
    "a colon and a space cannot follow here; put a value that holds them in quotes, or check the indentation"
  ),
  ("a: b\n--- c: d\n", 2, 1, "a second YAML document begins here; keep one"),
  ("a: \"x\" y\n", 1, 8, "this does not belong to the key above; check the indentation and the quotes before it"),
  (
    "a: \"What's \"new\" here\"\n", 1, 13,
    "this does not belong to the key above; check the indentation and the quotes before it"
  ),
  ("a: %x\n", 1, 4, "`%` cannot begin a value or key; put the value in quotes, or check the quotes before it"),
  (
    "a: |\n x\ny\n", 3, 1,
    "this line has no colon after its key; write key: value, or indent the line if it continues a value"
  ),
  (": 1\n", 1, 1, "this does not belong to the key above; check the indentation and the quotes before it"),
  (
    "a: b\n  c: d\n", 2, 4,
    "a colon and a space cannot follow here; put a value that holds them in quotes, or check the indentation"
  ),
  (
    "title: Re: the news\n", 1, 10,
    "a colon and a space cannot follow here; put a value that holds them in quotes, or check the indentation"
  ),
  ("a: [a: b: c]", 1, 4, "the list that begins here is not closed; write , between its values and ] at its end"),
  ("a: \u{80}", 1, 4, "`U+0080` is a control character, which is not allowed here; remove it"),
  ("a: \u{FFFE}", 1, 4, "`U+FFFE` is a control character, which is not allowed here; remove it"),
  ("key: {a: 1}}\n", 1, 12, "this does not belong to the key above; check the indentation and the quotes before it"),
  ("\"a\" b: 1\n", 1, 5, "this does not belong to the key above; check the indentation and the quotes before it"),
  ("a: 1\na: 2\n", 1, 1, "the key `a` is written twice; keep one"),
  ("a:1\n", 1, 1, "this YAML is not a list of keys and values; write lines such as title: A title"),
  ("a: \"b\"c: d\n", 1, 7, "this does not belong to the key above; check the indentation and the quotes before it"),
  ("<<: x\n", 1, 1, "anchors (&), aliases (*) and merge keys (<<) are not supported; write the value out"),
  ("a: [\n", 2, 1, "a list or table is not closed; end it with ] or }"),
  (
    "a:\n- b\n-c\n", 3, 1,
    "this line has no colon after its key; write key: value, or indent the line if it continues a value"
  ),
  ("title: \"x\ndate: 2026-01-01\ntopics: [a]\n", 1, 8, "the string that begins here has no closing quote; add it"),
  ("title: 'it's'\n", 1, 12, "this does not belong to the key above; check the indentation and the quotes before it"),
  ("a: {\n", 2, 1, "a list or table is not closed; end it with ] or }"),
  ("{a: 1}\nb: 2\n", 2, 1, "this does not belong to the keys above; give all keys the same indentation"),
  ("a: &x 1\nb: *x\n", 1, 4, "anchors (&), aliases (*) and merge keys (<<) are not supported; write the value out"),
  ("a: 1\n<<: {b: 1}\n", 2, 1, "anchors (&), aliases (*) and merge keys (<<) are not supported; write the value out"),
  ("é: \u{0}\n", 1, 5, "`U+0000` is a control character, which is not allowed here; remove it"),
  ("\"a\": 1\na: 3\n", 1, 1, "the key `a` is written twice; keep one"),
  (
    "a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", 1, 36,
    "this is nested deeper than 32 levels; use fewer levels"
  ),
  (
    "a: x\n%x\n%x\n%x\n%x\n%x\n%x\n%x\n%x\n%", 2, 1,
    "a line that begins with % is a directive, which is not supported; remove it"
  ),
]
