/// The HTML of one of the site's own templates.
package struct TemplateMarkup: Sendable {
  package let tags: [MarkupTag]
  private let source: TemplateSource

  init(_ source: TemplateSource) {
    self.source = source
    tags = MarkupScanner(Array(source.text.utf8), isTemplate: true).tags
  }

  /// An error at a byte of the template.
  package func fault(at offset: Int, _ sentence: String) -> TemplateError { source.fault(at: offset, sentence) }
}

extension TemplateSet {
  /// What some templates use, with all that they include.
  package struct Use {
    /// The names of the templates: those that were asked for and those that they include.
    package fileprivate(set) var templates: Set<String> = []
    /// What they show or ask for, as it is written without transforms: `note`, `site.url`.
    package fileprivate(set) var values: Set<String> = []
  }

  package func use(of names: [String]) -> Use {
    var use = Use()
    for name in names { add(name, to: &use) }
    return use
  }

  /// The site's own HTML templates among those of that name, in their order.
  package func markup(of names: Set<String>) -> [TemplateMarkup] {
    names.sorted().compactMap { name in
      sources[name].flatMap { $0.isHTML ? TemplateMarkup($0) : nil }
    }
  }

  /// Whether the site has a template of its own by this name.
  package func isOwn(_ name: String) -> Bool { sources[name] != nil }

  private func add(_ name: String, to use: inout Use) {
    guard use.templates.insert(name).inserted, let template = library[name] else { return }
    add(template.nodes, to: &use)
  }

  private func add(_ nodes: [CompiledTemplate.Node], to use: inout Use) {
    for node in nodes {
      switch node {
      case .text: break
      case .value(let tag): add(tag, to: &use)
      case .section(let tag, let inner), .inverted(let tag, let inner):
        add(tag, to: &use)
        add(inner, to: &use)
      case .block(_, _, let inner): add(inner, to: &use)
      case .partial(let name, _, let blocks):
        add(name, to: &use)
        for inner in blocks.values { add(inner, to: &use) }
      }
    }
  }

  private func add(_ tag: Tag, to use: inout Use) {
    guard case .path(let names) = tag.wanted else { return }
    use.values.insert(names.joined(separator: "."))
  }
}

extension TemplateSet {
  /// The path of the site's own template that does not show a value which the built-in one of its name shows; nil if none
  /// has lost it.
  package func pathOfLost(_ value: String, in use: Use) -> String? {
    let own = use.templates.filter(isOwn).sorted()
    let lost = own.first { name in
      Self.builtIn(name).map { $0.contains("{{{\(value)}}}") || $0.contains("{{\(value)}}") } ?? false
    }
    return (lost ?? own.first).flatMap { sources[$0]?.path }
  }
}
