import CourantTesting
import Foundation
import Testing

/// What operators did on the command line is recorded and can be listed.
@Suite struct AuditTests {
  private struct Report: Decodable {
    struct Act: Decodable {
      let act: String
      let kind: String
      let name: String?
      let reader: Int?
      let before: String?
      let after: String?
      let place: String
      let who: String
    }

    let acts: [Act]
  }

  private let press: PressRoom
  private let now = "2026-11-23T08:00:00Z"

  init() throws {
    press = try PressRoom(readers: 2)
    _ = try press.run("2026-11-22T12:00:00Z")
    _ = try press.run("2026-11-23T07:00:05Z")
  }

  private func perform(_ words: String...) throws {
    let end = try CourantProcess(words + ["--now", now, "--site", press.site.path]).wait()
    #expect(end.code == 0, "\(words): \(end)")
  }

  /// Oldest first, without the import that set up the site.
  private func acts() throws -> [Report.Act] {
    let output = try press.command("audit", "--json").output
    return try JSONDecoder().decode(Report.self, from: Data(output.utf8)).acts.reversed().dropFirst(2).map(\.self)
  }

  @Test func eachCommandThatChangesSomethingIsRecordedWithBeforeAndAfter() throws {
    try perform("subscribers", "add", "new@example.org", "--digest", "weekly", "--confirmed")
    try perform("change", "new@example.org", "newer@example.com")
    try perform("subscribers", "remove", "newer@example.com", "--digest", "weekly")
    try perform("subscribers", "remove", "newer@example.com")
    try perform("subscribers", "forget", "newer@example.com")
    try perform("resend", "weekly#1")
    try perform("cancel", "weekly#1")
    let lines = try acts().map { act in
      [act.act, act.kind, act.name ?? "", act.before ?? "", act.after ?? ""].joined(separator: " | ")
    }
    #expect(
      lines == [
        "add | reader | n…@e…e.org | unknown | weekly confirmed",
        "change | reader | n…@e…e.com | n…@e…e.org | n…@e…e.com",
        "end | reader | n…@e…e.com | weekly confirmed | weekly ended",
        "suppress | reader | n…@e…e.com | weekly ended | weekly ended; suppressed (operator)",
        "forget | reader | n…@e…e.com | known | forgotten, suppressed",
        "resend | issue | weekly#1 |  | 0 queued again",
        "cancel | issue | weekly#1 | frozen | cancelled; 0 unsent",
      ])
    #expect(Set(try acts().compactMap(\.reader)).count == 1)
    #expect(try Set(acts().map(\.place)) == ["shell"])
    #expect(try acts().allSatisfy { !$0.who.isEmpty })
  }

  @Test func nothingIsRecordedOfWhatWasRefused() throws {
    let words = ["subscribers", "remove", "who@example.org", "--digest", "weekly", "--site", press.site.path]
    #expect(try CourantProcess(words).wait().code == 64)
    #expect(try acts().isEmpty)
  }

  @Test func anImportIsRecordedWhenItBeginsAndWhenItEnds() throws {
    let output = try press.command("audit", "--json").output
    let all = try JSONDecoder().decode(Report.self, from: Data(output.utf8)).acts
    #expect(all.map(\.act) == ["import", "import"])
    #expect(all.map(\.after) == ["2 added", "begun"])
  }

  @Test func noAddressOfAReaderStaysInTheRecord() throws {
    try perform("subscribers", "add", "erased@example.org", "--digest", "weekly", "--confirmed")
    try perform("subscribers", "forget", "erased@example.org")
    let files = try FileManager.default.contentsOfDirectory(atPath: press.site.path + "/var")
    for file in files { #expect(press.site.folder.text("var/" + file)?.contains("erased@") != true, "\(file)") }
    #expect(try press.command("audit").output.contains("add reader 3 (e…@e…e.org)"))
  }
}
