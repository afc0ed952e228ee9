internal import Text
internal import XML

/// An element with all that is in it.
struct XMLRecord {
  enum Content {
    case text(String)
    case element(XMLRecord)
  }

  /// Without its prefix, as written.
  let name: String
  private let attributes: [XMLAttribute]
  fileprivate(set) var content: [Content] = []
  /// Whether the record exceeds the limit and only its beginning was kept.
  fileprivate(set) var isCut = false

  fileprivate init(_ name: XMLName, _ attributes: [XMLAttribute]) {
    self.name = name.local
    self.attributes = attributes
  }

  var elements: [XMLRecord] {
    content.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  func all(_ name: String) -> [XMLRecord] { elements.filter { $0.name == name } }

  /// The first element at a path: `record["Article", "Journal", "Title"]`.
  subscript(_ path: String...) -> XMLRecord? {
    var record: XMLRecord? = self
    for name in path { record = record?.elements.first { $0.name == name } }
    return record
  }

  func attribute(_ name: String) -> String? { attributes.first { $0.name.local == name }?.value }

  /// All text in it, on one line.
  var text: String {
    var text = ""
    addText(to: &text)
    return oneLine(text).trimmed
  }

  private func addText(to text: inout String) {
    for part in content {
      switch part {
      case .text(let words): text += words
      case .element(let element): element.addText(to: &text)
      }
    }
  }
}

/// Reads a document element by element and passes on each element with one of the given names as a whole. Nothing else is kept,
/// and only the beginning of an element longer than 1 MB.
final class XMLRecords: XMLVisitor {
  private static let mostBytes = 1_000_000

  /// The name of the first element.
  private(set) var root = ""
  private(set) var isDone = false
  private let names: Set<String>
  /// False: the rest of the document is of no interest.
  private let take: (XMLRecord) -> Bool
  /// The record and the elements in it that are open.
  private var open: [XMLRecord] = []
  private var bytes = 0

  private init(_ names: Set<String>, _ take: @escaping (XMLRecord) -> Bool) {
    self.names = names
    self.take = take
  }

  /// - Parameter roots: names of the first element, in lower case.
  /// - Returns: the first element's name, and whether the document was read to its end; nil without such an element.
  static func read(
    _ document: [UInt8], roots: Set<String>, records: Set<String>, _ take: @escaping (XMLRecord) -> Bool
  ) -> (root: String, isComplete: Bool)? {
    let reader = XMLRecords(records, take)
    let text = DecodedText(document)
    let report = readXML(text.bytes, isRoot: { roots.contains($0) }, into: reader)
    return report.hasRoot ? (reader.root, !report.isCutOff) : nil
  }

  func begin(_ name: XMLName, _ attributes: [XMLAttribute], line: Int) {
    if root.isEmpty { root = name.local }
    guard !open.isEmpty || names.contains(name.local) else { return outside += 1 }
    bytes += 100
    open.append(XMLRecord(name, bytes > Self.mostBytes ? [] : attributes))
  }

  /// Open elements around the record.
  private var outside = 0

  func text(_ text: ArraySlice<UInt8>) {
    guard !open.isEmpty else { return }
    bytes += text.count
    if bytes <= Self.mostBytes { open[open.count - 1].content.append(.text(String(decoding: text, as: UTF8.self))) }
  }

  func end() {
    guard var element = open.popLast() else { return outside -= 1 }
    guard open.isEmpty else {
      if bytes <= Self.mostBytes { open[open.count - 1].content.append(.element(element)) }
      return
    }
    element.isCut = bytes > Self.mostBytes
    bytes = 0
    if !take(element) { isDone = true }
  }
}
