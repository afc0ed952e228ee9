/// Documents that are not TOML 1.0, class by class, with the position of the mistake and its message.
let mistakesInTOML: [(text: String, line: Int, column: Int, sentence: String)] = [
  // Values
  ("a =", 1, 4, "a value is missing here; write one, such as \"…\" or 12"),
  ("a = # nothing", 1, 5, "a value is missing here; write one, such as \"…\" or 12"),
  ("a = [1,, 2]", 1, 8, "there is no value before this comma; write one or remove the comma"),
  ("a = [,]", 1, 6, "there is no value before this comma; write one or remove the comma"),
  ("a = = 1", 1, 5, "there is no value before this `=`; write one, such as \"…\" or 12"),
  ("a = ]", 1, 5, "there is no value before this `]`; write one, such as \"…\" or 12"),
  ("topics = [}", 1, 11, "there is no value before this `}`; write one, such as \"…\" or 12"),
  ("a = é", 1, 5, "`é` cannot begin a value; put the value in quotes"),
  ("a = “x”", 1, 5, "`“` cannot begin a value; use straight quotes, as in \"…\""),
  ("a = True", 1, 5, "`True` is not a value; write true"),
  ("a = yes", 1, 5, "`yes` is not a value; write true, or put it in quotes"),
  ("a = null", 1, 5, "`null` is not a value; remove the key, or put the word in quotes"),
  ("a = MS", 1, 5, "`MS` is not a value; put words in quotes, as in \"…\""),
  ("topics = [MS, \"ALS\"]", 1, 11, "`MS` is not a value; put words in quotes, as in \"…\""),
  ("a = http://example.org", 1, 10, "`/` cannot be part of a value without quotes; put the value in quotes"),
  ("a = 1 2", 1, 7, "`2` is unexpected on this line; begin a new line, or put the whole value in quotes"),
  (
    "a = \"x\" \"y\"", 1, 9,
    "`\"` is unexpected on this line; write \\\" for a quote inside a string, or begin a new line"
  ),
  (
    "a = 'it's'", 1, 9,
    "`s` is unexpected on this line; put a string that holds ' in double quotes, or begin a new line"
  ),
  ("a = 1 b = 2", 1, 7, "`b` is unexpected on this line; begin a new line, or put the whole value in quotes"),
  ("a = tru", 1, 5, "`tru` is not a value; put words in quotes, as in \"…\""),
  ("a = \u{FEFF}\"x\"", 1, 5, "`U+FEFF` cannot begin a value; put the value in quotes"),
  ("\u{FEFF}a = 1", 1, 1, "`U+FEFF` cannot be part of a key; put the key in quotes"),
  // Numbers
  ("a = 012", 1, 5, "`012` begins with a zero, which no number may; remove it, or use quotes"),
  ("a = 0_1", 1, 5, "`0_1` begins with a zero, which no number may; remove it, or use quotes"),
  ("a = -01", 1, 5, "`-01` begins with a zero, which no number may; remove it, or use quotes"),
  ("a = 00", 1, 5, "`00` begins with a zero, which no number may; remove it, or use quotes"),
  ("a = 1__0", 1, 5, "`1__0` has an underscore that is not between two digits; remove it"),
  ("a = _1", 1, 5, "`_1` is not a value; put words in quotes, as in \"…\""),
  ("a = 1_", 1, 5, "`1_` has an underscore that is not between two digits; remove it"),
  ("a = +_1", 1, 5, "`+_1` is not a value; put words in quotes, as in \"…\""),
  ("a = 0x", 1, 5, "`0x` is not a number to the base 16; correct its digits"),
  ("a = 0xG", 1, 5, "`0xG` is not a number to the base 16; correct its digits"),
  ("a = 0x_1", 1, 5, "`0x_1` has an underscore that is not between two digits; remove it"),
  ("a = 0x1_", 1, 5, "`0x1_` has an underscore that is not between two digits; remove it"),
  ("a = 0X1F", 1, 5, "`0X1F` is not a value; put words in quotes, as in \"…\""),
  ("a = 0b2", 1, 5, "`0b2` is not a number to the base 2; correct its digits"),
  ("a = 0o8", 1, 5, "`0o8` is not a number to the base 8; correct its digits"),
  ("a = +0x1", 1, 5, "`+0x1` has a sign before its prefix; write it as a decimal number"),
  ("a = -0b1", 1, 5, "`-0b1` has a sign before its prefix; write it as a decimal number"),
  (
    "a = 9223372036854775808", 1, 5,
    "`9223372036854775808` does not fit into 64 bits; write a smaller number, or put it in quotes"
  ),
  (
    "a = -9223372036854775809", 1, 5,
    "`-9223372036854775809` does not fit into 64 bits; write a smaller number, or put it in quotes"
  ),
  (
    "a = 0xFFFFFFFFFFFFFFFF", 1, 5,
    "`0xFFFFFFFFFFFFFFFF` does not fit into 64 bits; write a smaller number, or put it in quotes"
  ),
  ("a = 1.", 1, 5, "`1.` has no digit after the dot; write one, such as 1.0"),
  ("a = .5", 1, 5, "`.5` has no digit before the dot; write one, such as 0.5"),
  ("a = -.5", 1, 5, "`-.5` has no digit before the dot; write one, such as 0.5"),
  ("a = 1.e5", 1, 5, "`1.e5` has no digit after the dot; write one, such as 1.0"),
  ("a = 1e", 1, 5, "`1e` has no digit after the e; write one, such as 1e6"),
  ("a = 1e+", 1, 5, "`1e+` has no digit after the e; write one, such as 1e6"),
  ("a = 1e5.5", 1, 5, "`1e5.5` is not a value; put words in quotes, as in \"…\""),
  ("a = 1.2.3", 1, 5, "`1.2.3` is not a value; put words in quotes, as in \"…\""),
  ("a = 1_.5", 1, 5, "`1_.5` has an underscore that is not between two digits; remove it"),
  ("a = 1._5", 1, 5, "`1._5` has an underscore that is not between two digits; remove it"),
  ("a = 1.5_", 1, 5, "`1.5_` has an underscore that is not between two digits; remove it"),
  ("a = 1e_5", 1, 5, "`1e_5` has an underscore that is not between two digits; remove it"),
  ("a = 1e400", 1, 5, "`1e400` is too large; write a smaller number, or inf"),
  ("a = Inf", 1, 5, "`Inf` is not a value; write inf"),
  ("a = +-1", 1, 5, "`+-1` is not a value; put words in quotes, as in \"…\""),
  ("a = 1a", 1, 5, "`1a` is not a value; put words in quotes, as in \"…\""),
  ("a = 0.0.0", 1, 5, "`0.0.0` is not a value; put words in quotes, as in \"…\""),
  ("a = 01.5", 1, 5, "`01.5` begins with a zero, which no number may; remove it, or use quotes"),
  ("a = -inf_", 1, 5, "`-inf_` is not a value; put words in quotes, as in \"…\""),
  ("a = 1,5", 1, 6, "`,` is unexpected on this line; put a list in [ ]; write a decimal number with a dot"),
  ("a = +", 1, 5, "`+` is not a value; put words in quotes, as in \"…\""),
  ("a = ٣", 1, 5, "`٣` cannot begin a value; put the value in quotes"),
  // Dates and times
  (
    "a = 2026-06-01T:00", 1, 5,
    "`2026-06-01T:00` is not a date or a time; write one such as 2026-06-01, 2026-06-01T07:30:00Z or 07:30:00"
  ),
  ("a = 2026-02-30", 1, 5, "`2026-02-30` names a day that its month does not have; the last one is 28"),
  ("a = 2025-02-29", 1, 5, "`2025-02-29` names a day that its month does not have; the last one is 28"),
  ("a = 1900-02-29", 1, 5, "`1900-02-29` names a day that its month does not have; the last one is 28"),
  ("a = 2026-04-31", 1, 5, "`2026-04-31` names a day that its month does not have; the last one is 30"),
  ("a = 2026-13-01", 1, 5, "`2026-13-01` has no month between 01 and 12; correct it"),
  ("a = 2026-00-10", 1, 5, "`2026-00-10` has no month between 01 and 12; correct it"),
  ("a = 2026-01-00", 1, 5, "`2026-01-00` names a day that its month does not have; the last one is 31"),
  (
    "a = 2026-1-1", 1, 5,
    "`2026-1-1` is not a date or a time; write one such as 2026-06-01, 2026-06-01T07:30:00Z or 07:30:00"
  ),
  (
    "a = 26-01-01", 1, 5,
    "`26-01-01` is not a date or a time; write one such as 2026-06-01, 2026-06-01T07:30:00Z or 07:30:00"
  ),
  (
    "a = 10000-01-01", 1, 5,
    "`10000-01-01` is not a date or a time; write one such as 2026-06-01, 2026-06-01T07:30:00Z or 07:30:00"
  ),
  (
    "a = 2026-06-01T", 1, 5,
    "`2026-06-01T` is not a date or a time; write one such as 2026-06-01, 2026-06-01T07:30:00Z or 07:30:00"
  ),
  (
    "a = 2026-06-01T07", 1, 5,
    "`2026-06-01T07` is not a date or a time; write one such as 2026-06-01, 2026-06-01T07:30:00Z or 07:30:00"
  ),
  ("a = 2026-06-01T07:30", 1, 5, "`2026-06-01T07:30` has no seconds; write them, such as 07:30:00"),
  ("a = 2026-06-01 07:30", 1, 5, "`2026-06-01 07:30` has no seconds; write them, such as 07:30:00"),
  ("a = 2026-06-01T07:30Z", 1, 5, "`2026-06-01T07:30Z` has no seconds; write them, such as 07:30:00"),
  ("a = 2026-06-01T24:00:00", 1, 5, "`2026-06-01T24:00:00` is not a time of day; hours go to 23 and minutes to 59"),
  ("a = 2026-06-01T23:60:00", 1, 5, "`2026-06-01T23:60:00` is not a time of day; hours go to 23 and minutes to 59"),
  ("a = 2026-06-01T23:59:61", 1, 5, "`2026-06-01T23:59:61` is not a time of day; seconds go to 59"),
  ("a = 2026-06-01T07:30:00.", 1, 5, "`2026-06-01T07:30:00.` has no digit after the dot; write one or remove the dot"),
  (
    "a = 2026-06-01T07:30:00.Z", 1, 5, "`2026-06-01T07:30:00.Z` has no digit after the dot; write one or remove the dot"
  ),
  (
    "a = 2026-06-01T7:30:00", 1, 5,
    "`2026-06-01T7:30:00` is not a date or a time; write one such as 2026-06-01, 2026-06-01T07:30:00Z or 07:30:00"
  ),
  ("a = 2026-06-01T07:30:00+1", 1, 5, "`2026-06-01T07:30:00+1` has an incomplete offset; write it as +01:00 or Z"),
  (
    "a = 2026-06-01T07:30:00+0100", 1, 5, "`2026-06-01T07:30:00+0100` has an incomplete offset; write it as +01:00 or Z"
  ),
  (
    "a = 2026-06-01T07:30:00+01:0", 1, 5, "`2026-06-01T07:30:00+01:0` has an incomplete offset; write it as +01:00 or Z"
  ),
  (
    "a = 2026-06-01T07:30:00+24:00", 1, 5,
    "`2026-06-01T07:30:00+24:00` has an impossible offset; hours go to 23 and minutes to 59"
  ),
  (
    "a = 2026-06-01T07:30:00-01:60", 1, 5,
    "`2026-06-01T07:30:00-01:60` has an impossible offset; hours go to 23 and minutes to 59"
  ),
  (
    "a = 2026-06-01T07:30:00x", 1, 5,
    "`2026-06-01T07:30:00x` is not a date or a time; write one such as 2026-06-01, 2026-06-01T07:30:00Z or 07:30:00"
  ),
  (
    "a = 2026-06-01x", 1, 5,
    "`2026-06-01x` is not a date or a time; write one such as 2026-06-01, 2026-06-01T07:30:00Z or 07:30:00"
  ),
  (
    "a = 2026-06-01  07:30:00", 1, 17,
    "`0` is unexpected on this line; begin a new line, or put the whole value in quotes"
  ),
  ("a = 2026/06/01", 1, 9, "`/` cannot be part of a value without quotes; put the value in quotes"),
  ("a = 07:30", 1, 5, "`07:30` has no seconds; write them, such as 07:30:00"),
  ("a = 24:00:00", 1, 5, "`24:00:00` is not a time of day; hours go to 23 and minutes to 59"),
  ("a = 07:60:00", 1, 5, "`07:60:00` is not a time of day; hours go to 23 and minutes to 59"),
  ("a = 07:30:99", 1, 5, "`07:30:99` is not a time of day; seconds go to 59"),
  ("a = 07:30:00.", 1, 5, "`07:30:00.` has no digit after the dot; write one or remove the dot"),
  (
    "a = 07:30:00Z", 1, 5,
    "`07:30:00Z` is not a date or a time; write one such as 2026-06-01, 2026-06-01T07:30:00Z or 07:30:00"
  ),
  (
    "a = 7:30:00", 1, 5,
    "`7:30:00` is not a date or a time; write one such as 2026-06-01, 2026-06-01T07:30:00Z or 07:30:00"
  ),
  (
    "a = 2026-06", 1, 5,
    "`2026-06` is not a date or a time; write one such as 2026-06-01, 2026-06-01T07:30:00Z or 07:30:00"
  ),
  ("a = 20260601T073000", 1, 5, "`20260601T073000` is not a value; put words in quotes, as in \"…\""),
  (
    "a = 2026-06-01_07:30:00", 1, 5,
    "`2026-06-01_07:30:00` is not a date or a time; write one such as 2026-06-01, 2026-06-01T07:30:00Z or 07:30:00"
  ),
  // Strings
  ("a = \"", 1, 5, "the string that begins here has no closing quote; end it with \" on the same line"),
  ("a = '", 1, 5, "the string that begins here has no closing quote; end it with ' on the same line"),
  ("a = \"x", 1, 5, "the string that begins here has no closing quote; end it with \" on the same line"),
  ("a = 'x", 1, 5, "the string that begins here has no closing quote; end it with ' on the same line"),
  ("a = \"x\\", 1, 5, "the string that begins here has no closing quote; end it with \" on the same line"),
  ("a = \"x\ny\"", 1, 5, "the string that begins here has no closing quote; end it with \" on the same line"),
  ("a = 'x\ny'", 1, 5, "the string that begins here has no closing quote; end it with ' on the same line"),
  ("a = \"x\r\ny\"", 1, 5, "the string that begins here has no closing quote; end it with \" on the same line"),
  ("a = \"\"\"x", 1, 5, "the string that begins here never ends; close it with \"\"\""),
  ("a = '''x''", 1, 5, "the string that begins here never ends; close it with '''"),
  ("a = \"\"\"x\\", 1, 5, "the string that begins here never ends; close it with \"\"\""),
  (
    "a = \"\\p\"", 1, 6,
    "a backslash before `p` has no meaning in TOML 1.0; write \\\\ for a backslash, or put the string in single quotes"
  ),
  (
    "a = \"C:\\path\"", 1, 8,
    "a backslash before `p` has no meaning in TOML 1.0; write \\\\ for a backslash, or put the string in single quotes"
  ),
  (
    "a = \"\\ \"", 1, 6,
    "a backslash before ` ` has no meaning in TOML 1.0; write \\\\ for a backslash, or put the string in single quotes"
  ),
  ("a = \"\\e\"", 1, 6, "a backslash before `e` has no meaning in TOML 1.0; write \\u001B"),
  ("a = \"\\x41\"", 1, 6, "a backslash before `x` has no meaning in TOML 1.0; write \\u00 and two hexadecimal digits"),
  ("a = \"\\'\"", 1, 6, "a backslash before `'` has no meaning in TOML 1.0; write ' alone"),
  ("a = \"\\u12\"", 1, 6, "`\\u12` is an incomplete escape; write \\u with 4 or \\U with 8 hexadecimal digits"),
  ("a = \"\\u12G4\"", 1, 6, "`\\u12` is an incomplete escape; write \\u with 4 or \\U with 8 hexadecimal digits"),
  (
    "a = \"\\U0001F60\"", 1, 6,
    "`\\U0001F60` is an incomplete escape; write \\u with 4 or \\U with 8 hexadecimal digits"
  ),
  ("a = \"\\uD800\"", 1, 6, "`\\uD800` is not a Unicode character; write the character itself or its code point"),
  (
    "a = \"\\uD83D\\uDE00\"", 1, 6, "`\\uD83D` is not a Unicode character; write the character itself or its code point"
  ),
  (
    "a = \"\\UFFFFFFFF\"", 1, 6,
    "`\\UFFFFFFFF` is not a Unicode character; write the character itself or its code point"
  ),
  (
    "a = \"\\U00110000\"", 1, 6,
    "`\\U00110000` is not a Unicode character; write the character itself or its code point"
  ),
  (
    "a = \"\"\"\n\\x41\"\"\"", 2, 1,
    "a backslash before `x` has no meaning in TOML 1.0; write \\u00 and two hexadecimal digits"
  ),
  (
    "a = \"\"\"x \\ y\"\"\"", 1, 10,
    "a backslash before ` ` has no meaning in TOML 1.0; write \\\\ for a backslash, or put the string in single quotes"
  ),
  (
    "a = \"\u{7}\"", 1, 6,
    "the control character U+0007 is not allowed here; write it as an escape such as \\u001B, or remove it"
  ),
  ("a = '\u{1B}'", 1, 6, "the control character U+001B is not allowed here; remove it"),
  (
    "a = \"\u{7F}\"", 1, 6,
    "the control character U+007F is not allowed here; write it as an escape such as \\u001B, or remove it"
  ),
  (
    "a = \"\"\"\n\u{0}\"\"\"", 2, 1,
    "the control character U+0000 is not allowed here; write it as an escape such as \\u001B, or remove it"
  ),
  ("a = '''\n\u{8}'''", 2, 1, "the control character U+0008 is not allowed here; remove it"),
  ("a = \"x\ry\"", 1, 7, "a carriage return is not followed by a line feed; end lines with LF or CRLF"),
  ("a = \"\"\"x\ry\"\"\"", 1, 9, "a carriage return is not followed by a line feed; end lines with LF or CRLF"),
  ("a = '''x\ry'''", 1, 9, "a carriage return is not followed by a line feed; end lines with LF or CRLF"),
  ("a = \"é\" x", 1, 10, "`x` is unexpected on this line; write \\\" for a quote inside a string, or begin a new line"),
  // Keys and comments
  ("a", 1, 2, "the key `a` has no value; write = and a value after it"),
  ("a 1", 1, 3, "`1` cannot follow a key; write = and a value, or put the key in quotes"),
  ("title: x", 1, 6, "there is a : after the key; write = between a key and its value"),
  ("= 1", 1, 1, "there is no key before the =; write one, such as title"),
  ("\"a", 1, 1, "the string that begins here has no closing quote; end it with \" on the same line"),
  ("\"a\" 1", 1, 5, "`1` cannot follow a key; write = and a value, or put the key in quotes"),
  ("a b = 1", 1, 3, "`b` cannot follow a key; write = and a value, or put the key in quotes"),
  ("é = 1", 1, 1, "`é` cannot be part of a key; put the key in quotes"),
  ("a.é = 1", 1, 3, "`é` cannot be part of a key; put the key in quotes"),
  ("\"\"\"a\"\"\" = 1", 1, 1, "a key cannot be a string of several lines; put it in one pair of quotes"),
  ("'''a''' = 1", 1, 1, "a key cannot be a string of several lines; put it in one pair of quotes"),
  (".a = 1", 1, 1, "there is no key before the dot; write one, or put the dot in quotes"),
  ("a. = 1", 1, 4, "there is no key before the =; write one, such as title"),
  ("a..b = 1", 1, 3, "there is no key before the dot; write one, or put the dot in quotes"),
  ("a.b. c", 1, 7, "the key `c` has no value; write = and a value after it"),
  ("a\n= 1", 1, 2, "the key `a` has no value; write = and a value after it"),
  ("a =\n1", 1, 4, "a value is missing here; write one, such as \"…\" or 12"),
  ("\"a\nb\" = 1", 1, 1, "the string that begins here has no closing quote; end it with \" on the same line"),
  (
    "\"\\p\" = 1", 1, 2,
    "a backslash before `p` has no meaning in TOML 1.0; write \\\\ for a backslash, or put the string in single quotes"
  ),
  ("a@b = 1", 1, 2, "`@` cannot follow a key; write = and a value, or put the key in quotes"),
  ("a/b = 1", 1, 2, "`/` cannot follow a key; write = and a value, or put the key in quotes"),
  ("*", 1, 1, "`*` cannot be part of a key; put the key in quotes"),
  ("\"a\"b = 1", 1, 4, "`b` cannot follow a key; write = and a value, or put the key in quotes"),
  ("a = 1 # \u{7}", 1, 9, "the control character U+0007 is not allowed here; remove it from this comment"),
  ("# \u{1F}", 1, 3, "the control character U+001F is not allowed here; remove it from this comment"),
  ("# x\ry", 1, 4, "a carriage return is not followed by a line feed; end lines with LF or CRLF"),
  ("\r", 1, 1, "a carriage return is not followed by a line feed; end lines with LF or CRLF"),
  ("\u{B}", 1, 1, "the control character U+000B is not allowed here; remove it"),
  ("a\u{0} = 1", 1, 2, "the control character U+0000 is not allowed here; remove it"),
  ("\u{2003}a = 1", 1, 1, "`U+2003` cannot be part of a key; put the key in quotes"),
  ("{a = 1}", 1, 1, "`{` cannot be part of a key; put the key in quotes"),
  // Lists
  ("a = [", 1, 5, "the list that begins here is not closed; end it with ]"),
  ("a = [1", 1, 5, "the list that begins here is not closed; end it with ]"),
  ("a = [1,", 1, 5, "the list that begins here is not closed; end it with ]"),
  ("a = [1, 2\n", 1, 5, "the list that begins here is not closed; end it with ]"),
  ("a = [1 2]", 1, 8, "`2` cannot follow a value in a list; write , or ]"),
  ("a = [1 # 2\n 3]", 2, 2, "`3` cannot follow a value in a list; write , or ]"),
  ("a = [1}", 1, 7, "`}` cannot follow a value in a list; write , or ]"),
  ("a = [\"x\" \"y\"]", 1, 10, "`\"` cannot follow a value in a list; write , or ]"),
  ("a = [[1]", 1, 5, "the list that begins here is not closed; end it with ]"),
  ("a = [1]]", 1, 8, "`]` is unexpected on this line; begin a new line, or put the whole value in quotes"),
  ("a = [b = 1]", 1, 6, "`b` is not a value; put words in quotes, as in \"…\""),
  ("a = [\u{7}]", 1, 6, "the control character U+0007 is not allowed here; remove it"),
  // Tables in braces
  ("a = {", 1, 5, "the table in braces that begins here does not end on its line; close it with } on the same line"),
  (
    "a = { b = 1", 1, 5,
    "the table in braces that begins here does not end on its line; close it with } on the same line"
  ),
  (
    "a = { b = 1,", 1, 5,
    "the table in braces that begins here does not end on its line; close it with } on the same line"
  ),
  ("a = { b = 1, }", 1, 14, "there is nothing between the last comma and }; remove the comma"),
  ("a = { , }", 1, 7, "`,` cannot be part of a key; put the key in quotes"),
  ("a = { b = 1 c = 2 }", 1, 13, "`c` cannot follow a value in braces; write , or }"),
  (
    "a = {\n b = 1 }", 1, 5,
    "the table in braces that begins here does not end on its line; close it with } on the same line"
  ),
  (
    "a = { b = 1\n}", 1, 5,
    "the table in braces that begins here does not end on its line; close it with } on the same line"
  ),
  (
    "a = { b = 1 # x }", 1, 5,
    "the table in braces that begins here does not end on its line; close it with } on the same line"
  ),
  ("a = { b }", 1, 9, "`}` cannot follow a key; write = and a value, or put the key in quotes"),
  ("a = { b = }", 1, 11, "there is no value before this `}`; write one, such as \"…\" or 12"),
  ("a = { b = 1 ]", 1, 13, "`]` cannot follow a value in braces; write , or }"),
  ("a = { b = 1, b = 2 }", 1, 14, "`b` is already a whole number, on line 1; keep one of the two"),
  ("a = { b.c = 1, b = 2 }", 1, 16, "`b` is already a table, begun on line 1; put all its keys there"),
  ("a = { b = 1, b.c = 2 }", 1, 14, "`b` is already a whole number, on line 1; keep one of the two"),
  ("a = { b = { c = 1 }, b.d = 2 }", 1, 22, "`b` is already a table, on line 1; keep one of the two"),
  ("a = {b: 1}", 1, 7, "there is a : after the key; write = between a key and its value"),
  ("a = { 1, 2 }", 1, 8, "`,` cannot follow a key; write = and a value, or put the key in quotes"),
  // Headers
  ("[", 1, 1, "the header that begins here has no name; write one, such as [site]"),
  ("[[", 1, 1, "the header that begins here has no name; write one, such as [site]"),
  ("[^", 1, 2, "`^` cannot be part of a key; put the key in quotes"),
  ("[]", 1, 2, "there is no name before the ]; write one, such as [site]"),
  ("[[]]", 1, 3, "there is no name before the ]; write one, such as [site]"),
  ("[ ]", 1, 3, "there is no name before the ]; write one, such as [site]"),
  ("[a", 1, 3, "the header on this line is not closed; end it with ]"),
  ("[a\n", 1, 3, "the header on this line is not closed; end it with ]"),
  ("[[a]", 1, 5, "the header on this line is not closed; end it with ]]"),
  ("[[a]\n", 1, 5, "the header on this line is not closed; end it with ]]"),
  ("[a] b = 1", 1, 5, "`b` is unexpected on this line; begin a new line, or put the whole value in quotes"),
  ("[a]]", 1, 4, "`]` is unexpected on this line; begin a new line, or put the whole value in quotes"),
  ("[a b]", 1, 4, "`b` cannot follow a name in a header; write ], or put the name in quotes"),
  ("[a.]", 1, 4, "there is no name before the ]; write one, such as [site]"),
  ("[.a]", 1, 2, "there is no key before the dot; write one, or put the dot in quotes"),
  ("[a..b]", 1, 4, "there is no key before the dot; write one, or put the dot in quotes"),
  ("[a]b]", 1, 4, "`b` is unexpected on this line; begin a new line, or put the whole value in quotes"),
  ("[\"a]", 1, 2, "the string that begins here has no closing quote; end it with \" on the same line"),
  ("[a # x", 1, 4, "the header on this line is not closed; end it with ]"),
  ("[[a] ]", 1, 5, "` ` cannot follow a name in a header; write ]], or put the name in quotes"),
  ("[ [a]]", 1, 3, "`[` cannot be part of a key; put the key in quotes"),
  ("[\"\"\"a\"\"\"]", 1, 2, "a key cannot be a string of several lines; put it in one pair of quotes"),
  ("[a]\n[b", 2, 3, "the header on this line is not closed; end it with ]"),
  ("[é]", 1, 2, "`é` cannot be part of a key; put the key in quotes"),
  ("[a]x", 1, 4, "`x` is unexpected on this line; begin a new line, or put the whole value in quotes"),
  ("[a=1]", 1, 3, "`=` cannot follow a name in a header; write ], or put the name in quotes"),
  // Redefinitions
  ("a = 1\na = 2", 2, 1, "`a` is already a whole number, on line 1; keep one of the two"),
  ("a = 1\n\"a\" = 2", 2, 1, "`a` is already a whole number, on line 1; keep one of the two"),
  ("a = \"x\"\n\na = \"y\"", 3, 1, "`a` is already a string, on line 1; keep one of the two"),
  ("a.b = 1\na.b = 2", 2, 3, "`b` is already a whole number, on line 1; keep one of the two"),
  ("a = 1\na.b = 2", 2, 1, "`a` is already a whole number, on line 1; keep one of the two"),
  ("a.b = 1\na = 2", 2, 1, "`a` is already a table, begun on line 1; put all its keys there"),
  ("a = [1]\na.b = 2", 2, 1, "`a` is already a list, on line 1; keep one of the two"),
  ("a = { b = 1 }\na.c = 2", 2, 1, "`a` is already a table, on line 1; keep one of the two"),
  ("[a]\n[a]", 2, 2, "`a` is already a table, begun on line 1; put all its keys there"),
  ("[a]\nb = 1\n[a]\nc = 2", 3, 2, "`a` is already a table, begun on line 1; put all its keys there"),
  ("a = 1\n[a]", 2, 2, "`a` is already a whole number, on line 1; keep one of the two"),
  ("a.b = 1\n[a]", 2, 2, "`a` is already a table, begun on line 1; put all its keys there"),
  ("a.b = 1\n[a.b]", 2, 4, "`b` is already a whole number, on line 1; keep one of the two"),
  ("a = { b = 1 }\n[a]", 2, 2, "`a` is already a table, on line 1; keep one of the two"),
  ("a = { b = 1 }\n[a.c]", 2, 2, "`a` is already a table, on line 1; keep one of the two"),
  ("a = [1]\n[[a]]", 2, 3, "`a` is already a list, on line 1; keep one of the two"),
  ("a = []\n[[a]]", 2, 3, "`a` is already a list, on line 1; keep one of the two"),
  ("a = [{ b = 1 }]\n[[a]]", 2, 3, "`a` is already a list, on line 1; keep one of the two"),
  ("a = [{ b = 1 }]\n[a.c]", 2, 2, "`a` is already a list, on line 1; keep one of the two"),
  ("a = 1\n[[a]]", 2, 3, "`a` is already a whole number, on line 1; keep one of the two"),
  ("[a]\n[[a]]", 2, 3, "`a` is already a table, begun on line 1; put all its keys there"),
  ("[a.b]\n[[a]]", 2, 3, "`a` is already a table, begun on line 1; put all its keys there"),
  ("[[a]]\n[a]", 2, 2, "`a` is already an array of tables, begun on line 1; write [[…]] again, or rename one"),
  ("[[a]]\n[a.b]\n[a.b]", 3, 4, "`b` is already a table, begun on line 2; put all its keys there"),
  ("[[a]]\nb = 1\n[[a.b]]", 3, 5, "`b` is already a whole number, on line 2; keep one of the two"),
  ("[[a.b]]\n[a.b]", 2, 4, "`b` is already an array of tables, begun on line 1; write [[…]] again, or rename one"),
  ("[a]\nb.c = 1\n[a.b]", 3, 4, "`b` is already a table, begun on line 2; put all its keys there"),
  ("[a]\nb.c.d = 1\n[a.b.c]", 3, 6, "`c` is already a table, begun on line 2; put all its keys there"),
  ("[a.b]\n[a]\nb.c = 1", 3, 1, "`b` is already a table, begun on line 1; put all its keys there"),
  ("[a.b.c]\nx = 1\n[a]\nb.c.d = 1", 4, 1, "`b` is already a table, begun on line 1; put all its keys there"),
  (
    "[[a.b]]\n[a]\nb.c = 1", 3, 1,
    "`b` is already an array of tables, begun on line 1; write [[…]] again, or rename one"
  ),
  ("[a]\nb = 1\n[a.b]", 3, 4, "`b` is already a whole number, on line 2; keep one of the two"),
  ("[a]\nb = 1\n[a.b.c]", 3, 4, "`b` is already a whole number, on line 2; keep one of the two"),
  ("[a]\n[b]\n[\"a\"]", 3, 2, "`a` is already a table, begun on line 1; put all its keys there"),
  ("[a.b]\n[a.b.c]\n[a.b]", 3, 4, "`b` is already a table, begun on line 1; put all its keys there"),
  ("[a]\nb = { c = 1 }\n[a.b.d]", 3, 4, "`b` is already a table, on line 2; keep one of the two"),
  ("[[a]]\n[[a]]\nb = 1\nb = 2", 4, 1, "`b` is already a whole number, on line 3; keep one of the two"),
  ("true = 1\n\"true\" = 2", 2, 1, "`true` is already a whole number, on line 1; keep one of the two"),
  ("\"\" = 1\n\"\" = 2", 2, 1, "\"\" is already a whole number, on line 1; keep one of the two"),
  ("[[a]]\n[a.b]\nc = 1\n[[a.b]]", 4, 5, "`b` is already a table, begun on line 2; put all its keys there"),
]
