import CourantTesting
import Testing
import XML

@Suite struct HTMLSanitizerPropertyTests {
  private let sanitizer = HTMLSanitizer(base: "https://site.example/a/")

  @Test func cleaningAnyTagSoupGivesAStrictFragmentAndCleaningItAgainChangesNothing() {
    for _ in 0..<1000 {
      let seed = UInt64.random(in: 0...UInt64.max)
      let soup = Self.soup(seed: seed)
      let clean = sanitizer.sanitize(soup)
      if let fault = StrictFragment.fault(in: clean) {
        Issue.record("seed \(seed): \(fault)\nsoup: \(soup)\nclean: \(clean)")
        return
      }
      guard sanitizer.sanitize(clean) == clean else {
        Issue.record("seed \(seed)\nsoup: \(soup)\nclean: \(clean)\nagain: \(sanitizer.sanitize(clean))")
        return
      }
    }
  }

  private static let names = [
    "p", "div", "section", "h1", "h3", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "td", "th",
    "caption", "pre", "code", "a", "b", "i", "em", "span", "font", "blockquote", "figure", "figcaption", "br", "hr",
    "img", "input", "details", "summary", "center", "form", "address", "q", "sub", "del", "x-y", "script", "style",
    "svg", "body", "html", "head", "noscript", "select", "option",
    "picture", "source", "video", "audio", "iframe", "menu", "tt", "ruby", "rt",
    "plaintext",
  ]
  private static let pieces = [
    "a", "b c", " ", "\n", "\t x ", "<", ">", "&", "&lt;", "&amp;amp;", "\"", "'", "<!--", "-->", "]]>", "<![CDATA[",
    "&nbsp;", "&#x3C;", "é", "<\u{301}", "😀", "\u{0}", "\u{FFFE}", "</", "<!", "&#10;", "&#13;", "\r\n", "\u{C}", "=",
  ]
  private static let attributes = [
    " href=/x", " href='javascript:y'", " src=i.png", " srcset='a 1x, b 2x'", " alt='<b>\"&'", " title=\"a\n'b\"",
    " class=language-c", " lang=en", " dir=ltr", " id=z", " colspan=2", " start=3", " type=checkbox",
    " onclick=alert(1)", " style='x'", " href=\"&#x6a;avascript:z\"", " a<b", " cite=../q",
  ]

  private static func soup(seed: UInt64) -> String {
    var random = SeededNumbers(seed: seed)
    var soup = ""
    for _ in 0..<Int.random(in: 1...40, using: &random) {
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<5:
        let extra = (0..<Int.random(in: 0...2, using: &random)).map { _ in attributes.randomElement(using: &random)! }
        soup += "<\(names.randomElement(using: &random)!)\(extra.joined())>"
      case 5..<7: soup += "</\(names.randomElement(using: &random)!)>"
      default: soup += pieces.randomElement(using: &random)!
      }
    }
    return soup
  }
}

/// A strict parser that knows only the HTML that the sanitiser promises.
enum StrictFragment {
  private static let attributes: Set<String> = [
    "href", "src", "srcset", "alt", "title", "class", "lang", "dir", "colspan", "start", "cite", "datetime", "id",
  ]

  static func fault(in fragment: String) -> String? {
    var open: [Substring] = []
    var ids = Set<String>()
    var rest = fragment[...]
    let tag = #/<(/?)([a-z][a-z0-9]*)((?: [a-z]+="[^"<>]*")*)( /)?>/#.matchingSemantics(.unicodeScalar)
    while let mark = rest.unicodeScalars.firstIndex(where: { "<>".unicodeScalars.contains($0) }) {
      if let fault = faultInText(rest[..<mark]) { return fault }
      guard let tag = rest[mark...].prefixMatch(of: tag) else { return "no tag at \(rest[mark...].prefix(40))" }
      rest = rest[tag.range.upperBound...]
      let (isClosing, name, isVoid) = (!tag.1.isEmpty, tag.2, tag.4 != nil)
      let attributes = tag.3.matches(of: #/ ([a-z]+)=/#).map { String($0.1) }
      if attributes.contains("id"), !ids.insert(String(tag.3)).inserted { return "\(tag.0)" }
      if !Set(attributes).isSubset(of: Self.attributes) { return "\(tag.0)" }
      if isVoid != ["br", "hr", "img"].contains(name) { return "\(tag.0)" }
      if isClosing, open.popLast() != name { return "\(tag.0) closes something else" }
      if !isClosing, !isVoid { open.append(name) }
    }
    return faultInText(rest) ?? (open.isEmpty ? nil : "\(open) open at the end")
  }

  private static func faultInText(_ text: Substring) -> String? {
    for part in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
      let isReference = ["amp;", "lt;", "gt;", "quot;"].contains { part.utf8.starts(with: $0.utf8) }
      guard isReference else { return "&\(part)" }
    }
    return text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" } ? "control character" : nil
  }
}
