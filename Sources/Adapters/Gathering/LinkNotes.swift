internal import Languages
internal import Markdown
internal import Model
internal import Text
internal import XML

/// A link to a file that is not published.
struct DeadLink {
  let written: String
  let trouble: String
  /// Line in the text, 1-based; nil if the link does not occur there verbatim.
  let line: Int?

  var warning: String { "`\(written.cut(to: 60))`: \(trouble)" }
}

/// Looks up the targets of an article's links, and records those that do not exist.
final class LinkNotes {
  private let siblings: SiblingLinks
  private var troubles: [(written: String, trouble: String)] = []
  private var judged = Set<String>()
  private var hasMissed = false

  init(_ siblings: SiblingLinks) { self.siblings = siblings }

  /// Whether the article names something that is not published: it may be later.
  var lackSomething: Bool { hasMissed || !troubles.isEmpty }

  func address(of written: String) -> String? {
    let address = siblings.address(of: written)
    guard address == nil, troubles.count < 20, judged.insert(written).inserted else { return address }
    if let trouble = siblings.trouble(with: written) { troubles.append((written, trouble)) }
    return address
  }

  /// The URL for a name in a tag.
  func address(named written: String) -> String? {
    let address = siblings.address(named: written)
    if address == nil, !written.contains("://") { hasMissed = true }
    return address
  }

  func address(ofPost name: String) -> String? {
    let address = siblings.address(ofPost: name)
    if address == nil { hasMissed = true }
    return address
  }

  func dead(in text: String) -> [DeadLink] {
    if troubles.isEmpty { return [] }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return troubles.map { written, trouble in
      DeadLink(written: written, trouble: trouble, line: lines.firstIndex { $0.contains(written) }.map { $0 + 1 })
    }
  }
}

extension Body.Place {
  func surroundings(_ links: LinkNotes) -> Surroundings {
    var surroundings = Surroundings()
    surroundings.postAddress = links.address(ofPost:)
    surroundings.fileAddress = links.address(named:)
    surroundings.values = [
      "page.title": title, "title": title, "post.title": title, "site.title": site.title, "site.name": site.title,
      "site.description": site.description,
    ]
    if let generated {
      surroundings.root = generated.root
      surroundings.values.merge(generated.values) { $1 }
    }
    for (key, text) in values {
      for name in [key, "page." + key] where surroundings.values[name] == nil { surroundings.values[name] = text }
    }
    let language = Language(site.language, own: site.words)
    for kind in NoteKind.allCases { surroundings.words[kind.rawValue] = language.word("note_" + kind.rawValue) }
    return surroundings
  }
}

/// Removes a heading at the beginning that only repeats the title.
func withoutHeading(_ html: String, of title: String) -> String {
  guard html.hasPrefix("<h"), let end = html.firstRange(of: "</h"),
    let close = html[end.upperBound...].firstIndex(of: ">"),
    html.dropFirst(2).first?.isNumber == true
  else { return html }
  let heading = plainText(ofHTML: String(html[..<html.index(after: close)]))
  guard letters(heading) == letters(title), !letters(title).isEmpty else { return html }
  return String(html[html.index(after: close)...].drop { $0 == "\n" })
}

private func letters(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
