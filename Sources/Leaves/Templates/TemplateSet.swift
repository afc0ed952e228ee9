package import Languages

/// The templates of a site: the built-in ones, except where the site has a template of the same name.
///
/// Strict: a name, partial or transform that does not exist is an error with its name and position; it
/// never renders as nothing.
package struct TemplateSet: Sendable {
  var library: [String: CompiledTemplate] = [:]
  private let language: Language
  /// The site's own templates, by name.
  private(set) var sources: [String: TemplateSource] = [:]
  /// Checks every rendered document, if set.
  private(set) var witness: DocumentWitness?
  /// The paths of the site's unused templates, sorted: no template includes them, and nothing is made of them.
  package private(set) var unused: [String] = []

  /// The site's own templates in a folder below that of the others, such as `layouts/`, sorted.
  package func own(in folder: String) -> [String] { sources.keys.filter { $0.hasPrefix(folder + "/") }.sorted() }

  /// The style sheet of pages without its colours: the site's own `style.css`, or the built-in one.
  package let style: String
  /// The colours of pages, as a style sheet; those in the site's own `style.css` take precedence.
  package var colours = ""

  /// Not a template: it is used unchanged.
  package static let styleName = "style.css"

  /// A template file: its name (`digest.html`), its path for messages, and its content.
  package typealias File = (name: String, path: String, text: String)

  /// - Parameter overrides: the site's own templates, which take precedence over all others.
  /// - Parameter theme: the templates of a theme, which take precedence over the built-in ones.
  /// - Parameter language: the language of `{{word.KEY}}`.
  package init(
    overrides: [File] = [], theme: [File] = [], language: Language = .english
  ) throws(TemplateErrors) {
    self.language = language
    style = overrides.first { $0.name == Self.styleName }?.text ?? Self.builtInStyle
    let names = Set(overrides.map(\.name))
    let own = (overrides.filter { $0.name != Self.styleName } + theme.filter { !names.contains($0.name) })
      .map { TemplateSource(name: $0.name, path: $0.path, text: $0.text) }
    let ownNames = Set(own.map(\.name))
    var faults = own.filter { TemplateSource.ending(of: $0.name) == nil }
      .map { $0.fault(at: 0, "the name of a template must end in .html or .text") }
    var partials = PartialGraph()
    for source in own { add(ReadTemplate(source, language: language), of: source, &partials, &faults) }
    for name in Self.builtInNames where !ownNames.contains(name) {
      let read = ReadTemplate.builtIn(name, language: language)
      add(read, of: Self.builtInSource(name), &partials, &faults)
    }
    faults += partials.faults
    guard faults.isEmpty else { throw TemplateErrors(all: faults) }
    for source in own where !source.path.hasPrefix(Self.builtInPrefix) { self.sources[source.name] = source }
    let used = partials.included.union(Self.builtInNames).subtracting(Self.retired.subtracting(partials.included))
    // Articles and pages name their layouts.
    unused = own.filter { !used.contains($0.name) && !$0.name.contains("/") && !$0.path.hasPrefix(Self.builtInPrefix) }
      .map(\.path).sorted()
  }

  private mutating func add(
    _ read: ReadTemplate, of source: TemplateSource, _ partials: inout PartialGraph, _ faults: inout [TemplateError]
  ) {
    faults += read.faults
    library[source.name] = read.compiled
    partials.add(read.partials, of: source)
  }

  /// Renders the template of that name, as HTML or plain text depending on its extension.
  package func render(_ name: String, _ value: TemplateValue) throws(TemplateError) -> String {
    String(decoding: try bytes(name, value), as: UTF8.self)
  }

  /// The result of ``render(_:_:)``, as UTF-8.
  package func bytes(_ name: String, _ value: TemplateValue) throws(TemplateError) -> [UInt8] {
    guard let template = library[name] else {
      throw TemplateError(name: name, path: name, line: 1, column: nil, sentence: "there is no such template")
    }
    return try bytes(template, value, named: name)
  }

  /// Renders a template that is the value of a setting, as plain text.
  ///
  /// - Parameter place: its name in messages, for example `subject of digest.weekly`.
  package func renderText(
    _ template: String, from place: String, _ value: TemplateValue
  ) throws(TemplateError) -> String {
    let source = TemplateSource(name: place, path: place, text: template)
    let read = TemplateReader(source, language: language)
    let unknown = read.partials.filter { library[$0.name] == nil }
    if let fault = read.faults.first
      ?? unknown.first.map({ source.fault(at: $0.offset, "there is no partial `\($0.name)`") })
    {
      throw fault
    }
    return String(decoding: try bytes(CompiledTemplate(read.pieces), value), as: UTF8.self)
  }

  private func bytes(
    _ template: CompiledTemplate, _ value: TemplateValue, named name: String? = nil
  ) throws(TemplateError) -> [UInt8] {
    var rendering = Rendering(value, library: library)
    if let name, let witness {
      rendering.trace(from: name)
      witness.note(value, of: name)
    }
    try rendering.render(template.nodes)
    if let name, let witness, name.hasSuffix(".html") {
      witness.see(RenderedDocument(name: name, bytes: rendering.bytes, origins: rendering.origins), of: self)
    }
    return rendering.bytes
  }

  /// The same set; `witness` checks each document rendered with it.
  package func witnessed(by witness: DocumentWitness) -> TemplateSet {
    var set = self
    set.witness = witness
    return set
  }
}
