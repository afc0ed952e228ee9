/// A text in which thousands of others are looked for. It answers as `String.contains` does, but without reading the
/// whole text each time.
struct SearchedText {
  private let text: String
  /// Empty if so few texts are looked for that reading all of this one is faster.
  private let characters: [Character]
  /// Where each sequence of ``length`` characters ends.
  private var ends: [ArraySlice<Character>: [Int]] = [:]

  private static let length = 8
  private static let few = 200

  /// - Parameter count: how many texts are looked for.
  init(_ text: String, forAbout count: Int) {
    self.text = text
    characters = count < Self.few ? [] : Array(text)
    for end in characters.indices.dropFirst(Self.length - 1).map({ $0 + 1 }) {
      ends[characters[(end - Self.length)..<end], default: []].append(end)
    }
  }

  /// Looks at the end of `other` first, because links begin alike.
  func contains(_ other: String) -> Bool {
    let wanted = characters.isEmpty ? [] : Array(other)
    guard !characters.isEmpty, wanted.count >= Self.length else { return text.contains(other) }
    return (ends[wanted.suffix(Self.length)] ?? []).contains { end in
      end >= wanted.count && characters[(end - wanted.count)..<end] == wanted[...]
    }
  }
}
