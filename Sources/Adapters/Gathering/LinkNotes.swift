internal import Languages
internal import Markdown
internal import Model
internal import XML

/// A link that leads to nothing that is published.
struct DeadLink {
  let written: String
  let trouble: String
  /// Of the text, from 1; nil if it is not written there as it was read.
  let line: Int?

  var advice: String { "`\(cut(written, to: 60))`: \(trouble)" }
}

/// Looks up what an article links to, and notes what is not there.
final class LinkNotes {
  private let neighbours: Neighbours
  private var troubles: [(written: String, trouble: String)] = []
  private var judged = Set<String>()

  init(_ neighbours: Neighbours) { self.neighbours = neighbours }

  func address(of written: String) -> String? {
    let address = neighbours.address(of: written)
    guard address == nil, troubles.count < 20, judged.insert(written).inserted else { return address }
    if let trouble = neighbours.trouble(with: written) { troubles.append((written, trouble)) }
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
  func surroundings(_ neighbours: Neighbours) -> Surroundings {
    var surroundings = Surroundings()
    surroundings.postAddress = neighbours.address(ofPost:)
    surroundings.fileAddress = neighbours.address(named:)
    surroundings.values = [
      "page.title": title, "title": title, "post.title": title, "site.title": site.title, "site.name": site.title,
      "site.description": site.description,
    ]
    let language = Language(site.language, own: site.words)
    for kind in NoteKind.allCases { surroundings.words[kind.rawValue] = language.word("note_" + kind.rawValue) }
    return surroundings
  }
}

/// Without a heading at the beginning that only says the title again.
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
