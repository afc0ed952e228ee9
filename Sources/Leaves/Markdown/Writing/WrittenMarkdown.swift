internal import Foundation
internal import XML

/// Markdown that renders like an HTML fragment.
package struct WrittenMarkdown: Hashable, Sendable {
  /// Ends in a newline unless empty.
  package let text: String
  /// Whether Courant's own renderer shows the same words, links and images. False only for text that it refuses.
  package let isFaithful: Bool

  /// The fragment must be sanitised: see ``HTMLSanitizer``.
  ///
  /// Each block is rendered again and compared. If it would read differently, it is written with more escapes: see
  /// ``EscapingStyle``.
  package init(ofHTML fragment: String) {
    let page = HTMLPage(fragment: fragment)
    let wanted = ShownContent(page.nodes, [page.nodes.body])
    let versions = EscapingStyle.allCases.map { BlockWriter(page.nodes, $0).blocks(of: page.nodes.body) }
    let chosen = versions[0].indices.map { index in
      let content = ShownContent(page.nodes, versions[0][index].nodes)
      let faithful = versions.first { ShownContent(ofMarkdown: $0[index].text)?.shows(content) == true }
      return (faithful ?? versions[0])[index]
    }
    // A mark of one block may meet another in a later one.
    let candidates = ([chosen] + versions.dropFirst()).map(Self.joined)
    let faithful = candidates.first { ShownContent(ofMarkdown: $0)?.shows(wanted) == true }
    text = faithful ?? candidates[0]
    isFaithful = faithful != nil
  }

  private static func joined(_ blocks: [BlockWriter.Block]) -> String {
    blocks.isEmpty ? "" : blocks.map(\.text).joined(separator: "\n\n") + "\n"
  }
}

/// How much is escaped, from the most readable form to the one that always works.
enum EscapingStyle: CaseIterable {
  /// Characters that are marks in their place, by a backslash.
  case light
  /// All characters that could be marks, by references: `&#42;`.
  case careful
  /// The same, and HTML's elements in place of all of Markdown's marks.
  case html
}

extension PageNodes {
  /// The element `body`, or the root.
  var body: Int { elements(["body"]).first ?? 0 }
}

/// What readers get of a piece of HTML.
private struct ShownContent: Hashable {
  let words: String
  /// The addresses of links, and the addresses and descriptions of images, in their order.
  let targets: [String]

  init(_ nodes: PageNodes, _ pieces: [Int]) {
    guard !nodes.all.isEmpty else {
      words = ""
      targets = []
      return
    }
    words = pieces.map { nodes.words($0) }.filter { !$0.isEmpty }.joined(separator: " ")
    targets = pieces.flatMap { nodes.subtree($0) }.flatMap { Self.targets(of: $0, in: nodes) }
  }

  /// Nil for Markdown that Courant refuses.
  init?(ofMarkdown text: String) {
    guard let document = try? MarkdownDocument(text) else { return nil }
    let page = HTMLPage(fragment: document.html())
    self.init(page.nodes, [page.nodes.body])
  }

  /// More links are allowed: an address that is written out becomes one.
  func shows(_ wanted: ShownContent) -> Bool {
    var rest = targets[...]
    let isComplete = wanted.targets.allSatisfy { target in
      guard let place = rest.firstIndex(of: target) else { return false }
      rest = rest[(place + 1)...]
      return true
    }
    return isComplete && words == wanted.words
  }

  /// A link around nothing is not shown.
  private static func targets(of index: Int, in nodes: PageNodes) -> [String] {
    let node = nodes[index]
    switch node.name {
    case "a":
      guard let address = node["href"] else { return [] }
      let isShown = nodes.subtree(index).contains { nodes[$0].name == "img" } || !nodes.words(index).isEmpty
      return isShown ? ["a " + comparable(address)] : []
    case "img": return ["img " + comparable(node["src"] ?? ""), "alt " + comparable(node["alt"] ?? "")]
    default: return []
    }
  }

  /// Renderers differ in which characters they percent-encode.
  private static func comparable(_ address: String) -> String { address.removingPercentEncoding ?? address }
}
