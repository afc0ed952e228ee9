/// Tags and other markup; the position is at its `<`.
extension XMLRepair {
  mutating func markup() {
    let next = position + 1 < input.count ? input[position + 1] : 0
    switch next {
    case UInt8(ascii: "!"): declaration()
    case UInt8(ascii: "?"): skip(to: index(of: "?>", from: position).map { $0 + 2 } ?? endOfTag)
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
      skip(to: index(of: "-->", from: position + 4).map { $0 + 3 } ?? position + 4)
    } else if starts(with: "<![CDATA["), !open.isEmpty {
      let end = index(of: "]]>", from: position + 9) ?? input.count
      output += input[position..<position + 9]
      position += 9
      copy(to: end, escapesGreater: false)
      output += Array("]]>".utf8)
      position = min(end + 3, input.count)
    } else if starts(with: "<!DOCTYPE"), !hasRoot {
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
    let name = nameRange(from: position + 2)
    var end = name.upperBound
    while end < input.count, input[end] != UInt8(ascii: ">"), input[end] != UInt8(ascii: "<") { end += 1 }
    guard end < input.count else { return position = input.count }
    defer { skip(to: input[end] == UInt8(ascii: ">") ? end + 1 : end) }
    guard let index = open.lastIndex(where: { isSame($0, name) }) else {
      if !open.isEmpty { fault(.wrongEndTag) }
      return
    }
    if index < open.count - 1 { fault(.wrongEndTag) }
    while open.count > index, let last = open.popLast() { writeEnd(last) }
    if open.isEmpty { isDone = true }
  }

  private mutating func writeEnd(_ name: Range<Int>) {
    output += Array("</".utf8)
    output += input[name]
    output.append(UInt8(ascii: ">"))
  }

  private mutating func startTag() {
    let start = position
    let written = output.count
    let name = nameRange(from: position + 1)
    let isKept = open.isEmpty ? isRoot(localName(name)) : open.count < Self.mostOpen
    if !isKept { fault(open.isEmpty ? .junkBeforeRoot : .deepNesting) }
    output.append(UInt8(ascii: "<"))
    output += input[name]
    position = name.upperBound
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
    output += Array((isEmpty || isVoid(name) ? "/>" : ">").utf8)
    if !isEmpty, !isVoid(name) { open.append(name) } else if open.isEmpty { isDone = true }
  }

  /// HTML written in a feed has these without an end tag.
  private func isVoid(_ name: Range<Int>) -> Bool {
    name.count <= 3 && ["br", "hr", "img", "wbr"].contains(String(decoding: input[name], as: UTF8.self).lowercased())
  }

  private func localName(_ name: Range<Int>) -> String {
    let local = input[name].split(separator: UInt8(ascii: ":")).last ?? []
    return String(decoding: local, as: UTF8.self).lowercased()
  }

  private func isSame(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    a.count == b.count && zip(input[a], input[b]).allSatisfy { lower($0) == lower($1) }
  }
}

// MARK: - Attributes

extension XMLRepair {
  private static let mostAttributes = 100

  /// Writes the attributes and moves behind the tag. Nil if the document ends before.
  /// - Returns: whether the tag is that of an empty element.
  private mutating func attributes() -> Bool? {
    var names: Set<ArraySlice<UInt8>> = []
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

  private mutating func attribute(_ names: inout Set<ArraySlice<UInt8>>) {
    let name = nameRange(from: position)
    let written = output.count
    position = name.upperBound
    output.append(UInt8(ascii: " "))
    output += input[name]
    output += Array("=\"".utf8)
    skipSpaces()
    if position < input.count, input[position] == UInt8(ascii: "=") {
      position += 1
      skipSpaces()
      value()
    } else {
      fault(.badAttribute)
    }
    output.append(UInt8(ascii: "\""))
    let isNamespace = input[name].starts(with: "xmlns:".utf8)
    if isNamespace { countNamespaces += 1 }
    let isTooMany = names.count >= Self.mostAttributes || isNamespace && countNamespaces > Self.mostNamespaces
    if isTooMany || !names.insert(input[name]).inserted {
      fault(.badAttribute)
      output.removeSubrange(written...)
    }
  }

  private mutating func value() {
    guard position < input.count else { return }
    let quote = input[position]
    var end: Int
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      position += 1
      end = index(of: quote == UInt8(ascii: "'") ? "'" : "\"", from: position) ?? input.count
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
