internal import Synchronization

/// A rendered document, and which template each part of it comes from.
package struct RenderedDocument: Sendable {
  /// Of the template that was asked for.
  let name: String
  let bytes: [UInt8]
  /// In order, the first at 0.
  let origins: [Origin]

  struct Origin: Sendable {
    let offset: Int
    let template: String
  }

  /// The template that brought the byte.
  func template(at offset: Int) -> String { origins.last { $0.offset <= offset }?.template ?? name }

  /// How many bytes the template brought itself, without what it includes.
  func length(of template: String) -> Int {
    let ends = origins.dropFirst().map(\.offset) + [bytes.count]
    return zip(origins, ends).reduce(0) { $0 + ($1.0.template == template ? $1.1 - $1.0.offset : 0) }
  }

  /// All that took part, in the order in which they came.
  var templates: [String] {
    var seen = Set<String>()
    return origins.map(\.template).filter { seen.insert($0).inserted }
  }
}

/// Looks at every document that is rendered with a set of templates, and keeps what is odd about the site's own.
package final class DocumentWitness: Sendable {
  private let found = Mutex<[TemplateError]>([])
  /// By the name of a template, of how many bytes what it makes of a specimen may be.
  private let most: [String: Int]

  package init(most: [String: Int] = [:]) { self.most = most }

  /// Each once, however many documents show it, in the order of files and lines.
  package var findings: [TemplateError] {
    let all = found.withLock { found in
      Set(found).sorted { ($0.path, $0.line, $0.sentence) < ($1.path, $1.line, $1.sentence) }
    }
    var seen = Set<String>()
    return all.filter { error in
      // The first word of the sentence is the element.
      let element = error.sentence.prefix { $0 != " " }
      return seen.insert("\(error.path):\(error.line):\(error.column ?? 0) \(element)").inserted
    }
  }

  func see(_ document: RenderedDocument, of templates: TemplateSet) {
    let unbalanced = ElementBalance(document.bytes).fault.flatMap { templates.blame(for: $0, in: document) }
    let errors = [unbalanced, length(of: document, templates)].compactMap(\.self)
    if !errors.isEmpty { found.withLock { $0 += errors } }
  }

  private func length(of document: RenderedDocument, _ templates: TemplateSet) -> TemplateError? {
    guard let most = most[document.name], document.bytes.count > most,
      let longest = document.templates.filter(templates.isOwn).max(by: {
        document.length(of: $0) < document.length(of: $1)
      }),
      let source = templates.sources[longest]
    else { return nil }
    let sentence =
      "makes \(document.name) \(document.length(of: longest)) bytes longer, and at most \(most) are left for it: "
      + "articles are cut back or left out; make it shorter"
    return TemplateError(name: source.name, path: source.path, line: 1, column: nil, sentence: sentence)
  }
}
