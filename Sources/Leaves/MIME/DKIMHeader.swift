/// The header fields that a signature covers (RFC 6376 §5.4), relaxed, with blanks for fields that differ per reader.
package struct DKIMHeader<Blank: Sendable>: Sendable {
  package enum Part: Sendable {
    case field(HeaderField)
    /// A field of this name, supplied when a message is signed.
    case blank(StaticString, Blank)
  }

  /// `h=`, split where a line may end.
  private let names: [[UInt8]]
  private var form = BlankForm<Blank>()

  /// All fields of a message, each name once.
  package init(_ parts: [Part]) {
    names = dkimNames(parts.map(\.name) + oversigned)
    for part in parts {
      switch part {
      case .field(let field): form.append(relaxedField(field.bytes))
      case .blank(_, let blank): form.append(blank)
      }
    }
  }

  package func filled(_ field: (Blank) -> HeaderField) -> DKIMFields {
    var relaxed: [UInt8] = []
    relaxed.reserveCapacity(form.byteCount + 1024)
    form.append(to: &relaxed) { $1 += relaxedField(field($0).bytes) }
    return DKIMFields(names: names, relaxed: relaxed)
  }
}

extension DKIMHeader.Part {
  fileprivate var name: String {
    switch self {
    case .field(let field): field.name
    case .blank(let name, _): name.description
    }
  }
}

/// The header fields that the signature of one message covers.
package struct DKIMFields: Sendable {
  /// `h=`, split where a line may end.
  let names: [[UInt8]]
  /// In the same order as the names.
  let relaxed: [UInt8]
}

/// Fields that no one may add: each is listed once more often than it occurs (RFC 6376 §8.15),
/// even if it does not occur.
private let oversigned = [
  "From", "To", "Subject", "Date", "Reply-To", "Cc", "Message-ID", "MIME-Version", "Content-Type",
]

/// `h=` in words that fit on a line: white space is allowed around each colon (RFC 6376 §3.5).
private func dkimNames(_ names: [String]) -> [[UInt8]] {
  var words: [[UInt8]] = []
  var word = [UInt8]("h=".utf8)
  for (index, name) in names.enumerated() {
    let part = [UInt8]((name + (index + 1 < names.count ? ":" : ";")).utf8)
    if word.count + part.count > HeaderLine.columns - 1 {
      words.append(word)
      word = []
    }
    word += part
  }
  return words + [word]
}
