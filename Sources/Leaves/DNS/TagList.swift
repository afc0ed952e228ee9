/// A list `name=value; name=value`, the syntax of DKIM and DMARC records (RFC 6376 §3.2).
struct TagList {
  private var tags: [String: String] = [:]
  /// Names in the order of the record, in lower case.
  private(set) var names: [String] = []

  /// Nil if a part is not a tag, or a tag is listed twice.
  init?(_ text: String) {
    for part in text.split(separator: ";") where !trimmed(part).isEmpty {
      guard let equals = part.firstIndex(of: "=") else { return nil }
      let name = trimmed(part[..<equals]).lowercased()
      let isName = !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
      let value = trimmed(part[part.index(after: equals)...])
      guard isName, tags.updateValue(value, forKey: name) == nil else { return nil }
      names.append(name)
    }
  }

  subscript(name: String) -> String? { tags[name] }
}

func trimmed(_ text: some StringProtocol) -> String {
  let rest = text.drop(while: \.isWhitespace)
  return String(rest[..<(rest.lastIndex { !$0.isWhitespace }.map(rest.index(after:)) ?? rest.startIndex)])
}
