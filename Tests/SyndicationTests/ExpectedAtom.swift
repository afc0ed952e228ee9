extension ExpectedFeed {
  /// The feed of ``Samples`` with the rich article, then the hostile one.
  // swift-format-ignore
  static let atom = #"""
    <?xml version="1.0" encoding="UTF-8"?>
    <?xml-stylesheet type="text/css" href="../../feeds/feed.css"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xmlns:media="http://search.yahoo.com/mrss/">
      <id>tag:site.example,2026:feeds/ms</id>
      <title type="text">MS &lt;news&gt;</title>
      <subtitle type="text">What is new &amp; matters</subtitle>
      <updated>2026-11-12T09:00:00Z</updated>
      <author>
        <name>Neurology &amp; more</name>
        <uri>https://site.example/</uri>
      </author>
      <link rel="self" type="application/atom+xml" href="https://site.example/feeds/ms/atom.xml"/>
      <link rel="alternate" type="text/html" href="https://site.example/feeds/ms/"/>
      <generator>Courant</generator>
      <entry>
        <id>tag:site.example,2026:articles/2026/mogad%20%C3%A9.md</id>
        <title type="text">MOGAD: a &quot;new&quot; &lt;test&gt; &amp; its limits</title>
        <link rel="alternate" type="text/html" href="https://site.example/articles/mogad/?a=1&amp;b=2"/>
        <link rel="enclosure" type="image/png" href="https://site.example/i.png"/>
        <published>2026-11-09T06:30:00Z</published>
        <updated>2026-11-12T09:00:00Z</updated>
        <author>
          <name>Ann O'Neil</name>
        </author>
        <author>
          <name>Zoë &amp; Co</name>
        </author>
        <category term="multiple sclerosis" scheme="https://site.example/topics/"/>
        <category term="R&amp;D" scheme="https://site.example/topics/"/>
        <summary type="text">Fewer than 5 &lt; 6 &amp; &quot;good&quot;.</summary>
        <content type="html">&lt;p&gt;&lt;strong&gt;Key takeaway:&lt;/strong&gt; Fewer than 5 &amp;lt; 6 &amp;amp; &amp;quot;good&amp;quot;.&lt;/p&gt;
    &lt;p&gt;Evidence: well supported&lt;/p&gt;
    &lt;p&gt;One &amp;amp; &lt;em&gt;two&lt;/em&gt;.&lt;/p&gt;
    &lt;img src=&quot;https://site.example/i.png&quot; alt=&quot;&quot; /&gt;
    &lt;p&gt;Source: &lt;a href=&quot;https://journal.example/?a=1&amp;amp;b=2&quot;&gt;A &amp;lt;trial&amp;gt;&lt;/a&gt;, &lt;em&gt;J &amp;amp; N&lt;/em&gt;, October 2026, DOI &lt;a href=&quot;https://doi.org/10.1000/x%281%29%3C2%3E&quot;&gt;10.1000/x(1)&amp;lt;2&amp;gt;&lt;/a&gt;&lt;/p&gt;
    </content>
        <media:content url="https://site.example/i.png" medium="image" type="image/png">
          <media:description type="plain">a brain</media:description>
        </media:content>
        <media:thumbnail url="https://site.example/i.png"/>
      </entry>
      <entry>
        <id>tag:site.example,2026:articles/%3C%CC%81%26%5D%5D%3E</id>
        <title type="text">&lt;\#u{0301}b&gt;]]&gt;&amp;amp; \#u{1F468}\#u{200D}\#u{1F469}\#u{200D}\#u{1F467} \#u{202E}שלום\#u{202C} \#u{2028}&lt;script&gt;</title>
        <link rel="alternate" type="text/html" href="https://site.example/a/&quot;x'"/>
        <published>2024-02-29T23:59:59Z</published>
        <updated>2024-02-29T23:59:59Z</updated>
        <content type="html">&lt;p&gt;]]&amp;gt; &amp;lt;![CDATA[&lt;/p&gt;</content>
      </entry>
    </feed>

    """#
}
