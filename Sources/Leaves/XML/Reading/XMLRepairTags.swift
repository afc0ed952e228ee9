internal import Text

/// Tags and other markup; the position is at its `<`.
extension XMLRepair {
  mutating func markup() {
    isInText = false
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
    countPiece()
    write(text: UInt8(ascii: "<"))
    position += 1
  }

  private mutating func declaration() {
    if starts(with: "<!--") {
      skip(to: index(of: .comment, from: position + 4).map { $0 + 3 } ?? position + 4)
    } else if starts(with: "<![CDATA["), !open.isEmpty {
      sectionEnd = index(of: .section, from: position + 9) ?? input.count
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
    if endsLast() { return }
    countPiece()
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

  /// Copies an end tag that is written as it should be, as nearly all are. False for any other.
  private mutating func endsLast() -> Bool {
    guard let name = open.last?.range, position + 2 + name.count < input.count,
      input[position + 2 + name.count] == UInt8(ascii: ">")
    else { return false }
    let isSame = unsafe input.withUnsafeBufferPointer { input in
      for offset in 0..<name.count where unsafe input[position + 2 + offset] != input[name.lowerBound + offset] {
        return false
      }
      return true
    }
    guard isSame else { return false }
    copyTag(to: position + 3 + name.count)
    open.removeLast()
    if open.isEmpty { isDone = true }
    return true
  }

  private mutating func copyTag(to end: Int) {
    unsafe input.withUnsafeBufferPointer {
      unsafe piece.markup.append(contentsOf: UnsafeBufferPointer(rebasing: $0[position..<end]))
    }
    position = end
  }

  private mutating func writeEnd(_ name: WrittenName) {
    piece.markup.append(UInt8(ascii: "<"))
    piece.markup.append(UInt8(ascii: "/"))
    piece.markup += input[name.range]
    piece.markup.append(UInt8(ascii: ">"))
  }

  private mutating func startTag() {
    countPiece()
    let start = position
    let written = piece.markup.count
    let name = writtenName(from: position + 1)
    let isKept = isKept(name)
    let next = name.range.upperBound
    if isKept, next < input.count, input[next] == UInt8(ascii: ">"), !isVoid(name.range) {
      // Without attributes, as most are.
      hasRoot = true
      copyTag(to: next + 1)
      return open.append(name)
    }
    piece.markup.append(UInt8(ascii: "<"))
    piece.markup += input[name.range]
    position = name.range.upperBound
    guard let isEmpty = attributes() else {
      // The document ends within the tag.
      piece.markup.removeSubrange(written...)
      return
    }
    guard isKept else {
      let end = position
      position = start
      piece.markup.removeSubrange(written...)
      return skip(to: end)
    }
    hasRoot = true
    let isVoid = isEmpty || isVoid(name.range)
    if isVoid { piece.markup.append(UInt8(ascii: "/")) }
    piece.markup.append(UInt8(ascii: ">"))
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
        piece.markup.append(byte)
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
    countPiece()
    let name = writtenName(from: position)
    let written = piece.markup.count
    position = name.range.upperBound
    piece.markup.append(UInt8(ascii: " "))
    piece.markup += input[name.range]
    piece.markup.append(UInt8(ascii: "="))
    piece.markup.append(UInt8(ascii: "\""))
    skipSpaces()
    if position < input.count, input[position] == UInt8(ascii: "=") {
      position += 1
      skipSpaces()
      value()
    } else {
      fault(.badAttribute)
    }
    piece.markup.append(UInt8(ascii: "\""))
    guard isKept(name, written: written, other: names) else {
      fault(.badAttribute)
      piece.markup.removeSubrange(written...)
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
    let attribute = Array(piece.markup[written...])
    if defaultNamespaces.contains(attribute) { return true }
    guard defaultNamespaces.count < Self.mostNamespaces else { return false }
    defaultNamespaces.insert(attribute)
    return true
  }

  private mutating func value() {
    guard position < input.count else { return }
    let quote = input[position]
    let end: Int
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      position += 1
      end = index(of: quote == UInt8(ascii: "'") ? .apostrophe : .quote, from: position) ?? input.count
    } else {
      fault(.badAttribute)
      end = input[position...].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: ">") } ?? input.count
    }
    isInValue = true
    while position < end {
      switch input[position] {
      case UInt8(ascii: "&"): reference()
      case UInt8(ascii: "<"): writeEscape("&lt;")
      case UInt8(ascii: "\""): writeEscape("&quot;")
      case UInt8(ascii: "\t"): writeEscape(" ")
      default: copyValue(to: nextInValue(to: end))
      }
    }
    isInValue = false
    if end < input.count, input[end] == quote { position = end + 1 }
  }

  /// Where the next character of a value that is not copied is.
  private func nextInValue(to end: Int) -> Int {
    unsafe input.withUnsafeBufferPointer {
      let value = unsafe UnsafeBufferPointer(rebasing: $0[..<end])
      return unsafe value.firstIndex(from: position) {
        $0.equal(to: UInt8(ascii: "&")) | $0.equal(to: UInt8(ascii: "<")) | $0.equal(to: UInt8(ascii: "\""))
          | $0.equal(to: UInt8(ascii: "\t"))
      }
    }
  }

  private mutating func writeEscape(_ escape: String) {
    piece.markup += Array(escape.utf8)
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
