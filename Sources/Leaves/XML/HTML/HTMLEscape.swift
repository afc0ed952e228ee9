internal import Text

extension [UInt8] {
  /// Appends text without the characters that HTML forbids; its markup becomes references.
  mutating func appendEscaped(_ text: [UInt8]) {
    unsafe text.withUnsafeBufferPointer { unsafe append($0, replacing: { $0.htmlMarkup }, by: htmlEscape) }
  }
}
