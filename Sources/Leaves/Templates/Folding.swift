extension TemplateSet {
  /// The same set, in which `name` is prepared for many renderings whose records all have these values: what depends on
  /// nothing else is rendered now. What a rendering gives, or throws, stays as it is.
  ///
  /// - Parameter values: of the outermost record; there are others beside them.
  package func prepared(_ name: String, for values: TemplateRecord) -> TemplateSet {
    // A witness wants to know which template a piece of the document comes from.
    guard let template = library[name], witness == nil else { return self }
    var prepared = self
    let folding = Folding(values: .record(values), library: library)
    prepared.library[name] = CompiledTemplate(nodes: folding.folded(template.nodes))
    return prepared
  }
}

/// Renders those parts of a template that need no more than some values of the outermost record.
private struct Folding {
  let values: TemplateValue
  let library: [String: CompiledTemplate]

  /// - Parameter nodes: in no section, so that a name can mean nothing but a field of the outermost record.
  func folded(_ nodes: [CompiledTemplate.Node]) -> [CompiledTemplate.Node] {
    var joined: [CompiledTemplate.Node] = []
    for node in nodes.flatMap({ folded($0) }) {
      if case .text(let text) = node, case .text(let before)? = joined.last {
        joined[joined.count - 1] = .text(before + text)
      } else {
        joined.append(node)
      }
    }
    return joined
  }

  private func folded(_ node: CompiledTemplate.Node) -> [CompiledTemplate.Node] {
    switch node {
    case .text: return [node]
    // Nobody includes what is folded, so nobody puts anything in the place of its blocks.
    case .block(_, let indentation, let standard) where indentation.isEmpty: return folded(standard)
    case .partial(let name, let indentation, let blocks) where indentation.isEmpty && blocks.isEmpty:
      return library[name].map { folded($0.nodes) } ?? [node]
    default: return [rendered(node) ?? node]
    }
  }

  /// Nil if it needs something else, or is faulty.
  private func rendered(_ node: CompiledTemplate.Node) -> CompiledTemplate.Node? {
    var rendering = Rendering(values, library: library)
    do throws(TemplateError) {
      try rendering.render([node])
    } catch {
      return nil
    }
    return .text(rendering.bytes)
  }
}
