/// All pieces of a statement; joined, they are the original text.
struct SQLTokens: Sequence, IteratorProtocol {
  struct Token: Hashable {
    let text: String
    /// A word, a `?`, or another character by itself, neither quoted nor in a comment.
    let isWord: Bool
  }

  private var rest: Substring

  init(_ text: String) { rest = Substring(text) }

  mutating func next() -> Token? {
    guard let first = rest.first else { return nil }
    switch first {
    case "'", "\"": return take(throughNext: first, isWord: false)
    case "-" where rest.hasPrefix("--"): return take(throughNext: "\n", isWord: false)
    default: return takeWord()
    }
  }

  /// A doubled quote is read as the end of one quoted string and the beginning of another.
  private mutating func take(throughNext end: Character, isWord: Bool) -> Token {
    let inner = rest.dropFirst()
    let stop = inner.firstIndex(of: end).map { rest.index(after: $0) } ?? rest.endIndex
    return take(to: stop, isWord: isWord)
  }

  private mutating func takeWord() -> Token {
    let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    return take(to: word.isEmpty ? rest.index(after: rest.startIndex) : word.endIndex, isWord: true)
  }

  private mutating func take(to end: Substring.Index, isWord: Bool) -> Token {
    let token = Token(text: String(rest[..<end]), isWord: isWord)
    rest = rest[end...]
    return token
  }
}
