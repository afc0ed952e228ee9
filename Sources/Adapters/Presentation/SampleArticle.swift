package import Model
package import Time

/// An article to look at in a template, of one kind that articles may have. Never published.
package struct SampleArticle: Sendable {
  /// Of its page: a–z and dashes.
  package let name: String
  /// The feature that it shows.
  package let kind: String
  package let article: Article

  /// The picture that samples show, relative to `public/`.
  package static let picturePath = "samples/picture.svg"

  /// A file that samples attach.
  package static func attachment(on site: Site) -> Attachment {
    Attachment(url: site.address("samples/programme.pdf"), length: 1_200_000)
  }

  /// One article of every kind, newest first.
  package static func all(on site: Site, at now: Instant) -> [SampleArticle] {
    let drafts = [
      everything, long, urgent, withImage, withAudio, withTable, markup, corrected, rightToLeft, longTitle, elsewhere,
      short,
    ]
    return drafts.enumerated().map { place, make in
      make(SampleDraft(site: site, published: now - .seconds(86_400 * Int64(place) + 3_600)))
    }
  }
}

/// What all samples begin with.
private struct SampleDraft {
  let site: Site
  let published: Instant

  func article(_ name: String, _ title: String) -> Article {
    let page = "articles/sample-\(name)/"
    var article = Article(
      id: .init("sample-" + name), title: title, published: published, link: site.address(page),
      page: page + "index.html")
    article.topics = [Topic("sample topic")]
    article.minutes = 2
    return article
  }

  var picture: String { site.address(SampleArticle.picturePath) }
}

private func everything(_ draft: SampleDraft) -> SampleArticle {
  var article = draft.article("everything", "A sample article with every field that authors can fill in")
  article.topics = ["sample topic", "another topic", "a third topic"].map { Topic($0) }
  article.summary = "The key takeaway: the news in one or two sentences."
  article.body = paragraph + "<h2 id=\"what-it-means-for-you\">What it means for you</h2>" + paragraph
  article.credibility = Rating(tenths: 45)
  article.credibilityReason = "A trial with a control group, and many people."
  article.interest = Rating(tenths: 40)
  article.testedIn = .people
  article.shortTitle = "Every field"
  article.minutes = 4
  article.means = "What the finding means for readers, in a sentence or two."
  article.mind = "What readers should keep in mind: who was not studied, and what is not known yet."
  article.questions = ["Is this true of me?", "What would change if I waited?"]
  article.authors = draft.site.authors.isEmpty ? ["Ann Archer", "Ben Baker"] : draft.site.authors.prefix(2).map(\.name)
  article.citation = .init(
    title: "The title of the paper", journal: "The Journal", doi: "10.1000/xyz", url: "https://example.org/paper",
    published: "2026")
  article.image = .init(url: draft.picture, alt: "A sample picture")
  article.attachments = [SampleArticle.attachment(on: draft.site)]
  return SampleArticle(name: "everything", kind: "With every field", article: article)
}

private func long(_ draft: SampleDraft) -> SampleArticle {
  var article = draft.article("long", "A long sample article")
  article.summary = "It has parts, a table of contents, and takes ten minutes to read."
  article.minutes = 10
  article.body = (1...6).map { number in
    "<h2 id=\"part-\(number)\">Part \(number)</h2>" + String(repeating: paragraph, count: 4)
  }.joined()
  return SampleArticle(name: "long", kind: "Long", article: article)
}

private func urgent(_ draft: SampleDraft) -> SampleArticle {
  var article = draft.article("urgent", "An urgent sample article")
  article.summary = "It begins with what readers must know at once."
  article.body =
    Article.urgentStart + "><p>Do not stop taking it; ask your doctor today.</p>\n</blockquote>\n" + paragraph
  return SampleArticle(name: "urgent", kind: "Urgent", article: article)
}

private func withImage(_ draft: SampleDraft) -> SampleArticle {
  var article = draft.article("image", "A sample article with images")
  article.summary = "One image above the text, and one within it."
  article.image = .init(url: draft.picture, alt: "A sample picture")
  article.body =
    paragraph + "<p><img src=\"\(draft.picture)\" alt=\"A sample picture in the text\"></p>" + paragraph
  return SampleArticle(name: "image", kind: "With images", article: article)
}

