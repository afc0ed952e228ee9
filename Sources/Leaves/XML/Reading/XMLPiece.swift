/// A piece of a repaired document: markup for libxml2, and the texts in it, which need no parser.
///
/// libxml2 checks every character of a text and calls back for each reference, so texts are kept out of its way.
struct XMLPiece {
  /// What stands for a text in the markup, where no other tab occurs.
  static let mark = UInt8(ascii: "\t")

  /// Well-formed XML. In place of each text it has a mark and the text's line breaks.
  var markup: [UInt8] = []
  /// All texts, one after the other, with references resolved.
  var text: [UInt8] = []
  /// Of each text, in bytes.
  var lengths: [Int] = []

  mutating func removeAll() {
    markup.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    lengths.removeAll(keepingCapacity: true)
  }
}
