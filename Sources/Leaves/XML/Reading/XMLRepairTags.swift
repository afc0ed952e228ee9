/// Tags and other markup; the position is at its `<`.
extension XMLRepair {
  mutating func markup() {
    let next = position + 1 < input.count ? input[position + 1] : 0
    switch next {
    case UInt8(ascii: "!"): declaration()
    case UInt8(ascii: "?"): skip(to: index(of: .instruction, from: position).map { $0 + 2 } ?? endOfTag)
    case UInt8(ascii: "/"): endTag()
    case _ where isNameStart(next): startTag()
    default: lessThan()
    }
  }

  private mutating func lessThan() {
    if open.isEmpty { return position += 1 }
    fault(.bareLessThan)
    output += Array("&lt;".utf8)
    position += 1
  }

  private mutating func declaration() {
    if starts(with: "<!--") {
      skip(to: index(of: .comment, from: position + 4).map { $0 + 3 } ?? position + 4)
    } else if starts(with: "<![CDATA["), !open.isEmpty {
      sectionEnd = index(of: .section, from: position + 9) ?? input.count
      output += input[position..<position + 9]
      position += 9
    } else if starts(with: "<!DOCTYPE"), !hasRoot, !hasEndlessType {
      documentType()
    } else {
      skip(to: endOfTag)
    }
  }

  /// After the next `>`.
  private var endOfTag: Int { input[position...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? input.count }

  func starts(with text: String) -> Bool {
    guard position + text.utf8.count <= input.count else { return false }
    return zip(input[position...], text.utf8).allSatisfy { lower($0) == lower($1) }
  }

  /// Ends all open elements down to the one with this name.
  private mutating func endTag() {
    let name = writtenName(from: position + 2)
    var end = name.range.upperBound
    while end < input.count, input[end] != UInt8(ascii: ">"), input[end] != UInt8(ascii: "<") { end += 1 }
    guard end < input.count else { return position = input.count }
    defer { skip(to: input[end] == UInt8(ascii: ">") ? end + 1 : end) }
    guard let index = open.lastIndex(where: { $0.isSame(as: name) }) else {
      if !open.isEmpty { fault(.wrongEndTag) }
      return
    }
    if index < open.count - 1 { fault(.wrongEndTag) }
    while open.count > index, let last = open.popLast() { writeEnd(last) }
    if open.isEmpty { isDone = true }
  }

  private mutating func writeEnd(_ name: WrittenName) {
    output.append(UInt8(ascii: "<"))
    output.append(UInt8(ascii: "/"))
    output += input[name.range]
    output.append(UInt8(ascii: ">"))
  }

  private mutating func startTag() {
    let start = position
    let written = output.count
    let name = writtenName(from: position + 1)
    let isKept = isKept(name)
    output.append(UInt8(ascii: "<"))
    output += input[name.range]
    position = name.range.upperBound
    guard let isEmpty = attributes() else {
      // The document ends within the tag.
      output.removeSubrange(written...)
      return
    }
    guard isKept else {
      let end = position
      position = start
      output.removeSubrange(written...)
      return skip(to: end)
    }
    hasRoot = true
    let isVoid = isEmpty || isVoid(name.range)
    if isVoid { output.append(UInt8(ascii: "/")) }
    output.append(UInt8(ascii: ">"))
    if !isVoid { open.append(name) } else if open.isEmpty { isDone = true }
  }

  /// Whether an element becomes part of the document; if not, this is a fault. Its content stays in any case.
  private mutating func isKept(_ name: WrittenName) -> Bool {
    if open.isEmpty {
      guard isRoot(localName(name.range)) else {
        fault(.junkBeforeRoot)
        return false
      }
    } else if open.count >= Self.mostOpen {
      fault(.deepNesting)
      return false
    }
    guard names.admit(name.exact) else {
      fault(.manyNames)
      return false
    }
    return true
  }

  /// HTML written in a feed has these without an end tag: `br`, `hr`, `img`, `wbr`.
  private func isVoid(_ name: Range<Int>) -> Bool {
    guard name.count == 2 || name.count == 3 else { return false }
    let written = input[name].reduce(0) { $0 << 8 | UInt32(lower($1)) }
    return [0x6272, 0x6872, 0x69_6D67, 0x77_6272].contains(written)
  }

  private func localName(_ name: Range<Int>) -> String {
    let local = input[name].split(separator: UInt8(ascii: ":")).last ?? []
    return String(decoding: local, as: UTF8.self).lowercased()
  }
}

// MARK: - Attributes

extension XMLRepair {
  private static let mostAttributes = 100

