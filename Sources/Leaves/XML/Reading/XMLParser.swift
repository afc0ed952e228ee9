internal import CLibXML2

/// libxml2's push parser: bytes in, calls of a visitor out; it builds no tree and loads nothing.
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
    unsafe handler.characters = { pass, text, count in unsafe XMLPass.of(pass)?.append(text, count) }
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
  func parse(_ bytes: [UInt8]) -> Bool {
    unsafe bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      let characters = unsafe start.assumingMemoryBound(to: CChar.self)
      _ = unsafe xmlParseChunk(context, characters, Int32(bytes.count), 0)
    }
    return unsafe context.pointee.disableSAX != 1 && !pass.visitor.isDone
  }

  func finish() {
    _ = unsafe xmlParseChunk(context, nil, 0, 1)
    pass.flush()
  }
}

/// The state that one parser's callbacks share.
@safe private final class XMLPass {
  let visitor: any XMLVisitor
  /// Owned by the parser, which outlives every callback.
  var context: xmlParserCtxtPtr?
  private var text: [UInt8] = []
  /// libxml2 keeps each name once, so that its address is enough to know it.
  private var names: [NamePlace: XMLName] = [:]

  init(_ visitor: any XMLVisitor) { self.visitor = visitor }

  static func of(_ pass: UnsafeMutableRawPointer?) -> XMLPass? {
    unsafe pass.map { unsafe Unmanaged<XMLPass>.fromOpaque($0).takeUnretainedValue() }
  }

  func begin(_ name: XMLName, _ attributes: [XMLAttribute]) {
    flush()
    let line = unsafe context?.pointee.input.map { unsafe Int($0.pointee.line) } ?? 0
    if !visitor.isDone { visitor.begin(name, attributes, line: line) }
  }

  func end() {
    flush()
    if !visitor.isDone { visitor.end() }
  }

  func append(_ characters: UnsafePointer<xmlChar>?, _ count: Int32) {
    unsafe text.append(contentsOf: UnsafeBufferPointer(start: characters, count: Int(count)))
    // libxml2 passes only whole characters.
    if text.count > Self.longestRun { flush() }
  }

  private static let longestRun = 100_000

  func flush() {
    guard !text.isEmpty else { return }
    let run = text
    text = []
    if !visitor.isDone { visitor.text(run) }
  }

  func name(_ local: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?)
    -> XMLName
  {
    let place = NamePlace(
      local: UInt(bitPattern: local), prefix: UInt(bitPattern: prefix), namespace: UInt(bitPattern: namespace))
    if let known = names[place] { return known }
    let name = XMLName(
      local: unsafe String(cString: local), prefix: unsafe prefix.map { unsafe String(cString: $0) },
      namespace: unsafe namespace.map { unsafe String(cString: $0) })
    names[place] = name
    return name
  }
}

private struct NamePlace: Hashable {
  let local: UInt
  let prefix: UInt
  let namespace: UInt
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
