import FeedReading
import Testing

/// A document has room for 200,000 tags in the texts of its items.
@Suite struct TagRoomTests {
  @Test(arguments: ["<p>", "</x>", "<x/>", "<!---->", "< ", "&&&&", "&x;&x;&x;&x;", "&#;&#;&#;&#;"])
  func anItemWithTooManyTagsIsNotRead(_ markup: String) throws {
    let feed = try read((0..<7).map { _ in repeated(markup, 33_000) } + [repeated(markup, 100)])
    #expect(feed.items.map(\.id) == ["0", "1", "2", "3", "4", "5", "7"])
    #expect(!feed.isComplete)
    let sentence = "its items have more than 200,000 HTML tags in total; “Item 6” is left out"
    #expect(feed.remarks.map(\.sentence) == [sentence])
  }

  @Test func thoseThatFitAreReadInOrder() throws {
    let feed = try read([90_000, 90_000, 30_000, 20_000, 1].map { repeated("<p>", $0) })
    #expect(feed.items.map(\.id) == ["0", "1", "3"])
    #expect(feed.remarks.first?.sentence.hasSuffix("“Item 2” and 1 more are left out") == true)
  }

  @Test(arguments: ["&#1076;", "&nbsp;", "word ", "&#x41;"])
  func referencesAndTextTakeLittleRoom(_ text: String) throws {
    let feed = try read([repeated(text, 120_000)])
    #expect(feed.items.count == 1)
    #expect(feed.isComplete)
  }

  @Test func plainTextTakesNone() throws {
    let text = repeated("a < b & ", 120_000)
    let json =
      #"{"version": "https://jsonfeed.org/version/1.1", "title": "t", "items": [{"id": "1", "content_text": "\#(text)"}]}"#
    #expect(try readFeed(Array(json.utf8), FeedContext()).items.count == 1)
  }

  private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  private func read(_ texts: [String]) throws -> FeedDocument {
    let items = texts.enumerated().map { place, text in
      """
      <item><title>Item \(place)</title><guid>\(place)</guid><link>https://example.org/\(place)</link>
      <pubDate>Mon, 23 Nov 2026 05:00:00 GMT</pubDate><description><![CDATA[\(text)]]></description></item>
      """
    }
    let text = "<rss version='2.0'><channel><title>t</title>\(items.joined())</channel></rss>"
    return try readFeed(Array(text.utf8), FeedContext())
  }
}
