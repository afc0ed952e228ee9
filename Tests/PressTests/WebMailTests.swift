import CourantTesting
import Foundation
import LedgerSQL
import Model
import Press
import PressTesting
import Testing
import Time

/// What the table [web] changes in the emails of an issue: B 14, A 34.
@Suite struct WebMailTests {
  /// The email of an issue, with soft line breaks undone, and its reader's token.
  private func mail(_ settings: String) throws -> (parcel: Parcel, text: String, token: String) {
    let site = try SampleSite(mail: settings + "\n")
    try site.article("a", dated: "2026-11-20")
    let newsroom = try Newsroom(site)
    _ = try newsroom.run("2026-11-22T12:00:00Z")
    _ = try newsroom.run("2026-11-23T07:00:05Z")
    let token = try #require(try newsroom.ledger.addressee(mailbox("ann@example.org"), digest: "weekly")?.0.token)
    let parcel = try #require(newsroom.mails.first)
    return (parcel, String(decoding: parcel.message, as: UTF8.self).replacing("=\r\n", with: ""), token)
  }

  @Test func withItEachMailLeavesByOneClickAndLeadsToThePreferences() throws {
    let (parcel, text, token) = try mail("unsubscribe = \"leave@example.org\"\n[web]")
    // One https URL comes first, followed by the mailbox.
    #expect(
      parcel.field("List-Unsubscribe")
        == "<https://news.example.org/unsubscribe/\(token)>, <mailto:leave@example.org?subject=unsubscribe%20\(token)>")
    #expect(parcel.field("List-Unsubscribe-Post") == "List-Unsubscribe=One-Click")
    // Once in the text part and once in the HTML.
    #expect(text.ranges(of: "https://news.example.org/preferences/\(token)").count == 2)
    #expect(text.ranges(of: "https://news.example.org/unsubscribe/\(token)").count == 3)
  }

  @Test func withoutItThereIsOnlyTheMailbox() throws {
    let (parcel, text, token) = try mail("unsubscribe = \"leave@example.org\"")
    #expect(
      parcel.field("List-Unsubscribe") == "<mailto:leave@example.org?subject=unsubscribe%20\(token)>")
    #expect(parcel.field("List-Unsubscribe-Post") == nil)
    #expect(!text.contains("/preferences/"))
  }

  @Test func aPageOfOnesOwnIsLinkedInstead() throws {
    let (parcel, text, token) = try mail("one_click = \"https://go.example.org/out\"\n[web]")
    #expect(parcel.field("List-Unsubscribe")?.hasPrefix("<https://go.example.org/out/\(token)>, <mailto:") == true)
    #expect(text.ranges(of: "https://news.example.org/preferences/\(token)").count == 2)
  }
}
