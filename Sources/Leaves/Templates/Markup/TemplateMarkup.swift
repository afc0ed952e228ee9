/// The HTML of one of the site's own templates.
package struct TemplateMarkup: Sendable {
  package let tags: [MarkupTag]
  private let open: OpenMarkup?
  private let source: TemplateSource

  init(_ source: TemplateSource) {
    self.source = source
    let scanner = MarkupScanner(Array(source.text.utf8), isTemplate: true)
    tags = scanner.tags
    open = scanner.open
  }

  /// The error in markup that does not end; nil if everything does.
  package var openMarkup: TemplateError? {
    open.map {
      fault(at: $0.offset, "\($0.what) does not end, so browsers would show nothing of the page after it; end it")
    }
  }

  /// An error at a byte of the template.
  package func fault(at offset: Int, _ sentence: String) -> TemplateError { source.fault(at: offset, sentence) }
}

extension TemplateSet {
  /// Everything that a set of templates uses, including their partials.
  package struct Use {
    /// The names of the templates: the given ones and all that they include.
    package fileprivate(set) var templates: Set<String> = []
    /// The values they show or test, as written, without transforms: `note`, `site.url`.
    package fileprivate(set) var values: Set<String> = []
  }

  package func use(of names: [String]) -> Use {
    var use = Use()
    for name in names { add(name, to: &use) }
    return use
  }

  /// The site's own HTML templates among these names, in alphabetical order.
  package func markup(of names: Set<String>) -> [TemplateMarkup] {
    names.sorted().compactMap { name in
      sources[name].flatMap { $0.isHTML ? TemplateMarkup($0) : nil }
    }
  }

  /// Whether the site has templates of its own.
  package var hasOwn: Bool { !sources.isEmpty }

  /// Whether the site has its own template of this name.
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
  /// The path of one of the site's own templates that does not show a value shown by the built-in template of its name;
  /// nil if there is none.
  ///
  /// - Parameter root: the template that `use` belongs to. It is the one if no other is.
  package func pathOfLost(_ value: String, in use: Use, of root: String) -> String? {
    let own = use.templates.filter(isOwn).sorted()
    let lost = own.first { name in Self.builtIn(name).map { shows(value, $0) } ?? false && !shows(value, text(of: name))
    }
    let candidates = [lost, own.first { $0 == root }, own.first]
    return candidates.compactMap { $0 }.first.flatMap { sources[$0]?.path }
  }

  /// An error where one of the site's own templates shows a value; without one, at the template that could.
  package func place(of value: String, from root: String, _ sentence: String) -> TemplateError {
    let use = use(of: [root])
    for name in use.templates.sorted() {
      guard let source = sources[name], let place = source.text.firstRange(of: "{{\(value)}}") else { continue }
      let offset = source.text.utf8.distance(from: source.text.startIndex, to: place.lowerBound)
      return source.fault(at: offset, sentence)
    }
    return lost(value, from: root, sentence)
  }

  /// An error in the template that should show a value and does not.
  package func lost(_ value: String, from root: String, _ sentence: String) -> TemplateError {
    let path = pathOfLost(value, in: use(of: [root]), of: root) ?? Self.builtInPrefix + root
    return TemplateError(name: root, path: path, line: 1, column: nil, sentence: sentence)
  }

  /// The text of a template, the site's own or the built-in one.
  package func text(_ name: String) -> String? { sources[name]?.text ?? Self.builtIn(name) }

  private func text(of name: String) -> String { sources[name]?.text ?? "" }

  private func shows(_ value: String, _ text: String) -> Bool {
    text.contains("{{{\(value)}}}") || text.contains("{{\(value)}}")
  }
}
