/// A DOI in a text: `10.1000/xyz`, without what precedes it and without punctuation after it.
struct DOI {
  let text: String

  init?(in line: String) {
    guard let found = line.firstMatch(of: /10\.[0-9]{4,9}\/[^\s"<>{}|\\^`]{1,200}/) else { return nil }
    var doi = String(found.output)
    while let last = doi.last, ".,;:'’”)]".contains(last) {
      // A bracket that was opened belongs to it.
      if last == ")", doi.count(where: { $0 == "(" }) >= doi.count(where: { $0 == ")" }) { break }
      doi.removeLast()
    }
    guard !doi.hasSuffix("/") else { return nil }
    text = doi
  }
}
