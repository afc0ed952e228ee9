internal import Text

/// `text` with the references of HTML 4 and all numeric ones replaced by their characters, once. Anything else after an
/// `&` stays.
package func decodedReferences(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
  var result: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
    result += rest[..<start]
    rest = rest[start...]
    if let end = rest.prefix(34).firstIndex(of: UInt8(ascii: ";")),
      let scalar = referenced(String(decoding: rest[(start + 1)..<end], as: UTF8.self))
    {
      result += Array(String(scalar).utf8)
      rest = rest[(end + 1)...]
    } else {
      result.append(rest.removeFirst())
    }
  }
  return String(decoding: result + rest, as: UTF8.self)
}

/// Whether the text has a reference that ``decodedReferences(_:)`` replaces.
package func hasReferences(_ text: String) -> Bool {
  text.utf8.contains(UInt8(ascii: "&")) && decodedReferences(text) != text
}

private func referenced(_ name: String) -> Unicode.Scalar? {
  guard name.hasPrefix("#") else { return name == "apos" ? "'" : htmlCharacter(name) }
  let digits = name.dropFirst()
  let isHex = digits.first == "x" || digits.first == "X"
  guard let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits) else { return nil }
  return Unicode.Scalar(value).flatMap(meaning(ofC1:))
}
