internal import Text

/// A document's bytes in UTF-8, and the encoding that they were in.
package struct DecodedText: Sendable {
  package let bytes: [UInt8]
  /// In lower case: `utf-8`, `windows-1252`.
  package let encoding: String
  /// Whether it differs from what the document or its server declared, or some bytes were invalid in it.
  package let isDoubtful: Bool

  /// Decodes XML, HTML or JSON. A byte order mark counts more than `charset`, and that more than an XML declaration;
  /// without all of them, UTF-8. Text that says it has one byte per character but is UTF-8 is UTF-8; bytes that UTF-8
  /// does not allow are read as windows-1252.
  /// - Parameter charset: from the server (RFC 7303 §3: `text/xml` without it decides nothing).
  package init(_ written: [UInt8], charset: String? = nil) {
    if let wide = WideText(written) {
      self.init(wide.decoded, wide.name, false)
      return
    }
    let said = [charset, declaredEncoding(written)].lazy.compactMap(\.self).compactMap(knownEncoding).first
    let text = written.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(written.dropFirst(3)) : written
    let isUTF8 = isValidUTF8(text)
    if text.count < written.count || said == nil || said == "utf-8" {
      let isWrong = said.map { $0 != "utf-8" } ?? false
      self.init(isUTF8 ? text : mixed(text), "utf-8", !isUTF8 || isWrong)
      return
    }
    let name = said ?? "utf-8"
    if isUTF8, isSingleByte(name) {
      let isPlain = text.allSatisfy { $0 < 0x80 }
      self.init(text, isPlain ? name : "utf-8", !isPlain)
      return
    }
    if name == "windows-1252" {
      self.init(latin(text), name, false)
    } else if let decoded = converted(text, from: name) {
      self.init(decoded.bytes, name, decoded.isDoubtful)
    } else {
      self.init(isUTF8 ? text : mixed(text), "utf-8", true)
    }
  }

  /// Clean (see ``cleanText(_:)``), without byte order marks.
  package var text: String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.unicodeScalars.contains("\u{FEFF}") else { return cleanText(text) }
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: text.unicodeScalars.lazy.filter { $0 != "\u{FEFF}" })
    return cleanText(String(kept))
  }

  private init(_ bytes: [UInt8], _ encoding: String, _ isDoubtful: Bool) {
    self.bytes = bytes
    self.encoding = encoding
    self.isDoubtful = isDoubtful
  }
}

/// The encoding in an XML declaration; nil if there is none.
private func declaredEncoding(_ bytes: [UInt8]) -> String? {
  let start = String(decoding: bytes.prefix(1_000), as: UTF8.self)
  // IBM037, as mainframes write it, begins with `<?xm`.
  if bytes.starts(with: [0x4C, 0x6F, 0xA7, 0x94]) { return "ibm037" }
  guard let match = start.firstMatch(of: /<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([A-Za-z0-9_.:\-]{1,40})/) else {
    return nil
  }
  return String(match.1)
}

/// The name under which an encoding is converted (WHATWG Encoding §4.2); nil for one that cannot be intended.
private func knownEncoding(_ name: String) -> String? {
  let name = name.lowercased().trimmed
  return switch name {
  case "utf8", "utf-8", "unicode", "x-unicode": "utf-8"
  case "": nil
  case _ where name.hasPrefix("utf-16") || name.hasPrefix("utf-32") || name.hasPrefix("ucs") || name.hasPrefix("utf-7"):
    nil  // The bytes would show it.
  case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "us-ascii", "ascii", "ansi", "cp1252",
    "windows-1252", "x-cp1252", "iso-8859-1-windows-1252":
    "windows-1252"
  case "iso-8859-9", "latin5": "windows-1254"
  case "gb2312", "gbk", "x-gbk", "gb_2312-80", "euc-cn", "cp936": "gb18030"
  case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji": "cp932"
  case "euc-kr", "ks_c_5601-1987", "ksc5601", "cp949", "windows-949": "cp949"
  case "big5": "big5-hkscs"
  case "tis-620": "windows-874"
  default: name
  }
}

private func isSingleByte(_ name: String) -> Bool {
  ["iso-8859", "iso8859", "iso_8859", "windows-125", "windows-874", "cp125", "koi8", "macintosh", "latin"].contains {
    name.hasPrefix($0)
  }
}

private func isValidUTF8(_ bytes: [UInt8]) -> Bool {
  do {
    _ = try UTF8Span(validating: bytes.span)
    return true
  } catch {
    return false
  }
}

/// UTF-8, with each invalid byte read as windows-1252; if most of the bytes beyond ASCII are invalid, all of it is.
private func mixed(_ bytes: [UInt8]) -> [UInt8] {
  var good = 0
  var bad = 0
  var count = 0
  var index = 0
  while index < bytes.count {
    let length = lengthOfCharacter(bytes, at: index)
    good += length > 1 ? 1 : 0
    bad += length == 0 ? 1 : 0
    count += length > 0 ? length : windows1252[Int(bytes[index])].count
    index += max(length, 1)
  }
  guard bad <= good else { return latin(bytes) }
  var result: [UInt8] = []
  result.reserveCapacity(count)
  index = 0
  while index < bytes.count {
    let length = lengthOfCharacter(bytes, at: index)
    if length > 0 {
      for place in index..<index + length { result.append(bytes[place]) }
    } else {
      windows1252[Int(bytes[index])].append(to: &result)
    }
    index += max(length, 1)
  }
  return result
}

/// In bytes; 0 if no UTF-8 character begins there (Unicode, table 3-7).
private func lengthOfCharacter(_ bytes: [UInt8], at index: Int) -> Int {
  let first = bytes[index]
  if first < 0x80 { return 1 }
  let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  guard (0xC2...0xF4).contains(first), index + length <= bytes.count else { return 0 }
  // Neither longer than necessary, nor half of a surrogate pair, nor beyond U+10FFFF.
  let second: ClosedRange<UInt8> =
    switch first {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xF0: 0x90...0xBF
    case 0xF4: 0x80...0x8F
    default: 0x80...0xBF
    }
  guard second.contains(bytes[index + 1]) else { return 0 }
  for place in index + 2..<index + max(length, 2) where !(0x80...0xBF).contains(bytes[place]) { return 0 }
  return length
}

private func latin(_ bytes: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  // An array that grows by appending takes twice the memory.
  result.reserveCapacity(bytes.reduce(0) { $0 + ($1 < 0x80 ? 1 : windows1252[Int($1)].count) })
  for byte in bytes {
    if byte < 0x80 {
      result.append(byte)
    } else {
      windows1252[Int(byte)].append(to: &result)
    }
  }
  return result
}

/// A character in UTF-8, of at most three bytes; none for a byte without a meaning.
private struct ShortCharacter {
  let count: Int
  let bytes: (UInt8, UInt8, UInt8)

  init(_ encoded: [UInt8]) {
    count = encoded.count
    let padded = encoded + [0, 0, 0]
    bytes = (padded[0], padded[1], padded[2])
  }

  func append(to result: inout [UInt8]) {
    if count > 0 { result.append(bytes.0) }
    if count > 1 { result.append(bytes.1) }
    if count > 2 { result.append(bytes.2) }
  }
}

/// What each byte means in windows-1252; empty for the five without a meaning.
private let windows1252: [ShortCharacter] = (UInt8.min...UInt8.max).map { byte in
  ShortCharacter(meaning(ofC1: Unicode.Scalar(byte)).map { Array(String($0).utf8) } ?? [])
}
