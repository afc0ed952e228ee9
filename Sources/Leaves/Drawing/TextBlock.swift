/// Text to be set as one block.
package struct TextBlock: Sendable {
  /// One paragraph, without control characters.
  package var text: String
  package var typeface: Typeface
  /// In pixels.
  package var size: Int
  /// In pixels.
  package var width: Int
  /// Longer text ends in an ellipsis; nil shows everything.
  package var mostLines: Int?
  /// Whether a word that is wider than the block is broken; otherwise it sticks out.
  package var breaksWords = true
  /// BCP 47; chooses between the forms of Chinese, Japanese and Korean characters.
  package var language = "en"
  /// Whether lines begin on the right.
  package var isRightToLeft = false

  package init(_ text: String, _ typeface: Typeface, size: Int, width: Int) {
    self.text = text
    self.typeface = typeface
    self.size = size
    self.width = width
  }

  package enum Typeface: Sendable { case boldSerif, sans }
}

/// The size of a drawn text, in pixels.
package struct TextExtent: Hashable, Sendable {
  package let lines: Int
  package let width: Int
  package let height: Int
  /// The inked area, measured from the corner of the block.
  package let ink: Box
  /// Whether no installed font has one of the characters.
  package let lacksFont: Bool

  package struct Box: Hashable, Sendable {
    package let left: Int
    package let top: Int
    package let width: Int
    package let height: Int
  }
}
