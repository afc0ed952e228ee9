/// A text in which thousands of others are looked for. It answers as `String.contains` does, but without reading the
/// whole text each time.
struct SearchedText {
  private let text: String
  private let characters: [Character]
  /// Where each sequence of ``length`` characters ends.
  private var ends: [ArraySlice<Character>: [Int]] = [:]

  private static let length = 8

  init(_ text: String) {
    self.text = text
    characters = Array(text)
    for end in characters.indices.dropFirst(Self.length - 1).map({ $0 + 1 }) {
      ends[characters[(end - Self.length)..<end], default: []].append(end)
    }
  }

  /// Looks at the end of `other` first, because links begin alike.
  func contains(_ other: String) -> Bool {
    let wanted = Array(other)
    guard wanted.count >= Self.length else { return text.contains(other) }
    return (ends[wanted.suffix(Self.length)] ?? []).contains { end in
      end >= wanted.count && characters[(end - wanted.count)..<end] == wanted[...]
    }
  }
}
