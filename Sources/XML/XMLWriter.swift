internal import CLibXML2

/// Writes one XML 1.0 document in UTF-8, element by element, over libxml2's xmlTextWriter; no tree is ever built.
///
/// Texts may hold anything: forbidden characters are dropped, all others escaped. Names are literals of the program,
/// so that no input becomes markup; a namespace prefix is part of the name as the caller writes it. CDATA sections are
/// never written: a text could close them.
@safe package struct XMLWriter: ~Copyable {
  private let buffer: xmlBufferPtr
  private let writer: xmlTextWriterPtr
  /// A text on its way, escaped.
  private var escaped: [UInt8] = []

  /// Writes the XML declaration.
  package init() throws(XMLWritingError) {
    prepareLibXML2()
    guard let buffer = unsafe xmlBufferCreate() else { throw XMLWritingError(step: "xmlBufferCreate") }
    // The default grows by what is needed each time: quadratic.
    unsafe xmlBufferSetAllocationScheme(buffer, XML_BUFFER_ALLOC_DOUBLEIT)
    guard let writer = unsafe xmlNewTextWriterMemory(buffer, 0) else {
      unsafe xmlBufferFree(buffer)
      throw XMLWritingError(step: "xmlNewTextWriterMemory")
    }
    unsafe xmlTextWriterSetIndent(writer, 1)
    unsafe xmlTextWriterSetIndentString(writer, "  ")
    guard unsafe xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil) >= 0 else {
      unsafe xmlFreeTextWriter(writer)
      unsafe xmlBufferFree(buffer)
      throw XMLWritingError(step: "xmlTextWriterStartDocument")
    }
    unsafe self.buffer = buffer
    unsafe self.writer = writer
  }

  deinit {
    unsafe xmlFreeTextWriter(writer)
    unsafe xmlBufferFree(buffer)
  }

  /// Ends the document and hands its bytes over.
  package consuming func finish() throws(XMLWritingError) -> [UInt8] {
    try unsafe check(xmlTextWriterEndDocument(writer), "xmlTextWriterEndDocument")
    let count = unsafe Int(xmlBufferLength(buffer))
    return unsafe Array(UnsafeBufferPointer(start: xmlBufferContent(buffer), count: count))
  }
}

extension XMLWriter {
  /// A CSS style sheet for people who open the document in a browser; before the root element (W3C, Associating Style
  /// Sheets with XML documents, §2). The address must be percent-encoded, so that it holds no white space and no `?>`.
  package mutating func styleSheet(at address: String) throws(XMLWritingError) {
    let escaped = address.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
    let result = unsafe withBytes(of: "type=\"text/css\" href=\"\(escaped)\"") { content in
      let target: StaticString = "xml-stylesheet"
      return unsafe xmlTextWriterWritePI(writer, target.utf8Start, content)
    }
    try check(result, "xmlTextWriterWritePI")
  }

  package typealias Attribute = (name: StaticString, value: String)

  /// An element and what `content` writes into it.
  package mutating func element(
    _ name: StaticString, _ attributes: [Attribute] = [],
    content: (inout XMLWriter) throws(XMLWritingError) -> Void
  ) throws(XMLWritingError) {
    try start(name, attributes)
    try content(&self)
    try end()
  }

  /// An element that holds a text.
  package mutating func element(
    _ name: StaticString, _ attributes: [Attribute] = [], text: String
  ) throws(XMLWritingError) {
    try start(name, attributes)
    try self.text(text)
    try end()
  }

  /// An element that holds nothing.
  package mutating func element(_ name: StaticString, _ attributes: [Attribute] = []) throws(XMLWritingError) {
    try start(name, attributes)
    try end()
  }

  package mutating func text(_ text: String) throws(XMLWritingError) {
    escaped.removeAll(keepingCapacity: true)
    escaped.appendXML(text)
    guard let count = Int32(exactly: escaped.count) else { throw XMLWritingError(step: "xmlTextWriterWriteRawLen") }
    let result = unsafe escaped.withUnsafeBufferPointer { bytes in
      unsafe xmlTextWriterWriteRawLen(writer, bytes.baseAddress ?? StaticString("").utf8Start, count)
    }
    try check(result, "xmlTextWriterWriteRawLen")
  }
}

extension XMLWriter {
  private mutating func start(_ name: StaticString, _ attributes: [Attribute]) throws(XMLWritingError) {
    try unsafe check(xmlTextWriterStartElement(writer, name.utf8Start), "xmlTextWriterStartElement")
    for attribute in attributes {
      let result = unsafe withBytes(of: attribute.value) {
        unsafe xmlTextWriterWriteAttribute(writer, attribute.name.utf8Start, $0)
      }
      try check(result, "xmlTextWriterWriteAttribute")
    }
  }

  private mutating func end() throws(XMLWritingError) {
    try unsafe check(xmlTextWriterEndElement(writer), "xmlTextWriterEndElement")
  }

  /// A text as libxml2 wants it, NUL-terminated; a native string lends its own storage.
  private func withBytes(of text: String, _ body: (UnsafePointer<xmlChar>) -> Int32) -> Int32 {
    unsafe droppingForbiddenCharacters(text).withCString { characters in
      unsafe body(UnsafeRawPointer(characters).assumingMemoryBound(to: xmlChar.self))
    }
  }

  /// The writer answers the bytes written, or a negative number.
  private func check(_ result: Int32, _ step: StaticString) throws(XMLWritingError) {
    guard result >= 0 else { throw XMLWritingError(step: step) }
  }
}

/// libxml2 could not go on, which for a writer to memory means that memory ran out.
package struct XMLWritingError: Error, Equatable, CustomStringConvertible {
  private let name: String

  init(step: StaticString) { name = "\(step)" }

  package var description: String { "writing XML stopped at \(name)" }
}
