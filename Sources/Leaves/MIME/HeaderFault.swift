/// Why a string is not allowed in a header.
package struct HeaderFault: Error, Hashable, CustomStringConvertible {
  package enum Kind: Hashable, Sendable {
    /// A control character or a line separator (U+0000–U+001F, U+007F–U+009F, U+2028, U+2029).
    case controlCharacter(Unicode.Scalar)
    /// It contains nothing visible.
    case blank
    /// It does not have the form that this field requires; `expected` describes that form.
    case malformed(expected: String)
  }

  package let kind: Kind
  /// The rejected string. It is hostile, so escape it before logging.
  package let text: String

  package init(kind: Kind, text: String) {
    self.kind = kind
    self.text = text
  }

  package var description: String {
    switch kind {
    case .controlCharacter(let scalar):
      "a header cannot hold the control character U+\(codePoint(scalar))"
    case .blank: "a header cannot be blank"
    case .malformed(let expected): "\(text.prefix(80).debugDescription) is not \(expected)"
    }
  }
}

/// Rejects characters not allowed in a header, and strings without a visible character.
func checkHeaderText(_ text: String) throws(HeaderFault) {
  let isPlain = text.utf8.withContiguousStorageIfAvailable { isPrintable($0) && $0.contains { $0 != 0x20 } }
  if isPlain == true { return }
  if let scalar = text.unicodeScalars.first(where: isControl) {
    throw HeaderFault(kind: .controlCharacter(scalar), text: text)
  }
  guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
    throw HeaderFault(kind: .blank, text: text)
  }
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
}

private func codePoint(_ scalar: Unicode.Scalar) -> String {
  let hex = String(scalar.value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - hex.count)) + hex
}
