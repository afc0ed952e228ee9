"""The same feed by Python's feedgen, for bench-publish.py: bench-feedgen.py rss|atom ITEMS.jsonl OUT"""

import json
import sys

from feedgen.feed import FeedGenerator

format, items, out = sys.argv[1:4]
feed = FeedGenerator()
feed.id("https://example.org/")
feed.title("Bench & Feed")
feed.link(href="https://example.org/", rel="alternate")
feed.link(href=f"https://example.org/feed.{format}", rel="self")
feed.description("Ten thousand items")
feed.language("en")
last = ""
for line in open(items, encoding="utf-8"):
    item = json.loads(line)
    last = max(last, item["updated"])
    entry = feed.add_entry(order="append")
    entry.title(item["title"])
    entry.link(href=item["link"], rel="alternate")
    entry.guid(item["guid"], permalink=False)
    entry.published(item["date"])
    entry.updated(item["updated"])
    entry.author({"name": item["author"]})
    entry.category([{"term": label} for label in item["categories"]])
    entry.description(item["summary"], isSummary=True)
    entry.content(item["content"], type="html")
feed.updated(last)
(feed.rss_file if format == "rss" else feed.atom_file)(out)
