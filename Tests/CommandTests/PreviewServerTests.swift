import CourantTesting
import Foundation
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// `courant preview weekly --serve 0`, as an author's browser sees it.
@Suite struct PreviewServerTests {
  private func get(_ url: String) throws -> String {
    String(decoding: try Data(contentsOf: #require(URL(string: url))), as: UTF8.self)
  }

  /// Asks until the answer is as wanted, at most ten seconds.
  private func await(_ body: () throws -> Bool) throws {
    for _ in 0..<500 {
      if try body() { return }
      usleep(20_000)
    }
    Issue.record("it never came")
  }

  @Test func aChangedTemplateShowsAtOnceAndCtrlCEndsIt() throws {
    let press = try PressRoom(readers: 1)
    let process = try CourantProcess(
      ["preview", "weekly", "--serve", "0", "--now", "2026-11-22T12:00:00Z", "--site", press.site.path])
    var ended = false
    defer { if !ended { process.kill() } }
    try self.await { process.said.hasSuffix("/\n") }
    let url = process.said.trimmingCharacters(in: .newlines)
    #expect(try get(url).contains("<iframe sandbox width=\"375\" src=\"/mail.html\""))
    #expect(try get(url + "mail.html").contains("About a"))
    #expect(try get(url + "dark.html").contains("@media all"))
    let version = try get(url + "version")

    try press.site.folder.write("<p>A new note.</p>", to: "templates/note.html")
    try self.await { try get(url + "version") != version }
    #expect(try get(url + "mail.html").contains("A new note."))
    try press.site.folder.write("{{#sections}}", to: "templates/digest.html")
    try self.await { try get(url).contains("templates/digest.html:") }

    let port = try #require(url.split(separator: ":").last?.dropLast())
    let taken = try press.command("preview", "weekly", "--serve", String(port))
    #expect(taken.code == 75)
    kill(process.pid, SIGINT)
    ended = true
    #expect(process.wait().code == 0)
  }
}
