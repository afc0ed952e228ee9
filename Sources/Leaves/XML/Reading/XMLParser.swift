internal import CLibXML2

/// libxml2's push parser: pieces in, calls of a visitor out; it builds no tree and loads nothing.
@safe struct XMLParser: ~Copyable {
  private let context: xmlParserCtxtPtr
  private let pass: XMLPass

  init?(_ visitor: any XMLVisitor) {
    prepareLibXML2()
    pass = XMLPass(visitor)
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = XML_SAX2_MAGIC
    unsafe handler.startElementNs = startElement
    unsafe handler.endElementNs = { pass, _, _, _ in unsafe XMLPass.of(pass)?.end() }
    unsafe handler.characters = { pass, text, count in unsafe XMLPass.of(pass)?.characters(text, count) }
    unsafe handler.ignorableWhitespace = handler.characters
    unsafe handler.cdataBlock = handler.characters
    let data = unsafe Unmanaged.passUnretained(pass).toOpaque()
    guard let context = unsafe xmlCreatePushParserCtxt(&handler, data, nil, 0, nil) else { return nil }
    unsafe self.context = context
    // NOENT only makes `&amp;` in attributes an `&`: the document has no entities left.
    let options = [XML_PARSE_RECOVER, XML_PARSE_NOENT, XML_PARSE_NOERROR, XML_PARSE_NOWARNING, XML_PARSE_NONET]
    _ = unsafe xmlCtxtUseOptions(context, options.reduce(0) { $0 | Int32($1.rawValue) })
    unsafe pass.context = context
  }

  deinit { unsafe xmlFreeParserCtxt(context) }

  /// - Returns: false if the parser has stopped.
  func parse(_ piece: XMLPiece) -> Bool {
    pass.add(piece)
    unsafe piece.markup.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      let characters = unsafe start.assumingMemoryBound(to: CChar.self)
      _ = unsafe xmlParseChunk(context, characters, Int32(bytes.count), 0)
    }
    return unsafe context.pointee.disableSAX != 1 && !pass.visitor.isDone
  }

  func finish() { _ = unsafe xmlParseChunk(context, nil, 0, 1) }
}

/// The state that one parser's callbacks share.
@safe private final class XMLPass {
  let visitor: any XMLVisitor
  /// Owned by the parser, which outlives every callback.
  var context: xmlParserCtxtPtr?
  /// The texts whose marks the parser has not reached, from `start` and `next` on.
  private var text: [UInt8] = []
  private var lengths: [Int] = []
  private var start = 0
  private var next = 0
  private var names = XMLNames()

  init(_ visitor: any XMLVisitor) { self.visitor = visitor }

  static func of(_ pass: UnsafeMutableRawPointer?) -> XMLPass? {
    unsafe pass.map { unsafe Unmanaged<XMLPass>.fromOpaque($0).takeUnretainedValue() }
  }

  func add(_ piece: XMLPiece) {
    text.removeFirst(start)
    lengths.removeFirst(next)
    start = 0
    next = 0
    text += piece.text
    lengths += piece.lengths
  }

  func begin(_ name: XMLName, _ attributes: [XMLAttribute]) {
    let line = unsafe context?.pointee.input.map { unsafe Int($0.pointee.line) } ?? 0
    if !visitor.isDone { visitor.begin(name, attributes, line: line) }
  }

  func end() {
    if !visitor.isDone { visitor.end() }
  }

  /// Characters of the markup: marks and line breaks.
  func characters(_ characters: UnsafePointer<xmlChar>?, _ count: Int32) {
    let all = unsafe UnsafeBufferPointer(start: characters, count: Int(count))
    for index in all.indices where unsafe all[index] == XMLPiece.mark && next < lengths.count {
      let end = start + lengths[next]
      if end > start, !visitor.isDone { visitor.text(text[start..<end]) }
      start = end
      next += 1
    }
  }

  func name(_ local: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?)
    -> XMLName
  {
    unsafe names.name(local, prefix, namespace)
  }
}

/// The signature is libxml2's `startElementNsSAX2Func`.
private func startElement(
  pass: UnsafeMutableRawPointer?, local: UnsafePointer<xmlChar>?, prefix: UnsafePointer<xmlChar>?,
  namespace: UnsafePointer<xmlChar>?, namespaceCount: Int32, namespaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
  attributeCount: Int32, defaultedCount: Int32, attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
) {
  guard let pass = unsafe XMLPass.of(pass), let local = unsafe local else { return }
  var found: [XMLAttribute] = []
  for index in 0..<Int(attributeCount) {
    // Five pointers each: local name, prefix, namespace, and the start and end of the value.
    guard let place = unsafe attributes.map({ unsafe $0 + 5 * index }), let attribute = unsafe place[0],
      let start = unsafe place[3], let end = unsafe place[4]
    else { continue }
    let value = unsafe String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
    unsafe found.append(XMLAttribute(name: pass.name(attribute, place[1], place[2]), value: value))
  }
  unsafe pass.begin(pass.name(local, prefix, namespace), found)
}
