import CourantTesting
import Model
import Testing

@testable import Web

/// The page where a reader combines several feeds (F 6).
struct OwnFeedPageTests {
  private let room: Room

  init() throws { room = try Room() }

  @Test func tickedFeedsBecomeOneAddress() async {
    let empty = await room.get("/feeds/of/")
    #expect(empty.status == 200)
    #expect(empty.text.contains("<form method=\"get\" action=\"/feeds/of/\""))
    #expect(empty.text.matches(of: /type="checkbox" name="feed" value="[a-z]+"/).count == 3)
    #expect(!empty.text.contains("/feeds/of/headache"))
    let page = await room.get("/feeds/of/?feed=ms&feed=headache&feed=nosuch&show=yes")
    for name in ["rss.xml", "atom.xml", "feed.json"] {
      #expect(page.text.contains("href=\"https://news.example.org/feeds/of/headache+ms/\(name)\""))
    }
    #expect(page.text.matches(of: /value="[a-z]+" checked/).count == 2)
    #expect(await room.get("/feeds/of").status == 200)
    #expect(await room.post("/feeds/of/", [("feed", "ms")]).status == 405)
  }
}
