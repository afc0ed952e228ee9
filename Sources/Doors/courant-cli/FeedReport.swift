import FeedReading
import Foundation
import Press
import Time

/// A feed as it was read, for people or as JSON Feed.
struct FeedReport {
  let json: Bool

  /// - Parameter name: of the file, or the URL.
  func show(_ bytes: [UInt8], _ context: FeedContext, called name: String) throws {
    let document: FeedDocument
    do {
      document = try readFeed(bytes, context)
    } catch {
      throw CommandError("\(name): \(error.sentence)", .badContent)
    }
    if json { printJSONFeed(document) } else { show(document, in: context.zone, called: name) }
  }

  /// Printed in pieces, so that a long document is not in memory twice; on a terminal as a whole, because a piece may end
  /// within a line.
  private func printJSONFeed(_ document: FeedDocument) {
    guard isatty(STDOUT_FILENO) == 1 else {
      return document.writeJSON { Swift.print(String(decoding: $0, as: UTF8.self), terminator: "") }
    }
    var bytes: [UInt8] = []
    document.writeJSON { bytes += $0 }
    printExactly(String(decoding: bytes, as: UTF8.self))
  }
}

extension FeedReport {
  private func show(_ document: FeedDocument, in zone: Zone, called name: String) {
    print("format    \(document.format.name), \(document.encoding)")
    print("title     \(document.title)")
    if let home = document.home { print("site      \(home)") }
    if let address = document.address { print("feed      \(address)") }
    if let language = document.language { print("language  \(language)") }
    print("items     \(document.items.count)")
    for item in document.items { show(item, in: zone) }
    guard !document.remarks.isEmpty else { return }
    print("")
    for remark in document.remarks {
      print(remark.line > 0 ? "\(name):\(remark.line): \(remark.sentence)" : "\(name): \(remark.sentence)")
    }
  }

  private func show(_ item: FeedItem, in zone: Zone) {
    var lines = ["", (item.published.map { zone.shown($0) + "  " } ?? "") + item.title]
    func add(_ name: String, _ fact: String?) {
      if let fact, !fact.isEmpty { lines.append(name + fact) }
    }
    add("  link    ", item.link)
    add("  id      ", item.id)
    add("  by      ", item.authors.map { $0.name.isEmpty ? $0.email : $0.name }.joined(separator: ", "))
    add("  topics  ", item.categories.joined(separator: ", "))
    add("  has     ", lengths(of: item))
    add("  image   ", item.image)
    add("  papers  ", item.papers.joined(separator: ", "))
    for file in item.enclosures { lines.append("  file    " + file.address) }
    print(lines: lines)
  }

  private func lengths(of item: FeedItem) -> String {
    let lengths = [
      item.body.map { "body of about \($0.length) characters" }, item.summary.map { "summary of about \($0.length)" },
    ]
    return lengths.compactMap(\.self).joined(separator: ", ")
  }
}
