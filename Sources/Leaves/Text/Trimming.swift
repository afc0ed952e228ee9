extension StringProtocol {
  /// The text without white space (Unicode `White_Space`) at either end.
  ///
  /// Trims by code point: a combining mark on a leading space stays.
  package var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(self[first..<scalars.index(after: last)])
  }
}
