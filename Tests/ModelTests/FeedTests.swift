import Testing

@testable import Model

@Suite struct FeedTests {
  @Test func aTopicsFeedIsNextToItsPageAndCannotBeFollowedByName() {
    let feed = Feed(of: Topic("C++ & co"), description: "")
    #expect(feed.folder == TopicSlug("c++-&-co").folder)
    #expect(feed.path(.rss) == feed.folder + "rss.xml")
    #expect(Feed.Name(feed.name.text) == nil)
    #expect(feed.topics.matches([Topic("c++–&–CO")]))
    #expect(!feed.topics.matches([Topic("c")]))
  }

  @Test func aFeedIsInTheFolderOfItsName() throws {
    let feed = Feed(name: try #require(Feed.Name("ms")), title: "MS", description: "", limit: 20)
    #expect(feed.path(.json) == "feeds/ms/feed.json")
    #expect(feed.archive == 20)
  }
}
