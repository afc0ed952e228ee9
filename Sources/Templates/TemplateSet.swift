package import Languages
internal import Mustache

/// The templates of a site: ours, and in their place those of the same name that the site brings.
///
/// Strict: a name, partial or transform that does not exist is an error that says which and where; it never renders
/// as nothing.
package struct TemplateSet: Sendable {
  private var library = MustacheLibrary()
  private var tags: [String: Tag] = [:]
  private let language: Language
  /// The paths of templates that nothing uses: no built-in has the name and no template includes them. In order.
  package private(set) var unused: [String] = []

  /// The style sheet of pages: the site's own `style.css`, or ours.
  package let style: String

  /// Not a template: nothing in it is filled in.
  package static let styleName = "style.css"

  /// A template file: its name (`digest.html`), its path for messages, and what is in it.
  package typealias File = (name: String, path: String, text: String)

  /// - Parameter overrides: the site's own, which outweigh all others.
  /// - Parameter theme: those of a theme, which outweigh the built-in ones.
  /// - Parameter language: whose words `{{word.KEY}}` means.
  package init(
    overrides: [File] = [], theme: [File] = [], language: Language = .english
  ) throws(TemplateErrors) {
    self.language = language
    style = overrides.first { $0.name == Self.styleName }?.text ?? Self.builtInStyle
    let names = Set(overrides.map(\.name))
    let own = (overrides.filter { $0.name != Self.styleName } + theme.filter { !names.contains($0.name) })
      .map { TemplateSource(name: $0.name, path: $0.path, text: $0.text) }
    let ownNames = Set(own.map(\.name))
    let sources = own + Self.builtInNames.filter { !ownNames.contains($0) }.map(Self.builtInSource)
    var faults = own.filter { TemplateSource.ending(of: $0.name) == nil }
      .map { $0.fault(at: 0, "the name of a template ends in .html or .text.") }
    var partials = PartialGraph()
    for (index, source) in sources.enumerated() {
      let prepared = PreparedTemplate(source, keyPrefix: "v\(index)", language: language)
      faults += prepared.faults + register(prepared, of: source)
      partials.add(prepared.partials, of: source)
    }
    faults += partials.faults
    guard faults.isEmpty else { throw TemplateErrors(all: faults) }
    let used = partials.included.union(Self.builtInNames)
    unused = own.filter { !used.contains($0.name) }.map(\.path).sorted()
  }

  /// Renders the template of that name, HTML or plain text by its ending.
  package func render(_ name: String, _ value: TemplateValue) throws(TemplateError) -> String {
    guard let template = library.getTemplate(named: name) else {
      throw TemplateError(name: name, path: name, line: 1, column: nil, sentence: "there is no such template.")
    }
    return try render(template, value, tags)
  }

  /// Renders a template that stands in a setting, as plain text.
  ///
  /// - Parameter place: what messages call it, such as `subject of digest.weekly`.
  package func renderText(
    _ template: String, from place: String, _ value: TemplateValue
  ) throws(TemplateError) -> String {
    let source = TemplateSource(name: place, path: place, text: template)
    let prepared = PreparedTemplate(source, keyPrefix: "inline", language: language)
    let unknown = prepared.partials.filter { library.getTemplate(named: $0.name) == nil }
    if let fault = prepared.faults.first
      ?? unknown.first.map({ source.fault(at: $0.offset, "there is no partial `\($0.name)`.") })
    {
      throw fault
    }
    return try render(Self.parse(prepared, source), value, tags.merging(prepared.tags) { $1 })
  }
}

extension TemplateSet {
  private func render(
    _ template: MustacheTemplate, _ value: TemplateValue, _ tags: [String: Tag]
  ) throws(TemplateError) -> String {
    let reading = Reading(tags: tags)
    let text = template.render(Frame(value: value, isRoot: true, reading: reading), library: library)
    if let fault = reading.faults.first { throw fault }
    return text
  }

  private mutating func register(_ prepared: PreparedTemplate, of source: TemplateSource) -> [TemplateError] {
    guard prepared.faults.isEmpty else { return [] }
    do throws(TemplateError) {
      library.register(try Self.parse(prepared, source), named: source.name)
      tags.merge(prepared.tags) { $1 }
      return []
    } catch {
      return [error]
    }
  }

  /// The library counts columns in the prepared text, which is not what the author sees; its lines are right.
  private static func parse(
    _ prepared: PreparedTemplate, _ source: TemplateSource
  ) throws(TemplateError) -> MustacheTemplate {
    do {
      return try MustacheTemplate(string: prepared.text)
    } catch {
      let parserError = error as? MustacheTemplate.ParserError
      throw TemplateError(
        name: source.name, path: source.path, line: parserError?.context.lineNumber ?? 1, column: nil,
        sentence: "the template cannot be read (\(parserError?.error ?? error)).")
    }
  }
}
