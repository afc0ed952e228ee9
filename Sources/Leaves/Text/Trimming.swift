extension StringProtocol {
  /// The text without white space (Unicode `White_Space`) at either end.
  ///
  /// Trims by code point: a combining mark on a leading space stays.
  package var trimmed: String {
    let scalars = unicodeScalars
    // Most text begins and ends with a visible ASCII character, and looking up Unicode properties is slow.
    if let first = scalars.first, let last = scalars.last, isVisibleASCII(first), isVisibleASCII(last) {
      return String(self)
    }
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(self[first..<scalars.index(after: last)])
  }

  /// Whether there is nothing but white space.
  package var isBlank: Bool { unicodeScalars.allSatisfy { !isVisibleASCII($0) && $0.properties.isWhitespace } }
}

private func isVisibleASCII(_ scalar: Unicode.Scalar) -> Bool { scalar.value > 0x20 && scalar.value < 0x7F }
