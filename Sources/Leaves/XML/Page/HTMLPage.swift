internal import CLibXML2
internal import Text

/// A whole HTML page, parsed by libxml2's HTML 4 parser: loads nothing, prints nothing, and stops at 256 levels.
@safe package struct HTMLPage: ~Copyable {
  private let document: htmlDocPtr?
  package let nodes: PageNodes

  /// A longer page, in bytes, must not be parsed.
  package static let maxBytes = 10_000_000

  /// Why reading a page would take too long: `is longer than 10 MB`; nil if it would not.
  package static func excess(of bytes: [UInt8]) -> String? {
    if bytes.count > maxBytes { return "is longer than 10 MB" }
    let text = DecodedText(bytes).text
    if HTMLSanitizer.countOfTags(text) > HTMLSanitizer.mostTags { return "has more than 200,000 tags" }
    return HTMLSanitizer.hasTooManyAttributes(text) ? "has a tag with too many attributes" : nil
  }

  /// A file with a page. Its encoding is that of its byte order mark, otherwise UTF-8 if valid, otherwise the declared one,
  /// otherwise windows-1252.
  package init(_ bytes: [UInt8]) { self.init(PageText(bytes)) }

  /// A fragment of a page.
  package init(fragment: String) { self.init(PageText("<html><body>" + fragment + "</body></html>")) }

  private init(_ page: PageText) {
    prepareLibXML2()
    unsafe document = Self.parse(page)
    nodes = unsafe Self.nodes(of: document)
  }

  deinit { unsafe xmlFreeDoc(document) }

  private static func parse(_ page: PageText) -> htmlDocPtr? {
    guard let context = unsafe htmlNewParserCtxt() else { return nil }
    defer { unsafe htmlFreeParserCtxt(context) }
    // An encoding's errors are printed despite the options.
    unsafe xmlSetStructuredErrorFunc(nil) { _, _ in }
    defer { xmlSetStructuredErrorFunc(nil, nil) }
    unsafe context.pointee.sax.pointee.ignorableWhitespace = context.pointee.sax.pointee.characters
    let options = [
      HTML_PARSE_RECOVER, HTML_PARSE_NOERROR, HTML_PARSE_NOWARNING, HTML_PARSE_NONET, HTML_PARSE_NODEFDTD,
      HTML_PARSE_IGNORE_ENC,
    ].reduce(0) { $0 | $1.rawValue }
    return unsafe page.bytes.withUnsafeBufferPointer { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) {
        unsafe htmlCtxtReadMemory(
          context, $0.baseAddress, Int32(clamping: bytes.count), nil, page.encoding, Int32(options))
      }
    }
  }

  /// Not recursive. Each node of libxml2's tree stores its number, so that XPath results can be found again.
  private static func nodes(of document: htmlDocPtr?) -> PageNodes {
    var nodes = PageNodes()
    var parents: [Int] = []
    var next = unsafe xmlDocGetRootElement(document)
    while let node = unsafe next {
      if let found = unsafe pageNode(node, parent: parents.last) {
        let index = nodes.all.count
        unsafe node.pointee._private = UnsafeMutableRawPointer(bitPattern: index + 1)
        nodes.all.append(found)
        if let child = unsafe node.pointee.children, found.isElement {
          parents.append(index)
          unsafe next = child
          continue
        }
        nodes.all[index].end = index + 1
      }
      unsafe next = following(node, &nodes, &parents)
    }
    return nodes
  }

  /// The next sibling of the node or of the nearest ancestor that has one; the ancestors passed end here.
  private static func following(
    _ node: xmlNodePtr, _ nodes: inout PageNodes, _ parents: inout [Int]
  ) -> xmlNodePtr? {
    var current = unsafe node
    while !parents.isEmpty {
      if let sibling = unsafe current.pointee.next { return unsafe sibling }
      nodes.all[parents.removeLast()].end = nodes.all.count
      guard let parent = unsafe current.pointee.parent else { return nil }
      unsafe current = parent
    }
    return nil
  }

  private static func pageNode(_ node: xmlNodePtr, parent: Int?) -> PageNode? {
    let line = unsafe Int(node.pointee.line)
    switch unsafe node.pointee.type {
    case XML_ELEMENT_NODE:
      let name = unsafe String(cString: node.pointee.name)
      return unsafe PageNode(
        name: name, attributes: HTMLTree.attributes(of: node), text: "", parent: parent, end: 0, line: line)
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
      guard let content = unsafe node.pointee.content else { return nil }
      let text = unsafe String(cString: content)
      return PageNode(name: "", attributes: [], text: text, parent: parent, end: 0, line: line)
    default: return nil  // comments, processing instructions
    }
  }
}

// MARK: - Selectors

/// The match of a selector.
package struct PageMatch: Hashable, Sendable {
  package let node: Int
  /// The value of the attribute that the selector names; nil if it names none.
  package let value: String?
}

extension HTMLPage {
  /// Finding the matches would take too long.
  package struct TooCostly: Error {}

  /// In document order, each once.
  package func matches(_ selector: CSSSelector) throws(TooCostly) -> [PageMatch] {
    var found: [PageMatch] = []
    for alternative in selector.alternatives {
      for node in try indices(xpath: alternative.path) {
        guard let attribute = alternative.attribute else {
          found.append(PageMatch(node: node, value: nil))
          continue
        }
        if let value = nodes[node][attribute] { found.append(PageMatch(node: node, value: value)) }
      }
    }
    var seen = Set<PageMatch>()
    return found.filter { seen.insert($0).inserted }.sorted { $0.node < $1.node }
  }

  /// Takes less than a second; a selector for a usual page takes a thousandth of it.
  private static let mostSteps: UInt = 2_000_000

  private func indices(xpath: String) throws(TooCostly) -> [Int] {
    guard let document = unsafe document, let context = unsafe xmlXPathNewContext(document) else { return [] }
    defer { unsafe xmlXPathFreeContext(context) }
    unsafe context.pointee.opLimit = Self.mostSteps
    unsafe context.pointee.error = { _, _ in }
    guard let result = unsafe xmlXPathEvalExpression(xpath, context) else { throw TooCostly() }
    defer { unsafe xmlXPathFreeObject(result) }
    guard let set = unsafe result.pointee.nodesetval else { return [] }
    return unsafe (0..<Int(set.pointee.nodeNr)).compactMap { position in
      let node = unsafe set.pointee.nodeTab[position]
      let number = unsafe node.map { unsafe Int(bitPattern: $0.pointee._private) } ?? 0
      return number > 0 ? number - 1 : nil
    }
  }
}
