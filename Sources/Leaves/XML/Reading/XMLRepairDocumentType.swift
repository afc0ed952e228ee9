/// Document types never reach the parser. Of their declarations, only entities with a short literal value are used; the others
/// remain unknown names.
extension XMLRepair {
  private static let longestEntity = 1_000
  private static let mostEntities = 1_000

  mutating func documentType() {
    var index = position
    var isInside = false
    while index < input.count {
      switch input[index] {
      case UInt8(ascii: "["): isInside = true
      case UInt8(ascii: "]"): isInside = false
      case UInt8(ascii: ">") where !isInside: return skip(to: index + 1)
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        index = input[(index + 1)...].firstIndex(of: input[index]) ?? index
      case UInt8(ascii: "<") where isInside && index > position: index = declaration(at: index) - 1
      default: break
      }
      index += 1
    }
    // It never ends, so it ends at the first element. Searching for the end of each would take quadratic time.
    hasEndlessType = true
    position += 9
  }

  /// - Returns: where the declaration ends.
  private mutating func declaration(at start: Int) -> Int {
    if input[start...].starts(with: "<!--".utf8) { return end(of: "-->", from: start) }
    guard input[start...].starts(with: "<!ENTITY".utf8) else { return start + 1 }
    var rest = start + 8
    skipSpaces(&rest)
    let name = nameRange(from: rest)
    rest = name.upperBound
    skipSpaces(&rest)
    guard !name.isEmpty, rest < input.count, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(input[rest]),
      let close = input[(rest + 1)...].firstIndex(of: input[rest])
    else {
      fault(.refusedEntity)
      return rest
    }
    let text = input[(rest + 1)..<close]
    if entities.count < Self.mostEntities, let value = literal(text) {
      entities[String(decoding: input[name], as: UTF8.self)] = value
    } else {
      fault(.refusedEntity)
    }
    return close + 1
  }

  private func end(of text: String, from start: Int) -> Int {
    let wanted = Array(text.utf8)
    var index = start
    while index + wanted.count <= input.count, !input[index...].starts(with: wanted) { index += 1 }
    return min(index + wanted.count, input.count)
  }

  private func skipSpaces(_ index: inout Int) {
    while index < input.count, input[index] <= 0x20 { index += 1 }
  }

  /// The text with its references resolved; nil if it refers to other entities.
  private func literal(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard text.count <= Self.longestEntity, !text.contains(UInt8(ascii: "%")) else { return nil }
    var part = XMLRepair(Array("<x>".utf8) + text + Array("</x>".utf8)) { _ in true }
    _ = part.advance()
    let refers = part.report.faults.contains { [.bareAmpersand, .undeclaredName].contains($0.kind) }
    guard !refers, part.isDone, !text.contains(UInt8(ascii: "<")) else { return nil }
    return part.piece.text
  }
}
