internal import Text
internal import XML

/// Turns the elements of a document into ``XMLWireFeed``, item by item.
final class XMLFeedReader: XMLVisitor {
  static let roots: Set<String> = ["rss", "feed", "rdf", "channel", "entry"]
  private static let mostItems = 10_000
  /// Of an item or of the feed; others are not kept.
  private static let mostFields = 5_000
  /// In bytes.
  private static let longestBase = 2_000

  private enum Frame {
    /// Elements in it belong to the feed or the item that is open.
    case scope
    case item
    /// `author`, and `image` and `source`, whose elements are their own.
    case part
    case field(String)
    /// Markup within a field.
    case markup
    case ignored
  }

  private(set) var feed: XMLWireFeed?
  private(set) var isDone = false
  private let context: FeedContext
  private var frames: [Frame] = []
  private var item: XMLElements?
  private var capture: Capture?
  private var part: PartReader?
  /// Those of the item that is open, or of the feed since the last one.
  private var countFields = 0
  /// The bases of open elements that have one, and how many elements were open before each.
  private var bases: [(depth: Int, address: String)] = []

  /// Vocabularies by namespace, with and without a prefix, cached because finding them is slow.
  private var vocabularies: [String: Vocabulary] = [:]
  private var ownVocabularies: [String: Vocabulary] = [:]
  private static let mostVocabularies = 1_000

  init(_ context: FeedContext) { self.context = context }

  /// The base that `xml:base` gives here.
  var base: String? { bases.last?.address }

  func begin(_ name: XMLName, _ attributes: [XMLAttribute], line: Int) {
    if let written = attributes.xml("base") {
      let known = base ?? context.base
      let address = written.utf8.count <= Self.longestBase ? resolve(written.trimmed, against: known) : nil
      // Bases within each other add up.
      bases.append((frames.count, address.flatMap { $0.utf8.count <= Self.longestBase ? $0 : nil } ?? known))
    }
    frames.append(frame(name, attributes, line: line))
  }

  func end() {
    let frame = frames.popLast()
    switch frame {
    case .field(let key): endField(key)
    case .markup: capture?.end()
    case .item: endItem()
    case .part: endPart()
    default: break
    }
    if bases.last?.depth == frames.count { bases.removeLast() }
  }

  func text(_ bytes: [UInt8]) {
    if capture != nil { capture?.text(bytes) } else { part?.text(bytes) }
  }

  private func frame(_ name: XMLName, _ attributes: [XMLAttribute], line: Int) -> Frame {
    if capture != nil {
      capture?.begin(name, attributes, base: base)
      return .markup
    }
    let local = name.local.lowercased()
    guard feed != nil else { return beginFeed(local, name, attributes, line) }
    if case .ignored? = frames.last, local != "item", local != "entry" { return .ignored }
    let key = self.key(local, name)
    if part != nil { return partField(key, attributes) }
    switch key {
    case "item", "atom:entry": return beginItem(attributes, line)
    case "channel", "media:group", "categories", "authors":
      if local == "channel", feed?.head.language == nil { feed?.head.language = attributes.xml("lang") }
      return .scope
    case "atom:source" where item != nil, "image", "atom:author", "author", "itunes:owner", "textinput",
      "atom:contributor":
      return beginPart(key, attributes)
    case "media:content", "itunes:category":
      // These have elements that count as those of the item.
      set(key, Capture(attributes, base: base))
      return .scope
    case "deleted:deleted-entry":
      if let id = attributes.value("ref") { feed?.gone.append(id) }
      return .ignored
    default:
      guard Fields.areKnown(key) else { return .ignored }
      capture = Capture(attributes, base: base)
      return .field(key)
    }
  }
}

// MARK: - Names

extension XMLFeedReader {
  /// `title`, `atom:title`, `dc:creator`; elements that programs use without a namespace have their own.
  private func vocabulary(_ name: XMLName) -> Vocabulary {
    guard let namespace = name.namespace else { return Vocabulary(name) }
    if name.prefix == nil, let known = ownVocabularies[namespace] { return known }
    if name.prefix != nil, let known = vocabularies[namespace] { return known }
    let found = Vocabulary(name)
    guard vocabularies.count + ownVocabularies.count < Self.mostVocabularies else { return found }
    if name.prefix == nil { ownVocabularies[namespace] = found } else { vocabularies[namespace] = found }
    return found
  }

  private func key(_ local: String, _ name: XMLName) -> String {
    switch vocabulary(name) {
    case .plain where isAtom: "atom:" + local
    case .plain: Fields.plain[local] ?? local
    case let vocabulary: vocabulary.rawValue + ":" + local
    }
  }

  private var isAtom: Bool {
    if case .atom? = feed?.format { return true }
    return false
  }

  private func beginFeed(
    _ local: String, _ name: XMLName, _ attributes: [XMLAttribute], _ line: Int
  ) -> Frame {
    let namespace = name.namespace?.lowercased() ?? ""
    let format: FeedDocument.Format
    switch local {
    case "feed", "entry":
      let isOld = attributes.value("version") == "0.3" || namespace.contains("purl.org/atom/ns")
      format = .atom(isOld ? "0.3" : "1.0")
    case "rdf": format = .rdf
    default: format = namespace.contains("rss1.1") ? .rdf : .rss(attributes.value("version")?.trimmed ?? "")
    }
    var head = XMLElements(line: line)
    head.base = base
    head.language = attributes.xml("lang")?.replacing("_", with: "-")
    feed = XMLWireFeed(format: format, head: head)
    return local == "entry" ? beginItem(attributes, line) : .scope
  }
}

// MARK: - Items and fields

extension XMLFeedReader {
  private func beginItem(_ attributes: [XMLAttribute], _ line: Int) -> Frame {
    // The item before has no end.
    if item != nil { endItem() }
    countFields = 0
    var elements = XMLElements(line: line)
    elements.base = base
    elements.rss.about = attributes.value("about")?.trimmed
    item = elements
    return .item
  }

  private func endItem() {
    guard let item else { return }
    self.item = nil
    countFields = 0
    guard !item.more.isUnpublished else {
      feed?.countUnpublished += 1
      return
    }
    if (feed?.items.count ?? 0) < Self.mostItems {
      feed?.items.append(item)
    } else {
      feed?.hasTooMany = true
      isDone = true
    }
  }

  private func endField(_ key: String) {
    guard let capture else { return }
    self.capture = nil
    set(key, capture)
  }

  private func set(_ key: String, _ capture: Capture) {
    guard isNextFieldKept() else { return }
    if part != nil {
      part?.set(key, capture)
    } else if item != nil {
      item?.set(key, capture, context, isItem: true)
    } else {
      feed?.head.set(key, capture, context, isItem: false)
    }
  }

  private func isNextFieldKept() -> Bool {
    countFields += 1
    return countFields <= Self.mostFields
  }

  private func beginPart(_ key: String, _ attributes: [XMLAttribute]) -> Frame {
    part = PartReader(key, attributes, base: base ?? context.base)
    return .part
  }

  private func partField(_ key: String, _ attributes: [XMLAttribute]) -> Frame {
    capture = Capture(attributes, base: base)
    return .field(key)
  }

  private func endPart() {
    guard let part else { return }
    self.part = nil
    guard isNextFieldKept() else { return }
    if item != nil { item?.set(part) } else { feed?.head.set(part) }
  }
}
