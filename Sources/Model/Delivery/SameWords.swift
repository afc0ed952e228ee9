/// A server's words without the parts that vary from message to message: addresses, numbers, queue
/// ids, host names and URLs.
///
/// Two replies that mean the same for different readers are equal: `550 5.4.5 <ann@example.org>: limit exceeded. IB607`
/// and `550 5.4.5 <bob@example.net>: limit exceeded. IB608`.
package struct SameWords: Hashable, Sendable {
  private let words: [String]

  package init(_ reply: Reply, to reader: EmailAddress) {
    let known = [reader.localPart.lowercased(), reader.domain.lowercased()]
    let words = reply.text.split(whereSeparator: \.isWhitespace).map { Self.lasting($0, known) }
    self.words = words.isEmpty ? [String(reply.code), reply.status ?? ""] : words
  }

  /// The word, or a placeholder for a word that varies from message to message.
  private static func lasting(_ word: Substring, _ known: [String]) -> String {
    let lower = word.lowercased()
    if lower.contains("://") { return "URL" }
    if lower.contains("@") { return "ADDRESS" }
    let bare = String(lower.drop { !$0.isLetter && !$0.isNumber }.trimmingEnd { !$0.isLetter && !$0.isNumber })
    if known.contains(bare) { return "ADDRESS" }
    if isHostName(bare) { return "HOST" }
    if bare.contains(where: \.isNumber) { return "NUMBER" }
    if isIdentifier(word) { return "NUMBER" }
    return bare
  }

  private static func isHostName(_ word: String) -> Bool {
    let labels = word.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1 && labels.allSatisfy { !$0.isEmpty } && labels.last?.allSatisfy(\.isLetter) == true
  }

  /// Capitals after small letters: a queue id that happens to contain no digits.
  private static func isIdentifier(_ word: Substring) -> Bool {
    let letters = word.filter(\.isLetter)
    let changes = zip(letters, letters.dropFirst()).count { $0.isLowercase && $1.isUppercase }
    return letters.count >= 6 && changes >= 2
  }
}

extension Substring {
  fileprivate func trimmingEnd(while isPart: (Character) -> Bool) -> Substring {
    self[..<(lastIndex { !isPart($0) }.map(index(after:)) ?? startIndex)]
  }
}
