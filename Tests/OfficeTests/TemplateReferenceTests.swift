import CourantTesting
import Couriers
import Foundation
import LedgerSQL
import Model
import Office
import Press
import Testing
import Time

/// `docs/template-reference.md` and `templates/README.md` name what templates and themes may use.
@Suite struct TemplateReferenceTests {
  private func reference() throws -> TemplateReference {
    let site = try SampleSite()
    try site.folder.write("[\"Ann\"]\nrole = \"R\"\nurl = \"https://a.example/\"\n", to: "authors.toml")
    let opened = try OpenedSite(folder: site.path)
    let press = PressRun(
      opened, ledger: try SQLLedger(inMemory: ()), now: Instant.at("2026-11-29T12:00:00Z"),
      courier: { RecordingCourier() })
    return try TemplateReference(press, opened)
  }

  /// `COURANT_GOLDEN=write` writes it anew.
  @Test func theReferenceIsMadeFromTheCode() throws {
    let text = try reference().text
    let path = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/docs/template-reference.md"
    if ProcessInfo.processInfo.environment["COURANT_GOLDEN"] == "write" {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    } else {
      #expect(try repositoryText("docs/template-reference.md") == text)
    }
  }

  @Test func everyValueIsExplained() throws {
    let document = try repositoryText("templates/README.md")
    let explained = Set(document.matches(of: /`([a-z_]+)`/).map { String($0.output.1) })
    // Every combination is explained once: `title_dir`, `title_is_foreign`.
    let unexplained = try reference().words.subtracting(explained).filter {
      !$0.hasSuffix("_dir") && !$0.hasSuffix("_is_foreign")
    }
    #expect(unexplained.sorted() == [])
  }
}
