internal import FeedReading
internal import Text
internal import XML

/// Abstracts as HTML: of JATS (https://jats.nlm.nih.gov/), as Crossref has them, and of PubMed.
enum AbstractText {
  /// - Parameter written: XML or plain text.
  /// - Returns: also whether it exceeds the limit and only its beginning is returned.
  static func html(ofJATS written: String) -> (text: String, isCut: Bool) {
    var written = written.trimmed
    // Some publishers escape it twice.
    if !written.contains("<"), written.contains("&lt;") { written = unescapedHTML(written) }
    guard written.contains("<") else { return (sanitized(paragraph(escapedHTML(decodedReferences(written)))), false) }
    var html = ""
    var isCut = false
    let document = Array("<abstract>\(written)</abstract>".utf8)
    _ = XMLRecords.read(document, roots: ["abstract"], records: ["abstract"]) { record in
      html = blocks(of: record)
      isCut = record.isCut
      return false
    }
    return (sanitized(html), isCut)
  }

  /// - Parameter record: PubMed's `Abstract`, each part of which may have a label.
  static func html(ofPubMed record: XMLRecord?) -> String {
    let parts = (record?.all("AbstractText") ?? []).map { part in
      let label = part.attribute("Label").map(oneLine) ?? ""
      let isNamed = !label.isEmpty && label != "UNLABELLED"
      let start = isNamed ? "<strong>\(escapedHTML(capitalized(label))):</strong> " : ""
      return paragraph(start + inline(part))
    }
    return sanitized(parts.joined(separator: "\n"))
  }

  private static func sanitized(_ html: String) -> String { FeedText(.html, html, base: "").tidied }

  private static func paragraph(_ html: String) -> String {
    html.trimmed.isEmpty ? "" : "<p>\(html.trimmed)</p>"
  }

  /// `BACKGROUND AND AIMS` as `Background and aims`.
  private static func capitalized(_ label: String) -> String {
    guard label == label.uppercased() else { return label }
    return label.prefix(1) + label.dropFirst().lowercased()
  }
}

extension AbstractText {
  /// Text outside paragraphs becomes a paragraph.
  private static func blocks(of record: XMLRecord) -> String {
    var html = ""
    var line = ""
    func endLine() {
      let whole = paragraph(line)
      if !whole.isEmpty { html += whole + "\n" }
      line = ""
    }
    for part in record.content {
      guard case .element(let element) = part, let block = block(element) else {
        line += inline(part)
        continue
      }
      endLine()
      html += block
    }
    endLine()
    return html
  }

  /// Nil for an element within a line.
  private static func block(_ element: XMLRecord) -> String? {
    switch element.name.lowercased() {
    case "p": return paragraph(inline(element)) + "\n"
    case "title":
      // Every abstract begins so.
      let title = element.text
      return ["", "abstract", "summary"].contains(title.lowercased()) ? "" : "<h3>\(inline(element))</h3>\n"
    case "sec", "abstract": return blocks(of: element)
    case "list", "ul", "ol":
      let items = element.elements.map { "<li>\(inline($0))</li>" }.joined()
      return "<ul>\(items)</ul>\n"
    default: return nil
    }
  }

  private static func inline(_ record: XMLRecord) -> String { record.content.map(inline).joined() }

  private static func inline(_ part: XMLRecord.Content) -> String {
    switch part {
    case .text(let text): escapedHTML(text)
    case .element(let element): inlineElement(element)
    }
  }

  private static func inlineElement(_ element: XMLRecord) -> String {
    let name = element.name.lowercased()
    switch name {
    case "italic", "i", "em": return "<em>\(inline(element))</em>"
    case "bold", "b", "strong": return "<strong>\(inline(element))</strong>"
    case "sup", "sub": return "<\(name)>\(inline(element))</\(name)>"
    case "break", "br": return "<br>"
    // One formula, written in several ways.
    case "alternatives": return (element["math"] ?? element.elements.first).map { escapedHTML($0.text) } ?? ""
    case "math": return escapedHTML(element.text)
    case "p", "list-item", "title": return " " + inline(element) + " "
    default: return inline(element)
    }
  }
}
