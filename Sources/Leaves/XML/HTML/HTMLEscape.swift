internal import Text

/// A plain text as HTML text or as an attribute's value between double quotes. Without what HTML forbids (§13.1.4): DEL, C1 controls and
/// noncharacters are left out, and U+0085 is shown as "…".
package func escapedHTML(_ text: String) -> String { unsafe text.replacing({ $0.htmlEscaped }, by: htmlEscape) }

extension [UInt8] {
  /// Appends a text without what HTML forbids; its markup becomes references.
  mutating func appendEscaped(_ text: [UInt8]) {
    unsafe text.withUnsafeBufferPointer { unsafe append($0, replacing: { $0.htmlMarkup }, by: htmlEscape) }
  }
}
