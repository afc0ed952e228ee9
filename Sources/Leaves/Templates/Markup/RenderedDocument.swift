internal import Synchronization

/// A rendered document, with the template that each part of it comes from.
package struct RenderedDocument: Sendable {
  /// Name of the template that was rendered.
  let name: String
  let bytes: [UInt8]
  /// Ascending, the first at 0.
  let origins: [Origin]

  struct Origin: Sendable {
    let offset: Int
    let template: String
  }

  /// The template that produced the byte.
  func template(at offset: Int) -> String { origins.last { $0.offset <= offset }?.template ?? name }

  /// How many bytes the template produced itself, without its partials.
  func length(of template: String) -> Int {
    let ends = origins.dropFirst().map(\.offset) + [bytes.count]
    return zip(origins, ends).reduce(0) { $0 + ($1.0.template == template ? $1.1 - $1.0.offset : 0) }
  }

  /// All templates involved, in the order of their first byte.
  var templates: [String] {
    var seen = Set<String>()
    return origins.map(\.template).filter { seen.insert($0).inserted }
  }
}

/// Checks every document rendered with a set of templates, and keeps the findings about the site's own ones.
package final class DocumentWitness: Sendable {
  private let found = Mutex<[TemplateError]>([])
  /// The size limit, in bytes, of a document rendered from specimens, by the name of its template.
  private let most: [String: Int]

  /// The names of the values of each rendered template; nil if nobody asks.
  private let values: NotedValues?

  /// - Parameter notesValues: whether the names of values are collected, which takes time.
  package init(most: [String: Int] = [:], notesValues: Bool = false) {
    self.most = most
    values = notesValues ? NotedValues() : nil
  }

  /// The names of the values of each rendered template, for example `article.title`; those of lists without brackets.
  package var valueNames: [String: Set<String>] { values?.names.withLock { $0 } ?? [:] }

  func note(_ value: TemplateValue, of template: String) {
    values?.names.withLock { value.addNames(to: &$0[template, default: []], below: "") }
  }

  /// Each finding once, however many documents have it, in the order of files and lines.
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
      + "articles are shortened or omitted; make it shorter"
    return TemplateError(name: source.name, path: source.path, line: 1, column: nil, sentence: sentence)
  }
}

private final class NotedValues: Sendable {
  let names = Mutex<[String: Set<String>]>([:])
}

extension TemplateValue {
  fileprivate func addNames(to names: inout Set<String>, below path: String) {
    switch self {
    case .record(let record):
      for (name, value) in record.pairs {
        names.insert(path + name)
        value.addNames(to: &names, below: path + name + ".")
      }
    case .list(let list): for value in list { value.addNames(to: &names, below: path) }
    case .text, .words, .html, .number, .flag, .absent: break
    }
  }
}
