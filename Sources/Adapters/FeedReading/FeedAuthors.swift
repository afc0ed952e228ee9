internal import Text

extension FeedAuthor {
  /// `mail@example.org (Name)`, `Name <mail@example.org>`, `Name (mail@example.org)`, or one of the two.
  init(written text: String) {
    var name = text.cut(toScalars: 500).trimmed
    guard name.utf8.contains(UInt8(ascii: "@")), let found = Self.address(in: name) else {
      self.init(name: name)
      return
    }
    let email = String(found)
    name = name.replacing(email, with: "")
    for pair in ["()", "<>", "[]", "<mailto:>", "(mailto:)"] { name = name.replacing(pair, with: "") }
    name = name.replacing("mailto:", with: "").trimmed
    if name.hasPrefix("("), name.hasSuffix(")") { name = String(name.dropFirst().dropLast()) }
    let ends = Set<Character>([" ", ",", ";", ":", "-", "\"", "|"])
    while let last = name.last, ends.contains(last) { name.removeLast() }
    while let first = name.first, ends.contains(first) { name.removeFirst() }
    self.init(name: name.trimmed, email: email)
  }

  /// The first email address: at most 64 bytes, `@`, and a name of a host.
  private static func address(in text: String) -> Substring? {
    let bytes = text.utf8
    var rest = bytes[...]
    while let sign = rest.firstIndex(of: UInt8(ascii: "@")) {
      rest = rest[bytes.index(after: sign)...]
      let mailbox = bytes[..<sign].suffix(64).reversed().prefix { isOfMailbox($0) }
      let host = rest.prefix(251).prefix { isOfHost($0) }
      if !mailbox.isEmpty, let first = host.first, first != UInt8(ascii: "."), first != UInt8(ascii: "-") {
        return text[mailbox.endIndex.base..<host.endIndex]
      }
    }
    return nil
  }

  private static func isOfMailbox(_ byte: UInt8) -> Bool { byte > 0x20 && !"()<>\"',;:[]@".utf8.contains(byte) }

  private static func isOfHost(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "-")
  }
}

extension [FeedAuthor] {
  /// Each name once; addresses without a name only if there is nothing else.
  var distinct: [FeedAuthor] {
    let all = filter { !$0.name.isEmpty || !$0.email.isEmpty }
    guard all.count > 1 else { return all }
    var seen: Set<String> = []
    return all.filter { seen.insert(($0.name.isEmpty ? $0.email : $0.name).lowercased()).inserted }
  }
}
