internal import Languages
internal import Synchronization

/// A template as read once for a language.
struct ReadTemplate: Sendable {
  /// Nil if it has faults.
  let compiled: CompiledTemplate?
  let partials: [(name: String, offset: Int)]
  let faults: [TemplateError]

  init(_ source: TemplateSource, language: Language) {
    let read = TemplateReader(source, language: language)
    compiled = read.faults.isEmpty ? CompiledTemplate(read.pieces) : nil
    partials = read.partials
    faults = read.faults
  }

  /// A built-in template. It is kept for the life of the process, because every set of templates needs it: that of pages and
  /// that of each theme.
  static func builtIn(_ name: String, language: Language) -> ReadTemplate {
    guard language.own.isEmpty else { return ReadTemplate(TemplateSet.builtInSource(name), language: language) }
    let key = Key(name: name, language: language.tag)
    if let known = known.withLock({ $0[key] }) { return known }
    let read = ReadTemplate(TemplateSet.builtInSource(name), language: language)
    known.withLock { $0[key] = read }
    return read
  }

  private struct Key: Hashable {
    let name: String
    let language: String
  }

  private static let known = Mutex<[Key: ReadTemplate]>([:])
}
