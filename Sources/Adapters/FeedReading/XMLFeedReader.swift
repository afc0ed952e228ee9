internal import Text
internal import XML

/// Turns the elements of a document into ``XMLWireFeed``, item by item.
final class XMLFeedReader: XMLVisitor {
  static let roots: Set<String> = ["rss", "feed", "rdf", "channel", "entry"]
  private static let mostItems = 10_000
  /// Of an item or of the feed; others are not kept.
  private static let mostFields = 5_000
  /// Of all items, where an element with an address or a person counts four times.
  private static let mostFieldsInAll = 250_000

  private enum Frame {
    /// Elements in it belong to the feed or the item that is open.
    case scope
    case item
    /// `author`, and `image` and `source`, whose elements are their own.
    case part
    case field(FeedField)
    /// An element of a part, with its name.
    case partField(String)
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
  private var countAll = 0
  /// The bases of open elements that have one, and how many elements were open before each.
  private var bases: [(depth: Int, address: String)] = []
  private var knownBases = KnownBases()

  /// By the number of the name, because finding what an element is takes longer than all else.
  private var elements: [KnownElement?] = []
  /// Vocabularies by namespace, with and without a prefix, cached for documents with many names.
  private var vocabularies: [String: Vocabulary] = [:]
  private var ownVocabularies: [String: Vocabulary] = [:]
  private static let mostVocabularies = 1_000

  init(_ context: FeedContext) { self.context = context }

  /// The base that `xml:base` gives here.
  var base: String? { bases.last?.address }

  func begin(_ name: XMLName, _ attributes: [XMLAttribute], line: Int) {
    if !attributes.isEmpty, let written = attributes.xml("base") {
      bases.append((frames.count, knownBases.address(written, within: base ?? context.base)))
    }
    frames.append(frame(name, attributes, line: line))
  }

  func end() {
    let frame = frames.popLast()
    switch frame {
    case .field(let field): endField(weight: field == .atomLink || field == .enclosure ? 4 : 1) { set(field, $0) }
    case .partField(let name): endField(weight: 1) { part?.set(name, $0) }
    case .markup: capture?.end()
    case .item: endItem()
    case .part: endPart()
    default: break
    }
    if bases.last?.depth == frames.count { bases.removeLast() }
  }

  func text(_ bytes: ArraySlice<UInt8>) {
    if capture != nil { capture?.text(bytes) } else { part?.text(bytes) }
  }

  private func frame(_ name: XMLName, _ attributes: [XMLAttribute], line: Int) -> Frame {
    if capture != nil {
      capture?.begin(name, attributes, base: base)
      return .markup
    }
    guard feed != nil else { return beginFeed(name, attributes, line) }
    let element = element(name)
    if case .ignored? = frames.last, !element.isItem { return .ignored }
    if part != nil {
      capture = Capture(attributes, base: base)
      return .partField(element.name)
    }
    guard let field = element.field else { return .ignored }
    return frame(field, attributes, line)
  }

  private func frame(_ field: FeedField, _ attributes: [XMLAttribute], _ line: Int) -> Frame {
    switch field {
    case .item, .atomEntry: return beginItem(attributes, line)
    case .channel:
      if feed?.head.language == nil { feed?.head.language = attributes.xml("lang") }
      return .scope
    case .mediaGroup, .categories, .authors: return .scope
    case .atomSource where item == nil: return .ignored
    case _ where countFields >= Self.mostFields: return .ignored
    case .atomSource, .image, .atomAuthor, .author, .itunesOwner, .textInput, .atomContributor:
      part = PartReader(field, attributes, base: base ?? context.base)
      return .part
    case .mediaContent, .itunesCategory:
      // These have elements that count as those of the item.
      if isNextFieldKept(weight: 4) { set(field, Capture(attributes, base: base)) }
      return .scope
    case .deletedEntry:
      if let id = attributes.value("ref") { feed?.gone.append(id) }
      return .ignored
    default:
      capture = Capture(attributes, base: base)
      return .field(field)
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

  private func element(_ name: XMLName) -> KnownElement {
    if name.number < elements.count, let known = elements[name.number] { return known }
    let found = KnownElement(name, vocabulary(name), isAtom: isAtom)
    while elements.count <= name.number { elements.append(nil) }
    elements[name.number] = found
    return found
  }

  private var isAtom: Bool {
    if case .atom? = feed?.format { return true }
    return false
  }

  private func beginFeed(_ name: XMLName, _ attributes: [XMLAttribute], _ line: Int) -> Frame {
    let local = name.local.lowercased()
    let namespace = name.namespace?.lowercased() ?? ""
    let format: FeedDocument.Format
    switch local {
    case "feed", "entry":
      let isOld = attributes.value("version") == "0.3" || namespace.contains("purl.org/atom/ns")
      format = .atom(isOld ? "0.3" : "1.0")
    case "rdf": format = .rdf
    default: format = namespace.contains("rss1.1") ? .rdf : .rss(attributes.value("version")?.trimmed ?? "")
    }
    let head = XMLElements(line: line)
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
    let elements = XMLElements(line: line)
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

  private func endField(weight: Int, _ set: (Capture) -> Void) {
    guard let capture else { return }
    self.capture = nil
    if isNextFieldKept(weight: weight) { set(capture) }
  }

  private func set(_ field: FeedField, _ capture: Capture) {
    if let item { item.set(field, capture, context) } else { feed?.head.set(field, capture, context) }
  }

  private func isNextFieldKept(weight: Int = 1) -> Bool {
    countFields += 1
    countAll += weight
    if countAll > Self.mostFieldsInAll {
      feed?.isTooLong = true
      isDone = true
    }
    return countFields <= Self.mostFields
  }

  private func endPart() {
    guard let part else { return }
    self.part = nil
    guard isNextFieldKept(weight: 4) else { return }
    if let item { item.set(part) } else { feed?.head.set(part) }
  }
}

/// What `xml:base` means, resolved once if it is repeated.
private struct KnownBases {
  /// In bytes.
  private static let longest = 2_000
  private static let most = 20_000

  private var last = (written: "", within: "", address: "")
  private var count = 0

  /// - Returns: `base` if the address is wrong or too long: bases within each other add up. Also after many different ones.
  mutating func address(_ written: String, within base: String) -> String {
    if written == last.written, base == last.within { return last.address }
    guard written.utf8.count <= Self.longest, count < Self.most else { return base }
    count += 1
    let address = resolve(written.trimmed, against: base).flatMap { $0.utf8.count <= Self.longest ? $0 : nil } ?? base
    last = (written, base, address)
    return address
  }
}

/// What an element is, by its name.
private struct KnownElement {
  /// Nil for elements that are not read.
  let field: FeedField?
  /// As an element of a part.
  let name: String
  /// Whether an item begins even inside an element that is not read.
  let isItem: Bool

  init(_ name: XMLName, _ vocabulary: Vocabulary, isAtom: Bool) {
    let local = name.local.lowercased()
    field = FeedField(local, vocabulary, isAtom: isAtom)
    let written = field?.rawValue ?? local
    self.name = written.split(separator: ":").last.map(String.init) ?? written
    isItem = local == "item" || local == "entry"
  }
}
