internal import Templates

/// Where the templates of emails, or of an issue's page, show complete bodies.
struct ShownBodies {
  /// Whether any template uses `body_text`, which takes time to create.
  let asText: Bool
  private let inLead: Bool
  private let inOthers: Bool

  init(_ templates: TemplateSet) {
    let roots = ["digest.html", "archive.html"]
    asText = templates.show(
      "body_text", in: roots + ["digest.text", "mail-lead.html", "mail-article.html", "mail-article.text"])
    inLead = templates.show("body", in: roots + ["mail-lead.html"])
    inOthers = templates.show("body", in: roots + ["mail-article.html"])
  }

  func inHTML(isLead: Bool) -> Bool { isLead ? inLead : inOthers }
}

extension TemplateSet {
  fileprivate func show(_ name: String, in roots: [String]) -> Bool {
    use(of: roots).values.contains { $0 == name || $0.hasSuffix("." + name) }
  }
}
