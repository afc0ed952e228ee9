internal import Foundation
internal import Text
internal import XML

/// The article in a page's JSON-LD.
struct LinkedData {
  private(set) var facts = PageFacts()
  /// Plain text of the whole article; only for finding the element that holds it.
  private(set) var articleBody: String?
  private(set) var address: Found<String>?

  private static let types: Set<String> = [
    "Article", "NewsArticle", "BlogPosting", "ScholarlyArticle", "MedicalScholarlyArticle", "Report", "TechArticle",
    "OpinionNewsArticle", "AnalysisNewsArticle", "MedicalWebPage", "SocialMediaPosting",
  ]
  /// In bytes; longer scripts are not read.
  private static let maxLength = 2_000_000
  private static let maxScripts = 50

  /// - Parameter headings: titles on the page, to choose among several articles.
  init(_ nodes: PageNodes, headings: Set<String>) {
    var found: [(object: [String: Any], line: Int)] = []
    let scripts = nodes.elements(["script"]).lazy.filter { nodes[$0]["type"]?.lowercased() == "application/ld+json" }
    for index in scripts.prefix(Self.maxScripts) {
      let text = nodes.rawText(index)
      guard text.utf8.count <= Self.maxLength, let value = Self.json(text) else { continue }
      found += Self.articles(in: value).map { ($0, nodes[index].line) }
    }
    let chosen = found.first { headings.contains(Self.text($0.object["headline"] ?? $0.object["name"]) ?? "") }
    if let (object, line) = chosen ?? found.first { read(object, line) }
  }

  private mutating func read(_ object: [String: Any], _ line: Int) {
    func add(_ field: CaptureField, _ key: String) {
      if let text = Self.text(object[key]) { facts.add(field, text, "JSON-LD \(key)", line: line) }
    }
    add(.title, "headline")
    if facts[.title].isEmpty { add(.title, "name") }
    add(.date, "datePublished")
    add(.updated, "dateModified")
    add(.summary, "description")
    for name in Self.names(object["author"]) { facts.add(.authors, name, "JSON-LD author", line: line) }
    for key in ["keywords", "articleSection"] {
      for topic in Self.topics(object[key]) { facts.add(.topics, topic, "JSON-LD \(key)", line: line) }
    }
    if let image = Self.address(object["image"]) { facts.add(.image, image, "JSON-LD image", line: line) }
    articleBody = Self.text(object["articleBody"])
    let address = [object["url"], object["mainEntityOfPage"], object["@id"]].lazy.compactMap(Self.address)
      .first { WebURL($0) != nil }
    self.address = address.map { Found($0, "JSON-LD url", line: line) }
  }
}

// MARK: - Values

extension LinkedData {
  /// Repaired once if it cannot be read: comments, line ends in strings and a comma too many are left out.
  private static func json(_ text: String) -> Any? {
    if let value = parsed(text) { return value }
    var plain = text.replacing("<![CDATA[", with: "").replacing("]]>", with: "")
    plain = plain.replacing("//\n", with: "\n").replacing(/\/\*.*?\*\//.dotMatchesNewlines(), with: "")
    plain = String(plain.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    plain = plain.replacing("<!--", with: "").replacing("-->", with: "").replacing(/,\s*([\]}])/) {
      String($0.output.1)
    }
    return parsed(plain) ?? parsed(plain.replacing("&quot;", with: "\""))
  }

  private static func parsed(_ text: String) -> Any? {
    try? JSONSerialization.jsonObject(with: Data(text.utf8), options: [.fragmentsAllowed])
  }

  /// Objects of a type for articles, in arrays, in `@graph` and below `mainEntity`; not deeper.
  private static func articles(in value: Any) -> [[String: Any]] {
    var found: [[String: Any]] = []
    var waiting: [(value: Any, depth: Int)] = [(value, 0)]
    while let (value, depth) = waiting.popLast(), found.count < 100 {
      if let list = value as? [Any], depth < 4 {
        waiting += list.prefix(1_000).reversed().map { ($0, depth + 1) }
      } else if let object = value as? [String: Any] {
        let types = (object["@type"] as? [Any])?.compactMap { $0 as? String } ?? [object["@type"] as? String ?? ""]
        if !types.allSatisfy({ !Self.types.contains($0) }) { found.append(object) }
        if depth < 4 { waiting += ["mainEntity", "@graph"].compactMap { object[$0] }.map { ($0, depth + 1) } }
      }
    }
    return found
  }

  private static func text(_ value: Any?) -> String? {
    if let list = value as? [Any] { return list.lazy.compactMap { text($0) }.first }
    if let object = value as? [String: Any] { return object["@value"] as? String }
    guard let text = value as? String else { return nil }
    // Titles are often also escaped for HTML.
    return text.contains("&") && text.contains(";") ? plainText(ofHTML: text) : text
  }

  private static func names(_ value: Any?) -> [String] {
    if let list = value as? [Any] { return list.prefix(300).flatMap { $0 is [Any] ? [] : names($0) } }
    if let object = value as? [String: Any] { return text(object["name"]).map { [$0] } ?? [] }
    return text(value).flatMap { WebURL($0) == nil ? [$0] : nil } ?? []
  }

  private static func topics(_ value: Any?) -> [String] {
    if let list = value as? [Any] { return list.prefix(300).flatMap { names($0) } }
    return text(value)?.split { ",;".contains($0) }.map(String.init) ?? []
  }

  private static func address(_ value: Any?) -> String? {
    if let list = value as? [Any] { return list.first.flatMap { $0 is [Any] ? nil : address($0) } }
    if let object = value as? [String: Any] { return (object["url"] ?? object["@id"]) as? String }
    return value as? String
  }
}