private func withAudio(_ draft: SampleDraft) -> SampleArticle {
  var article = draft.article("audio", "A sample article to listen to")
  article.summary = "It has a recording and its transcript."
  article.audio = .init(url: draft.site.address("samples/recording.mp3"))
  article.audio?.transcript = draft.site.address("samples/recording.vtt")
  article.body = paragraph
  return SampleArticle(name: "audio", kind: "With audio and a transcript", article: article)
}

private func withTable(_ draft: SampleDraft) -> SampleArticle {
  var article = draft.article("table", "A sample article with a table")
  article.summary = "Five columns, which are wider than a phone."
  let head = ["Group", "People", "Before", "After", "Difference"].map { "<th>\($0)</th>" }.joined()
  let rows = (1...4).map {
    "<tr><td>Group \($0)</td><td>\($0 * 120)</td><td>5.\($0)</td><td>4.\($0)</td><td>−1.0</td></tr>"
  }
  article.body =
    paragraph + "<table><thead><tr>\(head)</tr></thead><tbody>\(rows.joined())</tbody></table>" + paragraph
  return SampleArticle(name: "table", kind: "With a table", article: article)
}

private func markup(_ draft: SampleDraft) -> SampleArticle {
  var article = draft.article("markup", "A sample article with lists, a quotation and code")
  article.summary = "Everything that Markdown can do."
  article.body = """
    <h2 id="lists">Lists</h2><ul><li>One</li><li>Two<ul><li>Within it</li></ul></li></ul><ol><li>First</li><li>Second</li></ol>
    <h3 id="words">Words</h3><p><strong>Strong</strong>, <em>emphasised</em>, <code>code</code>, <del>deleted</del>, \
    <a href="\(draft.site.url)/">a link</a>.</p><blockquote><p>A quotation.</p></blockquote>
    <pre><code>let code = "in a block that may be wider than the screen of a phone, so it must not push the page apart"
    </code></pre><hr>
    """ + paragraph
  return SampleArticle(name: "markup", kind: "With lists, a quotation and code", article: article)
}

private func corrected(_ draft: SampleDraft) -> SampleArticle {
  var article = draft.article("corrected", "A sample article that was corrected")
  article.summary = "It says below what changed, and when."
  article.updated = draft.published + .seconds(7_200)
  article.changes = [.init(date: "2026-11-23", what: "The number of people was 120, not 210.")]
  article.body = paragraph
  return SampleArticle(name: "corrected", kind: "Corrected", article: article)
}

private func rightToLeft(_ draft: SampleDraft) -> SampleArticle {
  var article = draft.article("right-to-left", "مقال تجريبي عن MOGAD في عام 2026")
  article.language = draft.site.language == "ar" ? nil : "ar"
  article.summary = "هذا ملخص قصير للمقال، وفيه كلمات مثل MRI وأرقام مثل 2026."
  article.body = "<p>هذا نص تجريبي يُقرأ من اليمين إلى اليسار، وفيه English words وأرقام مثل 12.5.</p>"
  return SampleArticle(name: "right-to-left", kind: "With a right-to-left title", article: article)
}

private func longTitle(_ draft: SampleDraft) -> SampleArticle {
  let title =
    "A sample article whose title is as long as those of papers, with words such as "
    + "hypophosphatemia and Donaudampfschifffahrtsgesellschaft in it"
  var article = draft.article("long-title", title)
  article.summary = "A long title, and no image."
  article.body = paragraph
  return SampleArticle(name: "long-title", kind: "With a long title", article: article)
}

private func elsewhere(_ draft: SampleDraft) -> SampleArticle {
  var article = draft.article("elsewhere", "A sample article from another site")
  article.summary = "It was published there first."
  article.link = "https://example.org/article"
  article.origin = .init(title: "The Journal", url: "https://example.org/")
  article.body = paragraph
  return SampleArticle(name: "elsewhere", kind: "From another site", article: article)
}

private func short(_ draft: SampleDraft) -> SampleArticle {
  var article = draft.article("short", "A short one")
  article.topics = []
  article.minutes = nil
  article.body = "<p>One sentence.</p>"
  article.summary = "One sentence."
  article.summaryIsExcerpt = true
  return SampleArticle(name: "short", kind: "Short", article: article)
}

private let paragraph = """
  <p>This paragraph is there to be looked at. It has <a href="https://example.org/">a link</a>, <strong>strong</strong> and \
  <em>emphasised</em> words, a number (1,234.5) and enough text for several lines on every screen, so that one can see how \
  long the lines are and how far they are apart.</p>

  """
