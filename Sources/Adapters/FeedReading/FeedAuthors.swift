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

  private static func address(in text: String) -> Substring? {
    text.firstMatch(of: /[^\s()<>"',;:\[\]]{1,64}@[A-Za-z0-9][A-Za-z0-9.\-]{0,250}/)?.output
  }
}

extension [FeedAuthor] {
  /// Each name once; addresses without a name only if there is nothing else.
  var distinct: [FeedAuthor] {
    var seen: Set<String> = []
    let all = filter { !$0.name.isEmpty || !$0.email.isEmpty }
    return all.filter { seen.insert(($0.name.isEmpty ? $0.email : $0.name).lowercased()).inserted }
  }
}
