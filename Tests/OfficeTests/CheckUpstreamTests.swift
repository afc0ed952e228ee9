import CourantTesting
import Couriers
import Foundation
import LedgerSQL
import Model
import Office
import Press
import Testing
import Time

/// The findings of `courant check` about sources that are read over the network, without fetching them.
@Suite struct CheckUpstreamTests {
  /// The findings about a source with these lines.
  private func findings(_ lines: String, _ files: [String: String] = [:]) throws -> [String] {
    let site = try SampleSite()
    let settings = site.folder.text("schedule.conf") ?? ""
    let source = "\n[sources.journal]\nurl = \"https://journal.example/feed\"\n\(lines)\n"
    try site.folder.write(settings + source, to: "schedule.conf")
    try site.article("a", dated: "2026-11-20", topics: ["a"], more: ["summary: S"])
    for (path, text) in files {
      try site.folder.write(text, to: path)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: site.path + "/" + path)
    }
    let opened = try OpenedSite(folder: site.path)
    let press = PressRun(
      opened, ledger: try SQLLedger(inMemory: ()), now: .at("2026-11-29T12:00:00Z"), courier: { RecordingCourier() })
    return try SiteCheck(opened, press: press, readers: try SQLLedger(inMemory: ())).findings().map(\.description)
      .filter { !$0.contains("which is an example") }
  }

  @Test func aSoundSourceHasNothingToSay() throws {
    let lines = "user = \"ann\"\npassword_file = \"secret\"\nca_file = \"ca.pem\""
    #expect(try findings(lines, ["secret": "x", "ca.pem": "x"]) == [])
  }

  @Test func filesThatAreMissingAreNamed() throws {
    #expect(
      try findings("user = \"ann\"\npassword_file = \"secret\"\nca_file = \"ca.pem\"") == [
        "ca.pem: cannot be read, but `ca_file` of source `journal` names it; create it",
        "secret: there is no such file, but `password_file` in schedule.conf names it; create it",
      ])
  }
}
