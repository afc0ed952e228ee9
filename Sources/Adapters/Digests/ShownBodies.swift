internal import Model
internal import Templates

/// Where the templates of emails, or of an issue's page, show complete bodies.
struct ShownBodies {
  let shape: Digest.Shape
  /// Whether any template uses `body_text`, which takes time to create.
  let asText: Bool
  private let inLead: Bool
  private let inOthers: Bool

  init(_ templates: TemplateSet, _ shape: Digest.Shape) {
    self.shape = shape
    let roots = ["digest.html", "archive.html"]
    let lead = shape.htmlTemplate(isLead: true)
    let other = shape.htmlTemplate(isLead: false)
    asText = templates.show("body_text", in: roots + ["digest.text", lead, other, shape.textTemplate])
    inLead = templates.show("body", in: roots + [lead])
    inOthers = templates.show("body", in: roots + [other])
  }

  func inHTML(isLead: Bool) -> Bool { isLead ? inLead : inOthers }
}

extension TemplateSet {
  fileprivate func show(_ name: String, in roots: [String]) -> Bool {
    use(of: roots).values.contains { $0 == name || $0.hasSuffix("." + name) }
  }
}
