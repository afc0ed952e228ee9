internal import Model

/// The words of a site's glossary, to be found in articles.
struct Glossary: Sendable {
  let terms: [GlossaryTerm]
  /// By their first word in lower case; longer forms first.
  private let forms: [String: [Form]]

  fileprivate struct Form: Sendable {
    /// The index of its term.
    let term: Int
    let text: String
    /// Whether capitals matter, as for abbreviations: `ALS` is not the German word `als`.
    let isExact: Bool
  }

  /// Nil for an empty glossary.
  init?(_ terms: [GlossaryTerm]) {
    if terms.isEmpty { return nil }
    self.terms = terms
    let forms = terms.enumerated().flatMap { index, term in
      term.forms.map { Form(term: index, text: $0, isExact: !$0.contains(where: \.isLowercase)) }
    }
    let longestFirst = forms.sorted { $0.text.count > $1.text.count }
    self.forms = Dictionary(grouping: longestFirst) { form in
      let word = form.text.drop { !$0.isOfWord }.prefix(while: \.isOfWord)
      return word.lowercased()
    }
  }

  /// The term at a place in `text`, and where it ends.
  ///
  /// - Parameter word: the word at this place.
  func term(at word: Substring, in text: Substring, except seen: Set<Int>) -> (index: Int, end: Substring.Index)? {
    for form in forms[word.lowercased()] ?? [] where !seen.contains(form.term) {
      if let end = form.end(in: text[word.startIndex...]) { return (form.term, end) }
    }
    return nil
  }
}

extension Glossary.Form {
  /// Where the form ends, if the text begins with it as a whole word; all kinds of space are equal.
  fileprivate func end(in text: Substring) -> Substring.Index? {
    var rest = text
    for sign in self.text.drop(while: { !$0.isOfWord }) {
      guard let found = rest.first, isSame(found, sign) else { return nil }
      rest = sign.isWhitespace ? rest.drop(while: \.isWhitespace) : rest.dropFirst()
    }
    if let next = rest.first, next.isOfWord { return nil }
    return rest.startIndex
  }

  private func isSame(_ found: Character, _ sign: Character) -> Bool {
    if sign.isWhitespace { return found.isWhitespace }
    return found == sign || !isExact && found.lowercased() == sign.lowercased()
      || Self.hyphens.contains(found) && Self.hyphens.contains(sign)
  }

  private static let hyphens: Set<Character> = ["-", "‐", "‑"]
}

/// Links the first use of each term of a glossary on one page to the list at its end.
struct GlossaryLinks {
  private let glossary: Glossary?
  private var seen: Set<Int> = []
  /// The terms found, in the order of their first use.
  private(set) var found: [GlossaryTerm] = []

  init(_ glossary: Glossary?) { self.glossary = glossary }

  /// - Parameter html: a sanitised fragment, in which `<` occurs only at the start of a tag and `>` never in an attribute.
  mutating func linked(_ html: String) -> String {
    guard let glossary else { return html }
    var linked = ""
    var depth = 0
    var rest = html[...]
    while !rest.isEmpty {
      let text = rest[..<(rest.utf8.firstIndex(of: UInt8(ascii: "<")) ?? rest.endIndex)]
      if depth == 0 { add(text, to: &linked, glossary) } else { linked += text }
      rest = rest[text.endIndex...]
      guard let close = rest.utf8.firstIndex(of: UInt8(ascii: ">")) else { break }
      let tag = rest[...close]
      depth += Self.step(of: tag)
      linked += tag
      rest = rest[rest.index(after: close)...]
    }
    return linked + rest
  }

  /// 1 for the start tag of an element in which nothing is linked, -1 for its end tag.
  private static func step(of tag: Substring) -> Int {
    let name = tag.dropFirst().prefix { $0 != ">" && $0 != " " && $0 != "\n" }
    if unlinked.contains(String(name)) { return 1 }
    return name.hasPrefix("/") && unlinked.contains(String(name.dropFirst())) ? -1 : 0
  }

  private static let unlinked: Set<String> = [
    "a", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "kbd", "pre", "samp", "summary", "var",
  ]

  private mutating func add(_ text: Substring, to html: inout String, _ glossary: Glossary) {
    var written = text.startIndex
    var place = text.startIndex
    while place < text.endIndex {
      guard text[place].isOfWord else {
        place = text[place] == "&" ? Self.endOfReference(in: text, from: place) : text.index(after: place)
        continue
      }
      let word = text[place...].prefix(while: \.isOfWord)
      guard let (index, end) = glossary.term(at: word, in: text, except: seen) else {
        place = word.endIndex
        continue
      }
      seen.insert(index)
      found.append(glossary.terms[index])
      html += text[written..<place] + Self.link(text[place..<end], to: glossary.terms[index])
      written = end
      place = end
    }
    html += text[written...]
  }

  /// The end of a character reference such as `&amp;`.
  private static func endOfReference(in text: Substring, from place: Substring.Index) -> Substring.Index {
    text[place...].firstIndex(of: ";").map { text.index(after: $0) } ?? text.endIndex
  }

  private static func link(_ words: Substring, to term: GlossaryTerm) -> String {
    let slug = TopicSlug(term.name).text
    return "<a class=\"term\" id=\"use:\(slug)\" href=\"#word:\(slug)\">\(words)</a>"
  }
}

extension Character {
  fileprivate var isOfWord: Bool { isLetter || isNumber }
}
