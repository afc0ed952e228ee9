import CLibXML2

/// An element as an independent, unforgiving reader sees it: libxml2's parser without recovery.
struct StrictXML {
  let name: String
  var attributes: [String: String] = [:]
  var children: [StrictXML] = []
  var text = ""

  /// Nil if `document` is not well-formed.
  init?(_ document: [UInt8]) {
    let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
    let parsed = document.withUnsafeBytes {
      xmlReadMemory($0.bindMemory(to: CChar.self).baseAddress, Int32($0.count), nil, nil, options)
    }
    guard let parsed else { return nil }
    defer { xmlFreeDoc(parsed) }
    self.init(xmlDocGetRootElement(parsed))
  }

  /// The children of one name, a prefix left out.
  func all(_ name: String) -> [StrictXML] { children.filter { $0.name == name } }

  func text(_ name: String) -> String? { all(name).first?.text }

  private init(_ node: xmlNodePtr) {
    name = String(cString: node.pointee.name)
    var attribute = node.pointee.properties
    while let found = attribute {
      let value = found.pointee.children.map { String(cString: $0.pointee.content) } ?? ""
      attributes[String(cString: found.pointee.name)] = value
      attribute = found.pointee.next
    }
    var child = node.pointee.children
    while let found = child {
      if found.pointee.type == XML_ELEMENT_NODE { children.append(StrictXML(found)) }
      if found.pointee.type == XML_TEXT_NODE { text += String(cString: found.pointee.content) }
      child = found.pointee.next
    }
  }
}
