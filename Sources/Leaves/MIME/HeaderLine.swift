/// A header field being written: words separated by single spaces, folded before a word that does not fit.
///
/// The limit is 76 columns, which RFC 2047 §2 sets for lines with encoded words; other lines may
/// have 78 (RFC 5322 §2.1.1).
package struct HeaderLine {
  package static let columns = 76

  private var bytes: [UInt8]
  private var column: Int
  /// Whether nothing follows the colon yet.
  private(set) var isFresh = true

  init(name: String) {
    bytes = []
    bytes.reserveCapacity(2 * Self.columns)
    bytes += name.utf8
    bytes.append(UInt8(ascii: ":"))
    column = bytes.count
  }

  /// The longest word that fits on this line, after its space.
  var room: Int { Self.columns - column - 1 }

  /// Adds a word that cannot be split. The first word follows the name regardless of its length, because some mail
  /// programs cannot handle a line that ends in the colon.
  mutating func put(_ word: some Collection<UInt8>) {
    if word.count > room, !isFresh { fold() }
    bytes.append(UInt8(ascii: " "))
    bytes.append(contentsOf: word)
    column += 1 + word.count
    isFresh = false
  }

  /// Starts a new line: CRLF, and the next word's leading space marks the continuation.
  mutating func fold() {
    bytes += crlf
    column = 0
  }

  consuming func finished() -> [UInt8] {
    bytes += crlf
    return bytes
  }
}

let crlf: [UInt8] = [0x0D, 0x0A]
