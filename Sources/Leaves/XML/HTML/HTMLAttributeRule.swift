internal import Text

/// The form that an attribute's value must have to be kept.
enum HTMLAttributeRule: Sendable {
  /// Any text, on one line.
  case text
  /// A whole number of at most five digits, for example a width in pixels.
  case number
  case oneOf(Set<String>)
  /// A language tag in the form of BCP 47.
  case language
  /// A date, or a date and time with a zone (HTML, "Dates and times").
  case date
  /// Only a class `language-…`.
  case programmingLanguage
  /// Letters and digits of any script, `-`, `_` and `.`: ids with a `:` belong to the page.
  case identifier
  /// A URL, made absolute.
  case link
  /// The same, but only http and https.
  case picture
  /// `srcset`: image URLs with their widths or densities.
  case pictures

  /// Allowed on every element.
  static let everywhere: [String: HTMLAttributeRule] = [
    "title": .text, "lang": .language, "dir": .oneOf(["ltr", "rtl", "auto"]), "id": .identifier,
  ]

  /// The value to write, unescaped; nil if the attribute must be removed. URLs are resolved against `base`; those
  /// within the text (`#notes`) lead to `page`. `find` returns the URL of a file given by a relative path.
  func value(of written: String, base: String, page: String, find: (String) -> String? = { _ in nil }) -> String? {
    switch self {
    case .text: withoutControls(written)
    case .number: isNumber(written) ? written : nil
    case .oneOf(let words): words.contains(written.lowercased()) ? written.lowercased() : nil
    case .language: isName(written, maxLength: 35, of: "-") ? written : nil
    case .date: isDate(written) ? written : nil
    case .programmingLanguage: languageClass(in: written)
    case .identifier: isIdentifier(plainID(written)) ? plainID(written) : nil
    case .link where written.utf8.first == UInt8(ascii: "#"): address(plainID(written), base: page)
    case .link: address(find(written) ?? written, base: base)
    case .picture: webAddress(find(written) ?? written, base: base)
    case .pictures: sourceSet(written, base: base, find: find)
    }
  }
}

/// Each control character becomes a space.
private func withoutControls(_ text: String) -> String {
  String(decoding: text.utf8.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }, as: UTF8.self)
}

private func isNumber(_ text: String) -> Bool {
  let digits = text.hasPrefix("-") ? text.utf8.dropFirst() : text.utf8[...]
  return (1...5).contains(digits.count) && digits.allSatisfy { (0x30...0x39).contains($0) }
}

private func isDate(_ text: String) -> Bool {
  text.wholeMatch(
    of:
      /[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9])([T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+\-]([01][0-9]|2[0-3]):?[0-5][0-9]))?/
  ) != nil
}

private func isName(_ text: some StringProtocol, maxLength: Int, of others: String) -> Bool {
  (1...maxLength).contains(text.utf8.count)
    && text.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0)) || others.unicodeScalars.contains($0)
    }
}

/// kramdown's `fn:1` as an id of an article: ids with a `:` are reserved for the page.
package func plainID(_ written: String) -> String {
  written.utf8.contains(UInt8(ascii: ":")) ? written.replacing(":", with: "-") : written
}

private func isIdentifier(_ text: String) -> Bool {
  (1...1_000).contains(text.utf8.count)
    && text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || "-_.".unicodeScalars.contains($0)
        || $0.properties.generalCategory == .nonspacingMark
    }
}

private func languageClass(in classes: String) -> String? {
  let prefix = "language-"
  return classes.split { $0.isWhitespace }
    .first { $0.hasPrefix(prefix) && isName($0.dropFirst(prefix.count), maxLength: 40, of: "-_+#.") }
    .map { String($0) }
}

/// Rejects an empty reference, which would mean the document itself, not what the author expects.
private func address(_ written: String, base: String) -> String? {
  written.utf8.contains { $0 > 0x20 } ? resolve(written, against: base) : nil
}

private func webAddress(_ written: String, base: String) -> String? {
  address(written, base: base).flatMap { $0.hasPrefix("http") ? $0 : nil }
}

/// Candidates are separated by commas, but a URL may also contain commas: it ends at white space, or before trailing
/// commas (HTML, "Parsing a srcset attribute"). Invalid candidates are left out.
private func sourceSet(_ written: String, base: String, find: (String) -> String?) -> String? {
  var rest = withoutControls(written)[...]
  var candidates: [String] = []
  while true {
    rest = rest.drop { $0 == " " || $0 == "," }
    let word = rest.prefix { $0 != " " }
    guard !word.isEmpty else { break }
    rest = rest.dropFirst(word.count)
    var address = word
    while address.last == "," { address.removeLast() }
    var descriptor = ""
    if address.count == word.count {
      let text = rest.prefix { $0 != "," }
      descriptor = text.split(separator: " ").joined(separator: " ")
      rest = rest.dropFirst(text.count)
    }
    guard let picture = webAddress(find(String(address)) ?? String(address), base: base), !picture.hasSuffix(","),
      isDescriptor(descriptor)
    else { continue }
    candidates.append(descriptor.isEmpty ? picture : picture + " " + descriptor)
  }
  return candidates.isEmpty ? nil : candidates.joined(separator: ", ")
}

/// An empty string, a width (`480w`) or a density (`1.5x`).
private func isDescriptor(_ text: String) -> Bool {
  guard let unit = text.last else { return true }
  let number = text.dropLast()
  let digits = number.utf8.filter { $0 != UInt8(ascii: ".") }
  return (unit == "w" || unit == "x") && (1...8).contains(number.utf8.count) && number.utf8.count - digits.count <= 1
    && !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
}
