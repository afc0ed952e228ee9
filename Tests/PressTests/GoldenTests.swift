import Foundation
import Testing

/// Whole sites in, exact files and mails out. A new case is a new folder in `Tests/Golden`.
///
/// `COURANT_GOLDEN=write` makes the actual output the expectation; then review the changes in git.
@Suite struct GoldenTests {
  @Test(arguments: GoldenCase.all)
  func aSiteProducesExactlyTheseFilesAndMessages(_ golden: GoldenCase) throws {
    let produced = try golden.produce()
    if ProcessInfo.processInfo.environment["COURANT_GOLDEN"] == "write" { try golden.write(produced) }
    let expected = try golden.expected()
    for path in Set(produced.keys).union(expected.keys).sorted() {
      let difference = firstDifference(of: produced[path], from: expected[path])
      #expect(difference == nil, "\(golden.testDescription)/\(path)")
    }
    #expect(produced["public/index.html"] != nil)
  }

  @Test func theCasesAreFound() {
    #expect(GoldenCase.all.count >= 5)
  }
}

/// The first line that is not as expected; nil if there is none.
private func firstDifference(of found: Data?, from expected: Data?) -> String? {
  guard let expected else { return "this file is not expected" }
  guard let found else { return "this file is missing" }
  if found == expected { return nil }
  let (foundLines, expectedLines) = (lines(found), lines(expected))
  let number = zip(foundLines, expectedLines).prefix { $0 == $1 }.count
  func line(_ lines: [String]) -> String { number < lines.count ? lines[number].debugDescription : "no line" }
  return "line \(number + 1) is \(line(foundLines)), not \(line(expectedLines))"
}

/// By line feed; a carriage return before it is part of the line.
private func lines(_ data: Data) -> [String] {
  data.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
}
