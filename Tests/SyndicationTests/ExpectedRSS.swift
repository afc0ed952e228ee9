extension ExpectedFeed {
  /// The feed of ``Samples`` with the rich article, then the hostile one.
  // swift-format-ignore
  static let rss = #"""
    <?xml version="1.0" encoding="UTF-8"?>
    <?xml-stylesheet type="text/css" href="../../feeds/feed.css"?>
    <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
      <channel>
        <title>MS &lt;news&gt;</title>
        <link>https://site.example/feeds/ms/</link>
        <description>What is new &amp; matters</description>
        <atom:link rel="self" type="application/rss+xml" href="https://site.example/feeds/ms/rss.xml"/>
        <language>en</language>
        <lastBuildDate>Thu, 12 Nov 2026 09:00:00 +0000</lastBuildDate>
        <generator>Courant</generator>
        <docs>https://www.rssboard.org/rss-specification</docs>
        <ttl>60</ttl>
        <item>
          <title>MOGAD: a &quot;new&quot; &lt;test&gt; &amp; its limits</title>
          <link>https://site.example/articles/mogad/?a=1&amp;b=2</link>
          <guid isPermaLink="false">tag:site.example,2026:articles/2026/mogad%20%C3%A9.md</guid>
          <pubDate>Mon, 09 Nov 2026 06:30:00 +0000</pubDate>
          <dc:creator>Ann O'Neil</dc:creator>
          <dc:creator>Zoë &amp; Co</dc:creator>
          <category domain="https://site.example/topics/">multiple sclerosis</category>
          <category domain="https://site.example/topics/">R&amp;D</category>
          <enclosure url="https://site.example/i.png" length="0" type="image/png"/>
          <description>Fewer than 5 &amp;lt; 6 &amp;amp; &amp;quot;good&amp;quot;.</description>
          <content:encoded>&lt;p&gt;&lt;strong&gt;Key takeaway:&lt;/strong&gt; Fewer than 5 &amp;lt; 6 &amp;amp; &amp;quot;good&amp;quot;.&lt;/p&gt;
    &lt;p&gt;Evidence: well supported&lt;/p&gt;
    &lt;p&gt;One &amp;amp; &lt;em&gt;two&lt;/em&gt;.&lt;/p&gt;
    &lt;img src=&quot;https://site.example/i.png&quot; alt=&quot;&quot; /&gt;
    &lt;p&gt;Source: &lt;a href=&quot;https://journal.example/?a=1&amp;amp;b=2&quot;&gt;A &amp;lt;trial&amp;gt;&lt;/a&gt;, &lt;em&gt;J &amp;amp; N&lt;/em&gt;, October 2026, DOI &lt;a href=&quot;https://doi.org/10.1000/x%281%29%3C2%3E&quot;&gt;10.1000/x(1)&amp;lt;2&amp;gt;&lt;/a&gt;&lt;/p&gt;
    </content:encoded>
          <atom:updated>2026-11-12T09:00:00Z</atom:updated>
          <media:content url="https://site.example/i.png" medium="image" type="image/png">
            <media:description type="plain">a brain</media:description>
          </media:content>
          <media:thumbnail url="https://site.example/i.png"/>
        </item>
        <item>
          <title>&lt;\#u{0301}b&gt;]]&gt;&amp;amp; \#u{1F468}\#u{200D}\#u{1F469}\#u{200D}\#u{1F467} \#u{202E}שלום\#u{202C} \#u{2028}&lt;script&gt;</title>
          <link>https://site.example/a/&quot;x'</link>
          <guid isPermaLink="false">tag:site.example,2026:articles/%3C%CC%81%26%5D%5D%3E</guid>
          <pubDate>Thu, 29 Feb 2024 23:59:59 +0000</pubDate>
          <description>&amp;lt;\#u{0301}b&amp;gt;]]&amp;gt;&amp;amp;amp; \#u{1F468}\#u{200D}\#u{1F469}\#u{200D}\#u{1F467} \#u{202E}שלום\#u{202C} \#u{2028}&amp;lt;script&amp;gt;</description>
          <content:encoded>&lt;p&gt;]]&amp;gt; &amp;lt;![CDATA[&lt;/p&gt;</content:encoded>
          <atom:updated>2024-02-29T23:59:59Z</atom:updated>
        </item>
      </channel>
    </rss>

    """#
}
