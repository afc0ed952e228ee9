internal import Text

/// A list `name=value; name=value`, the syntax of DKIM and DMARC records (RFC 6376 §3.2).
struct TagList {
  private var tags: [String: String] = [:]
  /// Names in the order of the record, in lower case.
  private(set) var names: [String] = []

  /// Nil if a part is not a tag, or a tag is listed twice.
  init?(_ text: String) {
    for part in text.split(separator: ";") where !part.trimmed.isEmpty {
      guard let equals = part.firstIndex(of: "=") else { return nil }
      let name = part[..<equals].trimmed.lowercased()
      let isName = !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
      let value = part[part.index(after: equals)...].trimmed
      guard isName, tags.updateValue(value, forKey: name) == nil else { return nil }
      names.append(name)
    }
  }

  subscript(name: String) -> String? { tags[name] }
}
