internal import Markdown
internal import Model
internal import Text
internal import Time

/// Whether the name of a folder or file hides its content.
enum HiddenPlace {
  /// The generators' own folders, and the drafts of Jekyll and Hexo: hidden without a report.
  private static let known: Set<String> = [
    "_drafts", "_draft", "_includes", "_include", "_layouts", "_layout", "_data", "_sass", "_plugins", "_site",
    "_theme",
    "_themes", "_components", "_partials", "_templates", "_archetypes", "_unpublished", "_private", "_hidden",
    "node_modules", "bower_components",
  ]
  /// Names that could mean "not yet" or "not for everyone".
  private static let telling: Set<String> = [
    "drafts", "draft", "unpublished", "private", "hidden", "embargoed", "embargo", "wip", "internal", "trash",
    "scheduled",
    "unlisted", "confidential", "secret", "pending", "expired", "members", "members-only", "staff", "staff-only",
    "deleted", "not-published", "future", "in-review", "withheld", "subscribers-only",
  ]
  /// Combined with one of these, such a name also hides: `private-posts`, `archive-private`.
  private static let contents: Set<String> = [
    "post", "posts", "article", "articles", "page", "pages", "note", "notes", "archive", "archives", "content",
    "entries",
    "files", "docs", "news", "stuff", "old", "new", "my",
  ]

  /// Jekyll, Hexo and Astro skip folders that begin with `_`, except `_posts`.
  static func hides(folder name: String) -> Bool {
    let plain = compared(name)
    return plain.hasPrefix("_") && plain != "_posts" || known.contains(plain) || isTelling(plain)
  }

  /// `Drafts ` equals `drafts`: spaces at the ends of a name are invisible.
  private static func compared(_ name: String) -> String { oneLine(name).lowercased() }

  private static func isTelling(_ name: String) -> Bool {
    // `#drafts`, `1-drafts`.
    let plain = name.drop { !$0.isLetter }.map { " _".contains($0) ? "-" : $0 }
    if telling.contains(String(plain.prefix { $0.isLetter || $0 == "-" })),
      plain.allSatisfy({ $0.isLetter || $0 == "-" })
    {
      return true
    }
    let words = name.split { "- ".contains($0) }.map(String.init)
    guard words.count == 2, words.contains(where: telling.contains) else { return false }
    return words.contains { contents.contains($0) || WrittenDate("\($0)-01-01") != nil }
  }

  /// The question to report about a folder that hides; nil if its meaning is certain.
  static func question(folder name: String) -> String? {
    if known.contains(compared(name)) { return nil }
    return compared(name).hasPrefix("_")
      ? "a folder that begins with _ is hidden; rename it to publish its content, or call it _drafts"
      : "a folder of this name could be hidden, so nothing in it is published; rename it, or call it _drafts"
  }

  /// The question to report about an article's file; nil for a plain name.
  static func question(file name: String) -> String? {
    if name.hasPrefix("_") {
      return "a name that begins with _ hides an article; rename it, or write `draft: true` in it"
    }
    if FileKind(name: name) == .article, isCopy(name) {
      return "editors and systems give such names to copies, so it is not published; rename it, or delete it"
    }
    let parts = name.lowercased().split(separator: ".").dropLast().dropFirst()
    let isTelling = parts.contains { telling.contains(String($0)) || copies.contains(String($0)) }
    guard isTelling || parts.contains(where: { $0.hasPrefix("sync-conflict-") }) || saysDraft(stem(of: name)) else {
      return nil
    }
    return "this name could mean that the article must not be published; rename it, or write `draft: true` in it"
  }

  /// Suffixes of copies made by editors and synchronisation programs.
  private static let copies: Set<String> = ["bak", "old", "orig", "tmp", "backup"]

  /// `~x`, `x~`, `#x#`, `x copy 2`, `x (1)`, `Copy of x`, `x - Copy`, `x (Ann's conflicted copy)`; not `ad copy`.
  private static func isCopy(_ name: String) -> Bool {
    let name = stem(of: name)
    if name.hasPrefix("~") || name.hasSuffix("~") || name.hasPrefix("#") && name.hasSuffix("#") { return true }
    let lower = name.lowercased()
    guard lower.holds(bytesOf: " ") else { return false }
    if lower.hasPrefix("copy of ") || lower.contains("conflicted copy") { return true }
    var words = lower.split(separator: " ").map(String.init)
    if let last = words.last, words.count > 1, last.hasPrefix("("), last.hasSuffix(")") {
      let inside = last.dropFirst().dropLast()
      return inside == "copy" || (1...2).contains(inside.count) && inside.allSatisfy(\.isNumber)
    }
    if let last = words.last, words.count > 2, last.count < 3, last.allSatisfy(\.isNumber) { words.removeLast() }
    guard words.count > 1, words.last == "copy" else { return false }
    return words[words.count - 2] == "-" || !kindsOfCopy.contains(words[words.count - 2])
  }

  /// Words before "copy" where it means written text.
  private static let kindsOfCopy: Set<String> = [
    "ad", "ads", "web", "website", "sales", "marketing", "body", "hard", "soft", "good", "better", "great", "bad",
    "write",
    "writing", "the", "a", "my", "your", "our", "to", "of", "carbon", "first", "second", "last", "free", "review",
  ]

  /// `x-draft`, `DRAFT x`, `x (draft)`, `WIP-x`; not `nfl-draft`, `first-draft` or `draft-beer`.
  private static func saysDraft(_ name: String) -> Bool {
    let lower = name.lowercased()
    guard lower.holds(bytesOf: "draft") || lower.holds(bytesOf: "wip") || lower.holds(bytesOf: "unpublished") else {
      return false
    }
    let marks = ["draft", "wip", "unpublished"]
    if marks.contains(where: { lower.contains("[\($0)]") || lower.contains("(\($0))") }) { return true }
    let words = name.split { " -_".contains($0) }.map(String.init)
    guard words.count > 1, let first = words.first, let last = words.last else { return false }
    if first.lowercased() == "wip" || first == "DRAFT" || last.lowercased() == "wip" { return true }
    return last.lowercased() == "draft" && !kindsOfDrafts.contains(words[words.count - 2].lowercased())
  }

  private static let kindsOfDrafts: Set<String> = [
    "nfl", "nba", "mlb", "nhl", "wnba", "afl", "mls", "xfl", "first", "second", "third", "rough", "final", "military",
    "the", "a", "bank", "entry", "fantasy", "expansion", "amateur", "mock", "booster", "on", "internet", "ietf", "rfc",
  ]

  /// The first hiding folder on the path, as a path in the source.
  static func hidingFolder(above path: String) -> String? {
    let folders = path.split(separator: "/").dropLast()
    guard let index = folders.firstIndex(where: { hides(folder: String($0)) }) else { return nil }
    return folders[...index].joined(separator: "/")
  }
}

/// The folders on a path, from the innermost up; the empty one last.
func foldersAbove(_ path: String) -> [String] {
  var folders: [String] = []
  var rest = path[...]
  while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
    rest = rest[..<slash]
    folders.append(String(rest))
  }
  return folders + [""]
}
