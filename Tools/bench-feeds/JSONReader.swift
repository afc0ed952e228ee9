import Glibc

/// Where in a file of JSON lines a reader is. It trusts the file.
struct JSONReader {
  let bytes: UnsafeRawBufferPointer
  var position: Int

  enum Key: String, CaseIterable { case title, link, guid, date, updated, author, summary, categories, content }

  /// Whether there is another object; the reader is in it then.
  mutating func begins(object: Void) -> Bool {
    while position < bytes.count {
      position += 1
      if bytes[position - 1] == UInt8(ascii: "{") { return true }
    }
    return false
  }

  /// The next key of the object, the reader behind its colon; nil at the end.
  mutating func key() -> Key? {
    while bytes[position] != UInt8(ascii: "\"") {
      if bytes[position] == UInt8(ascii: "}") { return nil }
      position += 1
    }
    let start = position + 1
    position = start
    skip(to: UInt8(ascii: "\""))
    let name = bytes[start..<(position - 1)]
    skip(to: UInt8(ascii: ":"))
    return switch (name.first, name.count) {
    case (UInt8(ascii: "t"), _): .title
    case (UInt8(ascii: "l"), _): .link
    case (UInt8(ascii: "g"), _): .guid
    case (UInt8(ascii: "d"), _): .date
    case (UInt8(ascii: "u"), _): .updated
    case (UInt8(ascii: "a"), _): .author
    case (UInt8(ascii: "s"), _): .summary
    case (_, "content".utf8.count): .content
    default: .categories
    }
  }

  mutating func texts(_ scratch: inout [UInt8]) -> [String] {
    var texts: [String] = []
    skip(to: UInt8(ascii: "["))
    while bytes[position] != UInt8(ascii: "]") {
      if bytes[position] == UInt8(ascii: "\"") { texts.append(text(&scratch)) } else { position += 1 }
    }
    position += 1
    return texts
  }

  /// Skips a string or a list of strings.
  mutating func skip() {
    while bytes[position] == UInt8(ascii: " ") { position += 1 }
    let isList = bytes[position] == UInt8(ascii: "[")
    repeat {
      skip(to: UInt8(ascii: "\""))
      repeat { skip(to: UInt8(ascii: "\"")) } while isEscaped(position - 1)
    } while isList && bytes[position] != UInt8(ascii: "]")
  }

  mutating func text(_ scratch: inout [UInt8]) -> String {
    skip(to: UInt8(ascii: "\""))
    scratch.removeAll(keepingCapacity: true)
    while true {
      let start = position
      while bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\\") { position += 1 }
      let run = UnsafeRawBufferPointer(rebasing: bytes[start..<position])
      position += 1
      if bytes[position - 1] == UInt8(ascii: "\"") {
        if scratch.isEmpty { return String(decoding: run, as: UTF8.self) }
        scratch.append(contentsOf: run)
        return String(decoding: scratch, as: UTF8.self)
      }
      scratch.append(contentsOf: run)
      escape(&scratch)
    }
  }
}

extension JSONReader {
  private mutating func skip(to byte: UInt8) {
    guard let found = memchr(bytes.baseAddress! + position, Int32(byte), bytes.count - position) else {
      return position = bytes.count
    }
    position = bytes.baseAddress!.distance(to: found) + 1
  }

  /// Whether an odd number of backslashes is before it.
  private func isEscaped(_ index: Int) -> Bool {
    var first = index
    while bytes[first - 1] == UInt8(ascii: "\\") { first -= 1 }
    return (index - first) % 2 == 1
  }

  private mutating func escape(_ text: inout [UInt8]) {
    position += 1
    switch bytes[position - 1] {
    case UInt8(ascii: "n"): text.append(0xA)
    case UInt8(ascii: "t"): text.append(0x9)
    case UInt8(ascii: "r"): text.append(0xD)
    case UInt8(ascii: "b"): text.append(0x8)
    case UInt8(ascii: "f"): text.append(0xC)
    case UInt8(ascii: "u"):
      // Only control characters are written so in these files.
      let digits = String(decoding: bytes[position..<(position + 4)], as: UTF8.self)
      text.append(contentsOf: String(Unicode.Scalar(UInt32(digits, radix: 16)!) ?? "?").utf8)
      position += 4
    case let byte: text.append(byte)
    }
  }
}
