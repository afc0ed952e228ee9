internal import Model
internal import Pages
internal import Presentation
internal import Press
internal import Templates
internal import Themes

/// Checks that the site's own note is shown wherever the built-in templates show it.
extension SiteCheck {
  var lostNotes: [Finding] {
    lostNotes("note.html", of: opened.templates, from: Self.pages + otherTemplates)
      + opened.themes.sorted { $0.key < $1.key }.flatMap { _, theme in
        lostNotes("note.html", of: theme.templates, from: ["digest.html"])
          + lostNotes("note.text", of: theme.templates, from: ["digest.text"])
      }
  }

  /// Templates of whole pages, each of which includes the footer with the note.
  static let pages = [
    "index.html", "article.html", "topics.html", "topic.html", "articles.html", "year.html", "feeds.html", "feed.html",
    "archive-index.html", "archive.html",
  ]

  /// Those that only some sites have.
  var otherTemplates: [String] {
    (site.standing.isEmpty ? [] : ["standing-page.html"]) + opened.templates.own(in: PageLayout.folder)
  }

  private func lostNotes(_ note: String, of templates: TemplateSet, from roots: [String]) -> [Finding] {
    // A note that cannot be rendered is reported as the template's fault.
    guard templates.isOwn(note), (try? site.note(note, from: templates))?.isEmpty == false else { return [] }
    return roots.compactMap { root in
      let use = templates.use(of: [root])
      guard !use.values.contains("note"), let path = templates.pathOfLost("note", in: use, of: root) else { return nil }
      let sentence = "does not contain `{{{note}}}`, so templates/\(note) does not appear; add it, or empty the note"
      return Finding(path, sentence, weight: .warning)
    }
  }
}
