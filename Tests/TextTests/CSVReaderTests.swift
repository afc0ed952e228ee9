@testable import Text
import Testing

@Suite struct CSVReaderTests {
  @Test(arguments: [
    ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
    ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
    ("\u{FEFF}a,b\rc,d", [["a", "b"], ["c", "d"]]),
    ("a;b\nc;d", [["a", "b"], ["c", "d"]]),
    ("a\tb,c\nd\te", [["a\tb", "c"], ["d\te"]]),
    ("\"x,\"\"y\"\"\",\"two\nlines\"\n", [["x,\"y\"", "two\nlines"]]),
    ("a,\n,b\n\n\n", [["a", ""], ["", "b"]]),
    ("", []),
    ("sep=;\r\na;b,c\r\nd;e\r\n", [["a", "b,c"], ["d", "e"]]),
    ("\"sep=|\"\na|b\n", [["a", "b"]]),
    ("\"a;b\",c\nd,e", [["a;b", "c"], ["d", "e"]]),
    ("a\tb\tc,d\ne\tf\tg", [["a", "b", "c,d"], ["e", "f", "g"]]),
    ("a,b\n,\n,,,\nc,d\n", [["a", "b"], ["c", "d"]]),
    ("O\"Brien,6\"\n", [["O\"Brien", "6\""]]),
  ])
  func rowsAreThoseOfRFC4180(_ text: String, _ rows: [[String]]) throws {
    #expect(try CSVReader(Array(text.utf8)).map { try $0.get().fields } == rows)
  }

  @Test func aFaultNamesItsLineAndTheRestIsStillRead() {
    let text = "email,digest\nann@x.org,\"weekly\nbob@x.org,weekly\n\"c\"d,e\neve@x.org,daily\n"
    let results = Array(CSVReader(Array(text.utf8)))
    let sentence = "a quoted field is not closed; double a quote inside a quoted field"
    #expect(
      results == [
        .success(.init(line: 1, fields: ["email", "digest"])),
        .failure(.init(line: 2, sentence: sentence)),
        .success(.init(line: 3, fields: ["bob@x.org", "weekly"])),
        .failure(.init(line: 4, sentence: sentence)),
        .success(.init(line: 5, fields: ["eve@x.org", "daily"])),
      ])
  }

  @Test func anOpenQuoteCostsOneLine() {
    let results = Array(CSVReader(Array("a,\"b\nc,d\n".utf8)))
    #expect(
      results == [
        .failure(
          .init(line: 1, sentence: "a quoted field is not closed; double a quote inside a quoted field")),
        .success(.init(line: 2, fields: ["c", "d"])),
      ])
  }

  @Test func rowsThatAreNotUTF8AreReadAsWindows1252() throws {
    let rows = try CSVReader([0x61, 0x2C, 0x4A, 0xF6, 0x80, 0x0A, 0x62, 0x0A, 0xC3, 0xB6]).map { try $0.get() }
    #expect(
      rows == [
        .init(line: 1, fields: ["a", "Jö€"], isWindows1252: true), .init(line: 2, fields: ["b"]),
        .init(line: 3, fields: ["ö"]),
      ])
  }

  @Test(arguments: [[0x61, 0x2C, 0x81, 0x0A, 0x62], [0xEF, 0xBB, 0xBF, 0x61, 0x2C, 0xF6, 0x0A, 0x62]] as [[UInt8]])
  func bytesThatAreNotTextAreAFault(_ bytes: [UInt8]) {
    let results = Array(CSVReader(bytes))
    #expect(results.first == .failure(.init(line: 1, sentence: "this is not UTF-8; save the file as UTF-8")))
    #expect(results.last == .success(.init(line: 2, fields: ["b"])))
  }

  @Test(arguments: [1, 2, 3, 7])
  func piecesOfAnySizeGiveTheSameRows(_ size: Int) throws {
    let text = "name,email\r\n\"Jörg 😀, \"\"x\"\"\",\"two\r\nlines\"\r\n\r\nz,\"open\na,b\n"
    for bytes in [Array(text.utf8), Self.utf16(text)] {
      var rest = bytes[...]
      let pieces = CSVReader {
        defer { rest = rest.dropFirst(size) }
        return Array(rest.prefix(size))
      }
      #expect(Array(pieces) == Array(CSVReader(bytes)))
      #expect(Array(CSVReader(bytes)).count == 4)
    }
  }

  private static func utf16(_ text: String) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  @Test func writtenJSONReadsBack() throws {
    let fields = ["a,b", "say \"hi\"", "two\r\nlines", "", "plain", "ünï", "a;b"]
    #expect(try CSVReader(Array(csvLine(fields).utf8)).map { try $0.get().fields } == [fields])
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+x", "'+x"), ("-", "'-"), ("@SUM(1)", "'@SUM(1)"), ("＝1", "'＝1"), ("'=1", "''=1"),
    ("''+", "'''+"), ("'plain", "'plain"), ("'", "'"), ("a=b", "a=b"),
  ])
  func aFormulaIsGuardedAndTheGuardComesOffExactly(_ field: String, _ written: String) {
    #expect(csvLine([field]) == written + "\r\n")
    #expect(unguarded(written) == field)
  }

  @Test(arguments: [
    ("+4917@x.org", "+4917@x.org"), ("-bob@x.org", "-bob@x.org"), ("'-bob@x.org", "''-bob@x.org"),
    ("=cmd|'/c!a0@x.org", "'=cmd|'/c!a0@x.org"), ("o'hara@x.org", "o'hara@x.org"),
  ])
  func anAddressIsTheSameToEveryProgramUnlessItActs(_ address: String, _ written: String) {
    #expect(csvLine([address], address: 0) == written + "\r\n")
    #expect(unguarded(written) == address)
  }
}

extension CSVReader {
  /// The whole file in one piece.
  fileprivate init(_ bytes: [UInt8]) {
    var rest = bytes
    self.init {
      defer { rest = [] }
      return rest
    }
  }
}
