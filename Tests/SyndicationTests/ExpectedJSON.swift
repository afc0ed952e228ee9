extension ExpectedFeed {
  /// The feed of ``Samples`` with the rich article, then the hostile one.
  // swift-format-ignore
  static let json = #"""
    {
      "version": "https://jsonfeed.org/version/1.1",
      "title": "MS <news>",
      "home_page_url": "https://site.example/feeds/ms/",
      "feed_url": "https://site.example/feeds/ms/feed.json",
      "description": "What is new & matters",
      "language": "en",
      "authors": [
        {
          "name": "Neurology & more",
          "url": "https://site.example/"
        }
      ],
      "items": [
        {
          "id": "tag:site.example,2026:articles/2026/mogad%20%C3%A9.md",
          "url": "https://site.example/articles/mogad/?a=1&b=2",
          "external_url": "https://journal.example/?a=1&b=2",
          "title": "MOGAD: a \"new\" <test> & its limits",
          "content_html": "<p><strong>Key takeaway:</strong> Fewer than 5 &lt; 6 &amp; &quot;good&quot;.</p>\n<p>Evidence: well supported</p>\n<p>One &amp; <em>two</em>.</p>\n<img src=\"https://site.example/i.png\" alt=\"\" />\n<p>Source: <a href=\"https://journal.example/?a=1&amp;b=2\">A &lt;trial&gt;</a>, <em>J &amp; N</em>, October 2026, DOI <a href=\"https://doi.org/10.1000/x%281%29%3C2%3E\">10.1000/x(1)&lt;2&gt;</a></p>\n",
          "summary": "Fewer than 5 < 6 & \"good\".",
          "image": "https://site.example/i.png",
          "date_published": "2026-11-09T06:30:00Z",
          "date_modified": "2026-11-12T09:00:00Z",
          "authors": [
            {
              "name": "Ann O'Neil"
            },
            {
              "name": "Zoë & Co"
            }
          ],
          "tags": [
            "multiple sclerosis",
            "R&D"
          ],
          "attachments": [
            {
              "url": "https://site.example/i.png",
              "mime_type": "image/png"
            }
          ],
          "_courant": {
            "takeaway": "Fewer than 5 < 6 & \"good\".",
            "credibility": 4.5,
            "evidence": "well_supported",
            "interest": 3,
            "source": {
              "title": "A <trial>",
              "journal": "J & N",
              "doi": "10.1000/x(1)<2>",
              "url": "https://journal.example/?a=1&b=2",
              "published": "2026-10"
            }
          }
        },
        {
          "id": "tag:site.example,2026:articles/%3C%CC%81%26%5D%5D%3E",
          "url": "https://site.example/a/\"x'",
          "title": "<\#u{0301}b>]]>&amp; \#u{1F468}\#u{200D}\#u{1F469}\#u{200D}\#u{1F467} \#u{202E}שלום\#u{202C} \u2028<script>",
          "content_html": "<p>]]&gt; &lt;![CDATA[</p>",
          "date_published": "2024-02-29T23:59:59Z",
          "date_modified": "2024-02-29T23:59:59Z"
        }
      ]
    }

    """#
}
