/// The text of an HTML fragment on one line, as a reader would read it; blocks and lines are separated by spaces.
package func plainText(ofHTML fragment: String) -> String {
  var text = PlainText()
  HTMLTree(fragment: fragment).visit(&text)
  return String(decoding: text.bytes, as: UTF8.self)
}

private struct PlainText: HTMLVisitor {
  var bytes: [UInt8] = []
  private var owesSpace = false
  /// For each open element, whether it separates words.
  private var separates: [Bool] = []

  mutating func begin(_ name: String, _ attributes: [HTMLAttribute]) -> Bool {
    switch HTMLElement.policy(of: name) {
    case .dropped, .linked, .checkBox: return false
    case .unwrapped: separates.append(false)
    case .kept(let element): separates.append(element.role != .inline && element.role != .picture)
    }
    owesSpace = owesSpace || separates.last == true
    return true
  }

  mutating func end() { owesSpace = separates.removeLast() || owesSpace }

  mutating func text(_ text: String) {
    for byte in text.utf8 {
      if isHTMLSpace(byte) {
        owesSpace = true
      } else {
        if owesSpace, !bytes.isEmpty { bytes.append(0x20) }
        owesSpace = false
        bytes.append(byte)
      }
    }
  }
}
