@testable import CSV
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
    ("\"\"", [[""]]),
    ("", []),
  ])
  func rowsAreThoseOfRFC4180(_ text: String, _ rows: [[String]]) throws {
    #expect(try CSVReader(Array(text.utf8)).map { try $0.get().fields } == rows)
  }

  @Test func aFaultNamesItsLineAndTheRestIsStillRead() {
    let text = "email,digest\nann@x.org,\"weekly\nbob@x.org,weekly\n\"c\"d,e\neve@x.org,daily\n"
    let results = Array(CSVReader(Array(text.utf8)))
    let sentence = "a quoted field is not closed; a quote inside a quoted field is written twice"
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
          .init(line: 1, sentence: "a quoted field is not closed; a quote inside a quoted field is written twice")),
        .success(.init(line: 2, fields: ["c", "d"])),
      ])
  }

  @Test func bytesThatAreNotUTF8AreAFault() {
    let results = Array(CSVReader([0x61, 0x2C, 0xFF, 0x0A, 0x62]))
    #expect(results.first == .failure(.init(line: 1, sentence: "the text is not UTF-8; save the file as UTF-8")))
    #expect(results.last == .success(.init(line: 2, fields: ["b"])))
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let fields = ["a,b", "say \"hi\"", "two\r\nlines", "", "plain", "ünï"]
    #expect(try CSVReader(Array(csvLine(fields).utf8)).map { try $0.get().fields } == [fields])
    #expect(csvLine(["=1+1", "x"]) == "'=1+1,x\r\n")
  }
}
