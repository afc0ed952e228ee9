// bench-feeds rss|atom|json ITEMS.jsonl OUT: the renderer of feeds alone, over articles from JSON lines, one at a time
// (Tools/bench-publish.py). The file is read twice: the head of a feed says when anything in it last changed.

import Foundation
import Model
import Syndication
import Time

let words = CommandLine.arguments
guard words.count == 4, let format = Feed.Format(rawValue: words[1]) else {
  print("usage: bench-feeds rss|atom|json ITEMS.jsonl OUT")
  exit(64)
}

var site = Site(title: "Bench & Feed", url: "https://example.org", language: "en", zone: .utc, publisher: "")
site.tagPrefix = "tag:example.org,"
let feed = Feed(name: Feed.Name("all")!, title: "Bench & Feed", description: "Ten thousand items")
site.feeds = [feed]

var lines = try JSONLines(path: words[2], prefix: "tag:example.org,")
guard let file = fopen(words[3], "w") else {
  print("\(words[3]) cannot be written")
  exit(73)
}
try FeedRenderer(site: site, feed: feed).render(
  format, FeedFrame(.subscription(previous: nil), lastChange: lines.lastChange()), articles: { lines.next() },
  to: { _ = fwrite($0, 1, $0.count, file) })
fclose(file)
