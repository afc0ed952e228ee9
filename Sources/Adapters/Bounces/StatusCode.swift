/// The first RFC 3463 status of class 4 or 5 (a failure) in a server's words, for example in
/// `550 5.1.1 no such user` or `(#5.1.1)`.
func statusCode(in text: some StringProtocol) -> String? {
  var word: [UInt8] = []
  for byte in text.utf8.prefix(4096) {
    let isDigit = (0x30...0x39).contains(byte)
    if isDigit || byte == 0x2E {
      if word.count < 16 { word.append(byte) }
      continue
    }
    if let status = status(word) { return status }
    // Within `mx5.1.1-example` or a version number it is not a status.
    let isGlue = (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2F || byte == 0x5F
    word = isGlue || byte == 0x2D && word.isEmpty ? [0x2E] : []
  }
  return status(word)
}

/// Exactly the form `5.1.1`; a full stop after it is allowed.
private func status(_ word: [UInt8]) -> String? {
  let word = word.last == 0x2E ? word.dropLast() : word[...]
  let parts = word.split(separator: 0x2E, omittingEmptySubsequences: false)
  guard parts.count == 3, parts[0] == [0x34] || parts[0] == [0x35],
    parts.dropFirst().allSatisfy({ (1...3).contains($0.count) })
  else { return nil }
  return String(decoding: word, as: UTF8.self)
}

/// The more specific of a report's status and the one in the server's words. The report's is often a guess by its MTA
/// (5.0.0, or 5.1.1 for every 550).
func tellingStatus(reported: String?, words: String) -> String? {
  let reported = reported.flatMap { statusCode(in: $0) }
  guard let said = statusCode(in: words), reported == nil || said.first == reported?.first, !said.hasSuffix(".0.0")
  else { return reported ?? statusCode(in: words) }
  return said
}

/// The RFC 5321 code at the beginning of the words: `550 5.1.1 …` or `smtp; 450-…`.
func replyCode(in words: String) -> Int? {
  let digits = words.utf8.drop { !(0x30...0x39).contains($0) }
  let before = words.utf8.count - digits.count
  guard before < 12, digits.count >= 4, let code = Int(String(decoding: digits.prefix(3), as: UTF8.self)) else {
    return nil
  }
  let next = digits[digits.index(digits.startIndex, offsetBy: 3)]
  return (400...599).contains(code) && (next == 0x20 || next == 0x2D) ? code : nil
}

/// Cisco's gateways put their own label before the server's words: `5.1.0 - Unknown address error 550-'…'`.
func serversOwn(_ words: String) -> String {
  guard words.first == "5" || words.first == "4", let label = words.prefix(12).firstRange(of: " - ") else {
    return words
  }
  guard let quote = words[label.upperBound...].firstRange(of: "-'"), let end = words.lastIndex(of: "'"),
    quote.upperBound < end
  else { return words }
  return String(words[quote.upperBound..<end])
}
