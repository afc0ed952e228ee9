/// The graph of which template includes which. Every included template must exist, and none may include itself, even
/// indirectly: rendering would never end.
struct PartialGraph {
  private var sources: [TemplateSource] = []
  private var edges: [String: [(name: String, offset: Int)]] = [:]

  mutating func add(_ partials: [(name: String, offset: Int)], of source: TemplateSource) {
    sources.append(source)
    edges[source.name] = partials
  }

  /// The names of all included templates.
  var included: Set<String> { Set(edges.values.joined().map(\.name)) }

  var faults: [TemplateError] {
    sources.flatMap { source in
      (edges[source.name] ?? []).compactMap { partial in
        if edges[partial.name] == nil {
          return source.fault(at: partial.offset, "there is no partial `\(partial.name)`")
        }
        guard reach(from: partial.name).contains(source.name) else { return nil }
        let sentence = "`\(partial.name)` includes `\(source.name)`, without end; remove one of the two"
        return source.fault(at: partial.offset, sentence)
      }
    }
  }

  private func reach(from name: String) -> Set<String> {
    var reached = Set([name])
    var waiting = [name]
    while let next = waiting.popLast() {
      for partial in edges[next] ?? [] where reached.insert(partial.name).inserted { waiting.append(partial.name) }
    }
    return reached
  }
}
