import CourantTesting
import MIME
import Testing

/// Another mail program reads any text unchanged.
struct PythonReadingTests {
  @Test func anyTextReadsBackInPython() throws {
    let seed = UInt64.random(in: .min ... .max)
    print("anyTextReadsBackInPython: seed \(seed)")
    var random = SeededNumbers(seed: seed)
    let letters = try (0..<300).map { _ in try Letter(&random) }
    let read = try PythonReader.read(letters.map(\.bytes))
    try #require(read.count == letters.count)
    for (letter, found) in zip(letters, read) {
      try #require(found.differences(from: letter.expected) == [], "seed \(seed)")
    }
  }

  /// Every value of a type can be written; text that cannot be written has no value.
  @Test func unencodableTextIsRefusedAndAllOtherTextReadsBack() throws {
    let seed = UInt64.random(in: .min ... .max)
    print("unencodableTextIsRefusedAndAllOtherTextReadsBack: seed \(seed)")
    var random = SeededNumbers(seed: seed)
    for _ in 0..<1000 {
      let text = random.text(maxPieces: 12, lineEnds: true)
      let isUnfit =
        text.unicodeScalars.contains { $0.properties.generalCategory == .control }
        || text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
      switch Result(catching: { () throws(HeaderFault) in HeaderField("Subject", try HeaderText(text)) }) {
      case .success(let field):
        let read = readBack(field).map { Array($0.unicodeScalars) }
        try #require(!isUnfit && read == Array(text.unicodeScalars), "seed \(seed)")
      case .failure(let fault): try #require(isUnfit && fault.text == text, "seed \(seed)")
      }
    }
  }
}

/// A message of random text, and its expected content.
private struct Letter {
  let bytes: [UInt8]
  let expected: ReadMail

  init(_ random: inout SeededNumbers) throws {
    let (subject, sender, list) = (random.line(), random.name(), random.name())
    let (text, html) = (random.body(), random.body())
    let value = random.text(maxPieces: 3)
    let parts = MultipartAlternative(
      text: EncodedBody([.text(text), .blank(0), .text(html)]), html: EncodedBody([.text(html)]),
      boundary: try Boundary("b"))
    let fields = [
      HeaderField("From", try HeaderMailbox(name: sender, address: "news@example.org")),
      HeaderField("Subject", try HeaderText(subject)),
      HeaderField("List-Id", try HeaderListID(title: list, identifier: "weekly.example.org")),
      HeaderField("MIME-Version", try HeaderTokens("1.0")), HeaderField("Content-Type", parts.contentType),
    ]
    var bytes = fields.flatMap(\.bytes) + [0x0D, 0x0A]
    parts.append(to: &bytes, text: { _ in value }, html: { _ in value })
    self.bytes = bytes
    let whole = [text, value, html].map { String(decoding: withCRLF($0), as: UTF8.self) }
    expected = ReadMail(
      subject: subject, sender: sender, address: "news@example.org", list: list, text: whole.joined(), html: whole[2])
  }
}

extension SeededNumbers {
  /// With something to read in it.
  fileprivate mutating func line() -> String {
    let text = text(maxPieces: 40)
    return text.unicodeScalars.allSatisfy(\.properties.isWhitespace) ? "x" : text
  }

  /// Names have no white space at their ends.
  fileprivate mutating func name() -> String { "N" + text(maxPieces: 12) + "e" }

  fileprivate mutating func body() -> String { text(maxPieces: 60, lineEnds: true) }
}
