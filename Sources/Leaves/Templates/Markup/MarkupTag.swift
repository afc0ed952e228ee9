/// A start or end tag of HTML, as it is written in a template or in a rendered document.
package struct MarkupTag: Sendable {
  /// In small letters.
  package let name: String
  package let isEnd: Bool
  /// `<br/>`
  package var closesItself = false
  package var attributes: [Attribute] = []
  /// Of its `<`, in UTF-8 bytes.
  package let offset: Int
  /// What follows a `<style>` up to its end, and where it begins.
  package var style: (text: String, offset: Int)?

  package struct Attribute: Sendable {
    /// In small letters.
    package let name: String
    /// Without its quotes; tags of Mustache in it are as they are written.
    package let value: String
    /// Of the name's first byte.
    package let offset: Int
  }

  init(_ name: String, isEnd: Bool, at offset: Int) {
    self.name = name
    self.isEnd = isEnd
    self.offset = offset
  }

  /// The value of the first attribute of that name; nil if it has none.
  package func value(of name: String) -> String? { attributes.first { $0.name == name }?.value }
}
