internal import CLibXML2

/// Visits a parsed HTML fragment in document order.
protocol HTMLVisitor {
  /// An element begins; false skips all its content and its end.
  mutating func begin(_ name: String, _ attributes: [HTMLAttribute]) -> Bool
  mutating func end()
  /// Character data with references resolved.
  mutating func text(_ text: String)
}

/// As parsed: name in lower case, references in the value resolved.
package struct HTMLAttribute: Hashable, Sendable {
  package let name: String
  package let value: String
}

/// A fragment of HTML as parsed by libxml2's HTML 4 parser, which accepts the HTML found on the web.
///
/// The parser never fails, loads nothing, prints nothing, and stops at 256 levels of nesting.
@safe struct HTMLTree: ~Copyable {
  private let document: htmlDocPtr?
  /// Whether the parser stopped before the end, because elements are nested too deeply.
  let isCut: Bool

  init(fragment: String) {
    prepareLibXML2()
    // Without `<body>`, the parser would wrap text at the start in an extra paragraph.
    let page = "<html><body>" + droppingForbiddenCharacters(withoutCrowdedTags(fragment)) + "</body></html>"
    let parsed = unsafe Self.parse(page)
    unsafe document = parsed.document
    unsafe isCut = parsed.isCut
  }

  deinit { unsafe xmlFreeDoc(document) }

  func visit(_ visitor: inout some HTMLVisitor) {
    unsafe Self.visit(xmlDocGetRootElement(document), &visitor)
  }

  private static func parse(_ page: String) -> (document: htmlDocPtr?, isCut: Bool) {
    guard let context = unsafe htmlNewParserCtxt() else { return (nil, false) }
    defer { unsafe htmlFreeParserCtxt(context) }
    // Keeps white space between two elements that HTML 4 would ignore: "<mark>a</mark> <mark>b</mark>".
    unsafe context.pointee.sax.pointee.ignorableWhitespace = context.pointee.sax.pointee.characters
    let options = [
      HTML_PARSE_RECOVER, HTML_PARSE_NOERROR, HTML_PARSE_NOWARNING, HTML_PARSE_NONET, HTML_PARSE_NODEFDTD,
      HTML_PARSE_IGNORE_ENC,
    ].reduce(0) { $0 | $1.rawValue }
    let document = unsafe page.withCString {
      unsafe htmlCtxtReadMemory(context, $0, Int32(clamping: page.utf8.count), nil, "UTF-8", Int32(options))
    }
    // Set when the parser halts itself; the document has what came before.
    return unsafe (document, context.pointee.disableSAX != 0)
  }

  /// Visits the node and its later siblings, each with its content.
  private static func visit(_ first: xmlNodePtr?, _ visitor: inout some HTMLVisitor) {
    var next = unsafe first
    while let node = unsafe next {
      switch unsafe node.pointee.type {
      case XML_ELEMENT_NODE:
        if unsafe visitor.begin(String(cString: node.pointee.name), attributes(of: node)) {
          unsafe visit(node.pointee.children, &visitor)
          visitor.end()
        }
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        if let content = unsafe node.pointee.content { unsafe visitor.text(String(cString: content)) }
      default: break  // comments, processing instructions
      }
      unsafe next = node.pointee.next
    }
  }

  static func attributes(of node: xmlNodePtr) -> [HTMLAttribute] {
    var found: [HTMLAttribute] = []
    var next = unsafe node.pointee.properties
    while let attribute = unsafe next {
      // The value is one text node; an attribute without a value has none.
      let value = unsafe attribute.pointee.children?.pointee.content.map { unsafe String(cString: $0) } ?? ""
      unsafe found.append(HTMLAttribute(name: String(cString: attribute.pointee.name), value: value))
      unsafe next = attribute.pointee.next
    }
    return found
  }
}