  /// Writes the attributes and moves past the tag. Nil if the document ends first.
  /// - Returns: whether the tag is that of an empty element.
  private mutating func attributes() -> Bool? {
    var names: [UInt64] = []
    while position < input.count {
      let byte = input[position]
      switch byte {
      case UInt8(ascii: ">"):
        position += 1
        return false
      case UInt8(ascii: "/") where position + 1 < input.count && input[position + 1] == UInt8(ascii: ">"):
        position += 2
        return true
      case UInt8(ascii: "<"):
        fault(.badAttribute)
        return false
      case 0xA:
        output.append(byte)
        position += 1
      case _ where isNameStart(byte): attribute(&names)
      default:
        if byte > 0x20, byte != UInt8(ascii: "/") { fault(.badAttribute) }
        position += 1
      }
    }
    return nil
  }

  private mutating func attribute(_ names: inout [UInt64]) {
    let name = writtenName(from: position)
    let written = output.count
    position = name.range.upperBound
    output.append(UInt8(ascii: " "))
    output += input[name.range]
    output.append(UInt8(ascii: "="))
    output.append(UInt8(ascii: "\""))
    skipSpaces()
    if position < input.count, input[position] == UInt8(ascii: "=") {
      position += 1
      skipSpaces()
      value()
    } else {
      fault(.badAttribute)
    }
    output.append(UInt8(ascii: "\""))
    guard isKept(name, written: written, other: names) else {
      fault(.badAttribute)
      output.removeSubrange(written...)
      return
    }
    names.append(name.exact)
  }

  /// - Parameters:
  ///   - written: where the attribute begins in the output.
  ///   - names: those of the attributes before it.
  private mutating func isKept(_ name: WrittenName, written: Int, other names: [UInt64]) -> Bool {
    guard names.count < Self.mostAttributes, !names.contains(name.exact) else { return false }
    return admitsNamespace(name, written: written) && self.names.admit(name.exact)
  }

  /// False for a namespace after too many. Repeated default ones, such as XHTML's in each entry, are kept.
  private mutating func admitsNamespace(_ name: WrittenName, written: Int) -> Bool {
    if input[name.range].starts(with: "xmlns:".utf8) {
      countNamespaces += 1
      return countNamespaces <= Self.mostNamespaces
    }
    guard input[name.range].elementsEqual("xmlns".utf8) else { return true }
    let attribute = Array(output[written...])
    if defaultNamespaces.contains(attribute) { return true }
    guard defaultNamespaces.count < Self.mostNamespaces else { return false }
    defaultNamespaces.insert(attribute)
    return true
  }

  private mutating func value() {
    guard position < input.count else { return }
    let quote = input[position]
    var end: Int
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      position += 1
      end = index(of: quote == UInt8(ascii: "'") ? .apostrophe : .quote, from: position) ?? input.count
    } else {
      fault(.badAttribute)
      end = input[position...].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: ">") } ?? input.count
    }
    let last = end
    while position < end {
      switch input[position] {
      case UInt8(ascii: "&"): reference()
      case UInt8(ascii: "<"): writeEscape("&lt;")
      case UInt8(ascii: "\""): writeEscape("&quot;")
      default:
        let stops = [UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: "\"")]
        copy(to: input[position..<end].firstIndex { stops.contains($0) } ?? end)
      }
    }
    end = last
    if end < input.count, input[end] == quote { position = end + 1 }
  }

  private mutating func writeEscape(_ escape: String) {
    output += Array(escape.utf8)
    position += 1
  }

  private mutating func skipSpaces() {
    while position < input.count, input[position] <= 0x20 { position += 1 }
  }
}

// MARK: - Names

extension XMLRepair {
  func isNameStart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(lower(byte)) || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  func nameRange(from start: Int) -> Range<Int> {
    let end = input[min(start, input.count)...].firstIndex { !isNameByte($0) } ?? input.count
    return min(start, input.count)..<end
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    isNameStart(byte) || (0x30...0x3A).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
