import CourantTesting
import MIME
import Testing

struct HeaderTextTests {
  @Test(arguments: [
    ("Plain words", "Subject: Plain words\r\n"),
    ("Blood–brain barrier", "Subject: =?utf-8?Q?Blood=E2=80=93brain?= barrier\r\n"),
    ("two  spaces", "Subject: two =?utf-8?Q?_spaces?=\r\n"),
    (" at the ends ", "Subject: =?utf-8?Q?_at?= the =?utf-8?Q?ends_?=\r\n"),
    ("ä ö ü b", "Subject: =?utf-8?B?w6Qgw7Ygw7w=?= b\r\n"),
    ("=?utf-8?Q?fake?= word", "Subject: =?utf-8?B?PT91dGYtOD9RP2Zha2U/PQ==?= word\r\n"),
    ("naïve_=?", "Subject: =?utf-8?B?bmHDr3ZlXz0/?=\r\n"),
    ("Wilhelmine_Müller", "Subject: =?utf-8?Q?Wilhelmine=5FM=C3=BCller?=\r\n"),
    (
      "Rather plain words until just before the end: Wilhelmine Müller",
      "Subject: Rather plain words until just before the end: Wilhelmine\r\n =?utf-8?Q?M=C3=BCller?=\r\n"
    ),
    ("漢字", "Subject: =?utf-8?B?5ryi5a2X?=\r\n"),
    ("<\u{301}]]>", "Subject: =?utf-8?B?PMyBXV0+?=\r\n"),
    (
      "Plain words that need more than one line are folded between two words",
      "Subject: Plain words that need more than one line are folded between two\r\n words\r\n"
    ),
    (
      "Ein längerer Betreff für alle Leserinnen und Leser der Neurologie",
      "Subject: Ein =?utf-8?B?bMOkbmdlcmVy?= Betreff =?utf-8?Q?f=C3=BCr?= alle\r\n"
        + " Leserinnen und Leser der Neurologie\r\n"
    ),
  ])
  func aSubjectIsWrittenAs(text: String, field: String) throws {
    let written = HeaderField("Subject", try HeaderText(text))
    #expect(String(decoding: written.bytes, as: UTF8.self) == field)
    #expect(readBack(written) == text)
  }

  @Test func encodedWordsEndBetweenCharacters() throws {
    let family = "👨‍👩‍👧‍👦"  // 25 bytes, so Q (75 columns) would have to break it; B holds one a word, 36 columns
    let field = HeaderField("Subject", try HeaderText(String(repeating: family, count: 3)))
    let word = "=?utf-8?B?8J+RqOKAjfCfkanigI3wn5Gn4oCN8J+Rpg==?="
    #expect(String(decoding: field.bytes, as: UTF8.self) == "Subject: \(word)\r\n \(word)\r\n \(word)\r\n")
  }

  @Test func aCharacterTooLongForAWordIsCutBetweenItsScalars() throws {
    let tower = "e" + String(repeating: "\u{301}", count: 100)
    #expect(tower.count == 1)
    #expect(readBack(HeaderField("Subject", try HeaderText(tower))) == tower)
  }

  /// Python shows a space in front of what begins on the second line.
  @Test(arguments: 0...100) func noLineEndsAtTheColon(marks: Int) throws {
    let field = HeaderField("Subject", try HeaderText("👩" + String(repeating: "\u{200D}", count: marks) + " and more"))
    let lines = String(decoding: field.bytes, as: UTF8.self).split(separator: "\r\n")
    #expect(lines[0].hasPrefix("Subject: =?utf-8?"))
    #expect(lines.allSatisfy { $0.utf8.count <= 76 })
    #expect(readBack(field) == "👩" + String(repeating: "\u{200D}", count: marks) + " and more")
  }

  @Test func aWordTooLongForALineIsEncoded() throws {
    let word = String(repeating: "x", count: 5000)
    #expect(readBack(HeaderField("Subject", try HeaderText(word))) == word)
  }

  @Test(arguments: ["\r\nBcc: a@b.c", "a\nb", "\u{0}", "a\tb", "a\u{7F}", "\u{85}b", "a\u{2028}b", "a\u{1}b"])
  func controlCharactersAreRefused(text: String) throws {
    let scalar = try #require(text.unicodeScalars.first { $0.properties.generalCategory != .lowercaseLetter })
    #expect(throws: HeaderFault(kind: .controlCharacter(scalar), text: text)) { try HeaderText(text) }
  }

  @Test(arguments: ["", " ", "   ", "\u{A0}"])
  func blankTextIsRefused(text: String) {
    #expect(throws: HeaderFault(kind: .blank, text: text)) { try HeaderText(text) }
  }

  @Test func anyTextReadsBackScalarForScalar() throws {
    let seed = UInt64.random(in: .min ... .max)
    print("anyTextReadsBackScalarForScalar: seed \(seed)")
    var random = SeededNumbers(seed: seed)
    for _ in 0..<500 {
      let text = random.text(maxPieces: 40)
      guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { continue }
      let read = readBack(HeaderField("Subject", try HeaderText(text)))
      try #require(read.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars), "seed \(seed)")
    }
  }
}
