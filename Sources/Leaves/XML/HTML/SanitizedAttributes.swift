/// The attributes that are kept, and the targets of links.
extension SanitizingPass {
  /// In the order of the input.
  mutating func allowed(_ attributes: [HTMLAttribute], for element: HTMLElement) -> [HTMLAttribute] {
    attributes.compactMap { attribute in
      guard let rule = element.attributes[attribute.name] ?? HTMLAttributeRule.everywhere[attribute.name],
        let value = rule.value(of: attribute.value, base: base, page: page, find: find),
        attribute.name != "id" || ids.insert(value).inserted
      else { return nil }
      return HTMLAttribute(name: attribute.name, value: value)
    }
  }

  func written(_ attributes: [HTMLAttribute]) -> String {
    var bytes: [UInt8] = []
    for attribute in attributes {
      bytes += Array(" \(attribute.name)=\"".utf8)
      bytes.appendEscaped(Array(attribute.value.utf8))
      bytes.append(UInt8(ascii: "\""))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Link targets are often empty elements, so the target is written before the text.
  mutating func writeTarget(of attributes: [HTMLAttribute], _ kept: inout [HTMLAttribute]) {
    var target = kept.value(of: "id")
    kept.removeAll { $0.name == "id" }
    if target == nil, let name = attributes.value(of: "name"),
      let id = HTMLAttributeRule.identifier.value(of: name, base: base, page: page), ids.insert(id).inserted
    {
      target = id
    }
    guard let target, !outline.isPreformatted else { return }
    writer.target(target, at: outline.pathForText())
  }
}
