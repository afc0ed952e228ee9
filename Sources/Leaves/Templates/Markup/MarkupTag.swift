/// An HTML start or end tag, as written in a template or in a rendered document.
package struct MarkupTag: Sendable {
  /// In lower case.
  package let name: String
  package let isEnd: Bool
  /// `<br/>`
  package var closesItself = false
  package var attributes: [Attribute] = []
  /// Position of its `<`, in UTF-8 bytes.
  package let offset: Int
  /// The content of a `<style>` element, and where it begins.
  package var style: (text: String, offset: Int)?

  package struct Attribute: Sendable {
    /// In lower case.
    package let name: String
    /// Without quotes; Mustache tags in it are unchanged.
    package let value: String
    /// Position of the name's first byte.
    package let offset: Int
  }

  init(_ name: String, isEnd: Bool, at offset: Int) {
    self.name = name
    self.isEnd = isEnd
    self.offset = offset
  }

  /// The value of the first attribute of that name; nil if there is none.
  package func value(of name: String) -> String? { attributes.first { $0.name == name }?.value }
}
