internal import Languages

/// Isolates a value that contains letters of the other direction from the sentence around it (UAX 9 §2.4). Otherwise
/// the punctuation around the value would end up on the wrong side.
struct Isolation: Sendable {
  private let sentence: WritingDirection
  private let isMarkup: Bool
  /// Whether URLs and email addresses stay as they are, so that mail programs recognise them.
  private let sparesAddresses: Bool

  /// - Parameter isMarkup: whether to use an element, in the content of HTML; otherwise, where elements are not
  ///   allowed, U+2068 and U+2069.
  init(in sentence: WritingDirection, byMarkup isMarkup: Bool) {
    self.sentence = sentence
    self.isMarkup = isMarkup
    sparesAddresses = false
  }

  /// For a value next to others in plain text: a list, a label and what it labels, a title and a number.
  init(joinedIn text: WritingDirection) {
    sentence = text
    isMarkup = false
    sparesAddresses = true
  }

  /// The text before and after the value; nil if it needs no frame.
  func frame(of value: String) -> (before: String, after: String)? {
    guard sentence.isCrossed(by: value), !(sparesAddresses && Self.isAddress(value)) else { return nil }
    if !isMarkup { return ("\u{2068}", "\u{2069}") }
    // Browsers isolate any element with a `dir`. Most mail programs drop `<bdi>` (caniemail.com,
    // html-bdi), but none drops this.
    return ("<span dir=\"\(WritingDirection(of: value, usual: sentence).rawValue)\">", "</span>")
  }

  /// A URL, an email address, a DOI; or a placeholder for one, which begins with U+0001.
  private static func isAddress(_ value: String) -> Bool {
    let bytes = value.utf8
    return bytes.first == 1
      || bytes.contains { "/:@".utf8.contains($0) } && !bytes.contains(UInt8(ascii: " "))
  }
}

/// The frame around Courant's own phrases if they are English although the site is not (``Language/borrowsWords``).
struct BorrowedFrame: Sendable {
  let before: String
  let after: String

  /// - Parameter isMarkup: as in ``Isolation``; plain text needs a frame only in a right-to-left language.
  init?(in language: Language, byMarkup isMarkup: Bool) {
    guard language.borrowsWords else { return nil }
    let isCrossed = language.direction == .rightToLeft
    if isMarkup {
      before = isCrossed ? "<span lang=\"en\" dir=\"ltr\">" : "<span lang=\"en\">"
      after = "</span>"
    } else {
      guard isCrossed else { return nil }
      before = "\u{2066}"
      after = "\u{2069}"
    }
  }
}
