import Model
import Testing
import Time

@testable import Digests

struct SignUpWordsTests {
  private func words(
    _ language: String, _ own: [String: String] = [:], signedUp: String? = "2026-03-03T23:30:00Z"
  ) throws -> String {
    var site = try MessageSamples.site(zone: "Europe/Vienna")
    site.language = language
    site.words = own
    site.title = "R"
    let reader = Addressee(
      name: nil, address: try #require(EmailAddress("ann@example.org")), token: "t",
      signedUp: signedUp.flatMap { Instant(rfc3339: $0) })
    return SignUpWords(site: site, digest: "weekly").text(for: reader)
  }

  /// In Vienna it is already the next day.
  @Test(arguments: [
    ("en", "You signed up on 4 March 2026 with", "You signed up with"),
    ("de", "Angemeldet am 4. März 2026 mit", "Angemeldet mit"),
    ("fr", "Inscription le 4 mars 2026 avec l’adresse", "Inscription avec l’adresse"),
    ("es", "Se suscribió el 4 de marzo de 2026 con", "Se suscribió con"),
    ("ar", "اشتركتم في 4 مارس 2026 بالعنوان", "اشتركتم بالعنوان"),
    (
      "fa", "\u{2066}You signed up on \u{2068}4 مارس 2026\u{2069} with\u{2069}",
      "\u{2066}You signed up with\u{2069}"
    ),
  ])
  func theDateIsLeftOutIfItIsNotKnown(_ language: String, _ dated: String, _ undated: String) throws {
    #expect(try words(language) == dated)
    #expect(try words(language, signedUp: nil) == undated)
  }

  /// `reason` was there before sign-up dates; sites that have changed it keep their words.
  @Test func aSitesOwnReasonStays() throws {
    #expect(try words("en", ["reason": "You asked for {digest} of {site}:"]) == "You asked for Weekly of R:")
    #expect(try words("en", ["signed_up_on": "Since {date}:"]) == "Since 4 March 2026:")
    let long = "You asked for the \(String(repeating: "very ", count: 12)){digest} of {site}:"
    #expect(try words("en", ["reason": long]).split(separator: "\n").map(\.count) == [72, 17])
  }
}
