internal import CLibXML2

/// Writes one XML 1.0 document in UTF-8, element by element, over libxml2's xmlTextWriter; no tree is ever built.
///
/// Text may contain anything: forbidden characters are dropped, all others escaped. Names are literals of the program,
/// so input never becomes markup; a namespace prefix is part of the name as the caller writes it. CDATA sections are
/// never written, because their text could close them.
@safe package struct XMLWriter: ~Copyable {
  private let buffer: xmlBufferPtr
  private let writer: xmlTextWriterPtr
  private var escaped = EscapedText()

  /// Writes the XML declaration.
  package init() throws(XMLWritingError) {
    prepareLibXML2()
    guard let buffer = unsafe xmlBufferCreate() else { throw XMLWritingError(step: "xmlBufferCreate") }
    // By default the buffer grows by only what is needed each time, which takes quadratic time.
    unsafe xmlBufferSetAllocationScheme(buffer, XML_BUFFER_ALLOC_DOUBLEIT)
    guard let writer = unsafe xmlNewTextWriterMemory(buffer, 0) else {
      unsafe xmlBufferFree(buffer)
      throw XMLWritingError(step: "xmlNewTextWriterMemory")
    }
    unsafe xmlTextWriterSetIndent(writer, 1)
    unsafe xmlTextWriterSetIndentString(writer, "  ")
    // xmlTextWriterStartDocument would set up a converter from UTF-8 to UTF-8, which copies every byte twice more.
    let declaration: StaticString = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    guard unsafe xmlTextWriterWriteRaw(writer, declaration.utf8Start) >= 0 else {
      unsafe xmlFreeTextWriter(writer)
      unsafe xmlBufferFree(buffer)
      throw XMLWritingError(step: "xmlTextWriterWriteRaw")
    }
    unsafe self.buffer = buffer
    unsafe self.writer = writer
  }

  deinit {
    unsafe xmlFreeTextWriter(writer)
    unsafe xmlBufferFree(buffer)
  }

  /// Ends the document and returns its bytes, except for those already taken.
  package consuming func finish() throws(XMLWritingError) -> [UInt8] {
    try unsafe check(xmlTextWriterEndDocument(writer), "xmlTextWriterEndDocument")
    return written
  }

  /// Returns the bytes written so far, so that a long document need not be in memory as a whole.
  package mutating func drain() throws(XMLWritingError) -> [UInt8] {
    try unsafe check(xmlTextWriterFlush(writer), "xmlTextWriterFlush")
    defer { unsafe xmlBufferEmpty(buffer) }
    return written
  }

  /// How many bytes ``take()`` would return, or slightly fewer.
  package var count: Int { unsafe Int(xmlBufferLength(buffer)) }

  private var written: [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: xmlBufferContent(buffer), count: count))
  }
}

extension XMLWriter {
  /// A CSS style sheet for people who open the document in a browser; must precede the root element (W3C,
  /// Associating Style Sheets with XML documents, §2). The URL must be percent-encoded, so that it contains no
  /// white space and no `?>`.
  package mutating func styleSheet(at address: String) throws(XMLWritingError) {
    let escaped = address.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
    let result = unsafe "type=\"text/css\" href=\"\(escaped)\"".withCString { characters in
      let target: StaticString = "xml-stylesheet"
      let content = unsafe UnsafeRawPointer(characters).assumingMemoryBound(to: xmlChar.self)
      return unsafe xmlTextWriterWritePI(writer, target.utf8Start, content)
    }
    try check(result, "xmlTextWriterWritePI")
  }

  package typealias Attribute = (name: StaticString, value: String)

  /// An element whose content is written by `content`.
  package mutating func element(
    _ name: StaticString, _ attributes: [Attribute] = [],
    content: (inout XMLWriter) throws(XMLWritingError) -> Void
  ) throws(XMLWritingError) {
    try start(name, attributes)
    try content(&self)
    try end()
  }

  package mutating func element(
    _ name: StaticString, _ attributes: [Attribute] = [], text: String
  ) throws(XMLWritingError) {
    try start(name, attributes)
    try write(text, isAttribute: false)
    try end()
  }

  /// An element that contains one string, given in parts so that the caller need not join them.
  package mutating func element(
    _ name: StaticString, _ attributes: [Attribute] = [], text parts: [String]
  ) throws(XMLWritingError) {
    try start(name, attributes)
    for part in parts { try write(part, isAttribute: false) }
    try end()
  }

  /// An empty element.
  package mutating func element(_ name: StaticString, _ attributes: [Attribute] = []) throws(XMLWritingError) {
    try start(name, attributes)
    try end()
  }

  /// Starts an element that ``end()`` will end; for root elements of documents that are taken in parts.
  package mutating func start(_ name: StaticString, _ attributes: [Attribute]) throws(XMLWritingError) {
    try unsafe check(xmlTextWriterStartElement(writer, name.utf8Start), "xmlTextWriterStartElement")
    for attribute in attributes {
      try unsafe check(
        xmlTextWriterStartAttribute(writer, attribute.name.utf8Start), "xmlTextWriterStartAttribute")
      try write(attribute.value, isAttribute: true)
      try unsafe check(xmlTextWriterEndAttribute(writer), "xmlTextWriterEndAttribute")
    }
  }

  package mutating func end() throws(XMLWritingError) {
    try unsafe check(xmlTextWriterEndElement(writer), "xmlTextWriterEndElement")
  }
}

extension XMLWriter {
  /// Replaces xmlTextWriterWriteString, which lets forbidden characters through and copies each text once more.
  private mutating func write(_ text: String, isAttribute: Bool) throws(XMLWritingError) {
    let writer = unsafe writer
    let result = unsafe escaped.pieces(of: text, isAttribute: isAttribute) { piece, count in
      unsafe xmlTextWriterWriteRawLen(writer, piece, count)
    }
    try check(result, "xmlTextWriterWriteRawLen")
  }

  /// The writer returns the number of bytes written, or a negative number.
  private func check(_ result: Int32, _ step: StaticString) throws(XMLWritingError) {
    guard result >= 0 else { throw XMLWritingError(step: step) }
  }
}

/// libxml2 could not continue. For a writer to memory, this means that memory ran out.
package struct XMLWritingError: Error, Equatable, CustomStringConvertible {
  private let name: String

  init(step: StaticString) { name = "\(step)" }

  package var description: String { "writing XML stopped at \(name)" }
}
