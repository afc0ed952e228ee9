internal import Text

/// Plain text as HTML text or as an attribute's value in double quotes. Characters that HTML forbids (§13.1.4) are not
/// written: DEL, C1 controls and noncharacters are left out, and U+0085 becomes "…".
package func escapedHTML(_ text: String) -> String { unsafe text.replacing({ $0.htmlEscaped }, by: htmlEscape) }

extension [UInt8] {
  /// Appends text without the characters that HTML forbids; its markup becomes references.
  mutating func appendEscaped(_ text: [UInt8]) {
    unsafe text.withUnsafeBufferPointer { unsafe append($0, replacing: { $0.htmlMarkup }, by: htmlEscape) }
  }
}
