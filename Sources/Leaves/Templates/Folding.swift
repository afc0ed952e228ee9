extension TemplateSet {
  /// The same set, with `name` prepared for many renderings whose records share these values: the parts that depend on
  /// nothing else are rendered now. The results and errors of rendering stay the same.
  ///
  /// - Parameter values: fields of the outermost record, which may have more.
  package func prepared(_ name: String, for values: TemplateRecord) -> TemplateSet {
    // A witness must know which template each piece of the document comes from.
    guard let template = library[name], witness == nil else { return self }
    var prepared = self
    let folding = Folding(values: .record(values), library: library)
    prepared.library[name] = CompiledTemplate(nodes: folding.folded(template.nodes))
    return prepared
  }
}

/// Renders the parts of a template that need only some values of the outermost record.
private struct Folding {
  let values: TemplateValue
  let library: [String: CompiledTemplate]

  /// - Parameter nodes: outside any section, so that a name can only mean a field of the outermost record.
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
    // No template includes a folded one, so its blocks are never replaced.
    case .block(_, let indentation, let standard) where indentation.isEmpty: return folded(standard)
    case .partial(let name, let indentation, let blocks) where indentation.isEmpty && blocks.isEmpty:
      return library[name].map { folded($0.nodes) } ?? [node]
    default: return [rendered(node) ?? node]
    }
  }

  /// Nil if the node needs other values, or fails.
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
