/// Checks that the elements of a document are closed where they were opened. Elements with an optional end tag (HTML
/// §13.1.2.4), such as `<p>` and `<td>`, may be left open.
struct ElementBalance {
  struct Fault {
    let element: String
    /// Position of the tag without a partner, in bytes.
    let offset: Int
    /// False for an end tag without a start tag.
    let isLeftOpen: Bool
  }

  /// The first fault, if any.
  private(set) var fault: Fault?

  init(_ document: [UInt8]) {
    var open: [MarkupTag] = []
    for tag in MarkupScanner(document, isTemplate: false).tags where !Self.void.contains(tag.name) {
      if tag.isEnd {
        fault = Self.close(tag, &open)
        if fault != nil { return }
      } else if !tag.closesItself {
        open.append(tag)
      }
    }
    fault = open.last { !Self.mayStayOpen.contains($0.name) }.map(Self.leftOpen)
  }

  private static func close(_ tag: MarkupTag, _ open: inout [MarkupTag]) -> Fault? {
    guard let place = open.lastIndex(where: { $0.name == tag.name }) else {
      return Fault(element: tag.name, offset: tag.offset, isLeftOpen: false)
    }
    let inner = open[(place + 1)...].last { !mayStayOpen.contains($0.name) }
    open.removeSubrange(place...)
    return inner.map(leftOpen)
  }

  private static func leftOpen(_ tag: MarkupTag) -> Fault {
    Fault(element: tag.name, offset: tag.offset, isLeftOpen: true)
  }

  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
  ]

  private static let mayStayOpen: Set<String> = [
    "body", "caption", "colgroup", "dd", "dt", "head", "html", "li", "optgroup", "option", "p", "rp", "rt", "tbody",
    "td", "tfoot", "th", "thead", "tr",
  ]
}

extension TemplateSet {
  /// Which of the site's own templates is at fault; nil if none of them is involved.
  ///
  /// The first choice is a template that opens and closes the element differently from the built-in one of the same name, then
  /// the one that contains the unmatched tag, then any with unequal numbers of start and end tags.
  func blame(for fault: ElementBalance.Fault, in document: RenderedDocument) -> TemplateError? {
    let own = document.templates.filter(isOwn)
    let holder = document.template(at: fault.offset)
    let differs = own.first { name in
      Self.builtIn(name).map { surplus(of: fault.element, in: $0) != surplus(of: fault.element, inOwn: name) } ?? false
    }
    let guilty =
      differs ?? own.first { $0 == holder } ?? own.first { surplus(of: fault.element, inOwn: $0) != 0 }
    guard let guilty, let source = sources[guilty] else { return nil }
    let sentence =
      fault.isLeftOpen
      ? "`<\(fault.element)>` stays open in \(document.name); close it with `</\(fault.element)>`"
      : "`</\(fault.element)>` closes nothing in \(document.name); remove it, or open the element before it"
    let tags = MarkupScanner(Array(source.text.utf8), isTemplate: true).tags
    let place = tags.last { $0.name == fault.element && $0.isEnd != fault.isLeftOpen }?.offset
    if let place, guilty == holder { return source.fault(at: place, sentence) }
    return TemplateError(name: source.name, path: source.path, line: 1, column: nil, sentence: sentence)
  }

  private func surplus(of element: String, inOwn name: String) -> Int {
    sources[name].map { surplus(of: element, in: $0.text) } ?? 0
  }

  /// How many more tags open the element than close it.
  private func surplus(of element: String, in text: String) -> Int {
    MarkupScanner(Array(text.utf8), isTemplate: true).tags.filter { $0.name == element && !$0.closesItself }
      .reduce(0) { $0 + ($1.isEnd ? -1 : 1) }
  }
}
