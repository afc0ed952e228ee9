internal import Languages

/// A rendering in progress: the document so far, and the current position in the values.
struct Rendering {
  private let library: [String: CompiledTemplate]
  private(set) var bytes: [UInt8] = []
  private var scopes: [Scope]
  /// Added before each line of a partial.
  private var indentation: [UInt8] = []
  /// The replacements of blocks by including templates; the outermost wins.
  private var blocks: [String: [CompiledTemplate.Node]] = [:]

  /// The positions in the document where a template begins or continues, ascending; empty unless traced.
  private(set) var origins: [RenderedDocument.Origin] = []

  init(_ value: TemplateValue, library: [String: CompiledTemplate]) {
    self.library = library
    scopes = [Scope(value: value)]
    bytes.reserveCapacity(16_384)
  }

  /// Records ``origins`` from here on; `name` is the template being rendered.
  mutating func trace(from name: String) { origins = [.init(offset: 0, template: name)] }

  mutating func render(_ nodes: [CompiledTemplate.Node]) throws(TemplateError) {
    for node in nodes {
      switch node {
      case .text(let text): put(text)
      case .value(let tag): try put(tag)
      case .section(let tag, let nodes): try renderSection(tag, nodes)
      case .inverted(let tag, let nodes): if !(try value(of: tag)).isTruthy { try render(nodes) }
      case .block(let name, let indentation, let standard):
        guard let nodes = blocks[name] else {
          try render(standard)
          continue
        }
        try render(nodes, indentedBy: indentation)
      case .partial(let name, let indentation, let own):
        // Names were checked when the templates were read.
        guard let template = library[name] else { continue }
        let outer = own.isEmpty ? nil : blocks
        blocks.merge(own) { outer, _ in outer }
        let includer = origins.last?.template
        if includer != nil { origins.append(.init(offset: bytes.count, template: name)) }
        try render(template.nodes, indentedBy: indentation)
        if let includer { origins.append(.init(offset: bytes.count, template: includer)) }
        if let outer { blocks = outer }
      }
    }
  }

  private mutating func renderSection(_ tag: Tag, _ nodes: [CompiledTemplate.Node]) throws(TemplateError) {
    let value = try value(of: tag)
    guard value.isTruthy else { return }
    switch value {
    case .flag: try render(nodes)
    case .list(let list):
      for (index, element) in list.enumerated() {
        scopes.append(Scope(value: element, place: (index, list.count)))
        try render(nodes)
        scopes.removeLast()
      }
    default:
      scopes.append(Scope(value: value))
      try render(nodes)
      scopes.removeLast()
    }
  }

  private mutating func render(
    _ nodes: [CompiledTemplate.Node], indentedBy more: [UInt8]
  ) throws(TemplateError) {
    guard !more.isEmpty else { return try render(nodes) }
    indentation += more
    try render(nodes)
    indentation.removeLast(more.count)
  }
}

extension Rendering {
  private mutating func put(_ text: [UInt8]) {
    guard !indentation.isEmpty else { return bytes += text }
    for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.startIndex > 0 {
        beginLine()
        bytes.append(UInt8(ascii: "\n"))
      }
      if line.isEmpty { continue }
      beginLine()
      bytes += line
    }
  }

  private mutating func beginLine() {
    if !indentation.isEmpty, bytes.isEmpty || bytes.last == UInt8(ascii: "\n") { bytes += indentation }
  }

  private mutating func put(_ tag: Tag) throws(TemplateError) {
    switch try value(of: tag) {
    case .text(let text):
      if !text.isEmpty { beginLine() }
      put(text, tag, isolatedBy: tag.isolation)
    case .words(let text):
      if !text.isEmpty { beginLine() }
      putWords(text, tag)
    case .html(let html) where tag.isHTML:
      if !html.isEmpty { beginLine() }
      if tag.kind == .raw { bytes.append(contentsOf: html.utf8) } else { bytes.append(escaping: html) }
    case .number(let number):
      beginLine()
      bytes.append(contentsOf: "\(number)".utf8)
    case .absent: break
    case .html: throw tag.fault("`\(tag.expression)` is markup, which plain text cannot show; remove it")
    case .flag, .list, .record:
      let kind = try value(of: tag).kind
      throw tag.fault("`\(tag.expression)` is \(kind); open it with `{{#\(tag.expression)}}`")
    }
  }

  /// A borrowed phrase has a frame, which already isolates it.
  private mutating func putWords(_ text: String, _ tag: Tag) {
    guard let frame = tag.borrowed, WritingDirection.rightToLeft.isCrossed(by: text) else {
      return put(text, tag, isolatedBy: tag.isolation)
    }
    bytes.append(contentsOf: frame.before.utf8)
    put(text, tag, isolatedBy: nil)
    bytes.append(contentsOf: frame.after.utf8)
  }

  private mutating func put(_ text: String, _ tag: Tag, isolatedBy isolation: Isolation?) {
    let frame = isolation?.frame(of: text)
    if let frame { bytes.append(contentsOf: frame.before.utf8) }
    if tag.isHTML { bytes.append(escaping: text) } else { bytes.append(contentsOf: text.utf8) }
    if let frame { bytes.append(contentsOf: frame.after.utf8) }
  }
}

extension Rendering {
  /// The value of a tag: from the innermost list or record that has the name, outwards to the root.
  private func value(of tag: Tag) throws(TemplateError) -> TemplateValue {
    var value = try found(tag)
    for transform in tag.transforms.reversed() {
      guard let next = transform.applied(to: value) else {
        throw tag.fault("`\(transform)()` cannot be applied to \(value.kind)")
      }
      value = next
    }
    return value
  }

  private func found(_ tag: Tag) throws(TemplateError) -> TemplateValue {
    switch tag.wanted {
    case .known(let isTruthy): return .flag(isTruthy)
    case .current: return scopes[scopes.count - 1].value
    case .place(let transform):
      for scope in scopes.reversed() { if let value = scope.answer(transform) { return value } }
      throw tag.fault("`\(tag.expression)` is not inside a list")
    case .path(let names):
      for scope in scopes.reversed() {
        if case .record(let fields) = scope.value, let value = fields[names[0]] { return try follow(names, value, tag) }
      }
      throw tag.fault("the variable `\(tag.expression)` is unknown here")
    }
  }

  /// The first name selects the record; from there on every name must exist.
  private func follow(
    _ names: [String], _ first: TemplateValue, _ tag: Tag
  ) throws(TemplateError) -> TemplateValue {
    var found = first
    for name in names.dropFirst() {
      if case .absent = found { return .absent }
      guard case .record(let fields) = found, let next = fields[name] else {
        throw tag.fault("`\(tag.expression)` is unknown: \(found.kind) without `\(name)`")
      }
      found = next
    }
    return found
  }
}

/// One level of the values in which names are looked up.
private struct Scope {
  let value: TemplateValue
  /// Its position in a list, if it is an element of one.
  var place: (index: Int, count: Int)?

  func answer(_ transform: Transform) -> TemplateValue? {
    guard let (index, count) = place else { return nil }
    return switch transform {
    case .first: .flag(index == 0)
    case .last: .flag(index == count - 1)
    case .index: .number(index)
    case .even: .flag(index % 2 == 0)
    case .odd: .flag(index % 2 == 1)
    default: nil
    }
  }
}
