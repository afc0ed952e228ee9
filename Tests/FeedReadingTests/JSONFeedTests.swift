import FeedReading
import Foundation
import Testing
import Time

@Suite struct JSONFeedTests {
  private func items(_ text: String) throws -> [FeedItem] { try feed("{\"items\":[\(text)]}").items }

  @Test func everyMemberIsRead() throws {
    let found = try #require(
      try items(
        """
        {"id": 12, "url": "/a", "title": "A &amp; <b>", "content_html": "<p>x</p>", "summary": "s",
         "date_published": "2026-03-02T10:00:00+01:00", "date_modified": "2026-03-03T10:00:00Z", "image": "i.png",
         "authors": [{"name": "Ann", "url": "https://ann.example/"}], "tags": ["a", "b"],
         "attachments": [{"url": "f.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 5}]}
        """
      ).first)
    #expect(found.id == "12")
    #expect(found.link == "https://feeds.example/a")
    #expect(found.title == "A & <b>")
    #expect(found.body?.value == "<p>x</p>")
    #expect(found.summary?.text == "s")
    #expect(found.published?.rfc3339 == "2026-03-02T09:00:00Z")
    #expect(found.updated?.rfc3339 == "2026-03-03T10:00:00Z")
    #expect(found.image == "https://feeds.example/i.png")
    #expect(found.authors == [FeedAuthor(name: "Ann", address: "https://ann.example/")])
    #expect(found.categories == ["a", "b"])
    #expect(found.enclosures.map(\.address) == ["https://feeds.example/f.mp3"])
  }

  @Test(
    arguments: [
      ("{\"id\":\"a\\u00e9\\ud834\\udd1e\\ud800x\"}", "aé𝄞\u{FFFD}x"), ("{\"id\":1.5}", "1.5"), ("{\"id\":null}", nil),
      ("{\"id\":[1]}", nil), ("{\"id\":\"a\",\"id\":\"b\"}", "a"), ("{\"x\":{\"id\":1},\"id\":\"y\",}", "y"),
    ] as [(String, String?)])
  func idsAreReadAsTheyAre(_ text: String, _ id: String?) throws {
    #expect(try items(text).first?.id == id)
  }

  @Test func theOldAuthorIsAnAuthor() throws {
    #expect(try items("{\"id\":1,\"author\":{\"name\":\"Ann\"}}").first?.authors == [FeedAuthor(name: "Ann")])
  }

  @Test func epochDatesAreRead() throws {
    #expect(
      try items("{\"id\":1,\"date_published\":1767331445000}").first?.published?.rfc3339 == "2026-01-02T05:24:05Z")
  }

  // MARK: - Writing

  private func written(_ text: String) throws -> [String: Any] {
    var bytes: [UInt8] = []
    try feed(text).writeJSON { bytes += $0 }
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test func aFeedIsWrittenAsJSONFeed() throws {
    let text =
      "<rss><channel><title>T</title><item><guid>g</guid><title>A</title><description>&lt;p onclick='x'&gt;b"
      + "&lt;script&gt;x&lt;/script&gt;&lt;/p&gt;</description><category>c</category><author>a@b.example (Ann)</author>"
      + "<pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate></item></channel></rss>"
    let object = try written(text)
    #expect(object["version"] as? String == "https://jsonfeed.org/version/1.1")
    #expect(object["title"] as? String == "T")
    let item = try #require((object["items"] as? [[String: Any]])?.first)
    #expect(item["id"] as? String == "g")
    #expect(item["content_html"] as? String == "<p>b</p>\n")
    #expect(item["date_published"] as? String == "2026-03-02T10:00:00Z")
    #expect(item["tags"] as? [String] == ["c"])
    #expect(item["authors"] as? [[String: String]] == [["name": "Ann"]])
  }

  @Test func anItemAlwaysHasAnIDAndContent() throws {
    let object = try written("<rss><channel><item/><item><link>https://a.example/1</link></item></channel></rss>")
    let items = try #require(object["items"] as? [[String: Any]])
    #expect(items.map { $0["id"] as? String } == ["1", "https://a.example/1"])
    #expect(items.allSatisfy { $0["content_text"] as? String == "" })
  }
}
