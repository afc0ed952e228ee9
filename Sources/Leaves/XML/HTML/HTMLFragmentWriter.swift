/// Writes the tags and text of a fragment: tags only around content, white space folded except in preformatted text,
/// each block on a separate line.
struct HTMLFragmentWriter {
  private(set) var bytes: [UInt8] = []
  /// After this many bytes, no element, text or image is written: the fragment is already too long.
  private let most: Int
  /// The elements whose tags are open in `bytes`.
  private var path: [HTMLOutline.Frame] = []
  /// Whether only block tags or a line break precede, so that white space is ignored.
  private var isAtStartOfText = true
  private var owesSpace = false
  /// The elements opened at least once: an element reopened around a block inside it does not repeat its id.
  private var begun = Set<Int>()

  init(most: Int) { self.most = most }

  private var isTooLong: Bool { bytes.count > most }

  /// White space, or the edge of an element that separates words; written only between two pieces of text.
  mutating func space() { owesSpace = true }

  /// Writes text that is not empty and has no white space at either end.
  mutating func text(_ text: [UInt8], at path: [HTMLOutline.Frame]) {
    if isTooLong { return }
    move(to: path)
    bytes.appendEscaped(text)
    isAtStartOfText = false
  }

  /// Writes text with significant white space. Leading line feeds are dropped, because parsers
  /// disagree about the first one.
  mutating func preformatted(_ text: [UInt8], at path: [HTMLOutline.Frame]) {
    let goesOn = !isAtStartOfText && self.path.contains { $0.id == path.preformatted }
    let kept = goesOn ? text : Array(text.drop { $0 == 0xA })
    guard !kept.isEmpty else { return }
    self.text(kept, at: path)
  }

  /// An element without content, on a separate line if it is a rule.
  mutating func void(_ element: HTMLElement, attributes: String, at path: [HTMLOutline.Frame]) {
    if isTooLong { return }
    if element.role != .picture { owesSpace = false }
    move(to: path)
    if element.role == .rule { startLine() }
    bytes += Array("<\(element.name)\(attributes) />".utf8)
    if element.role == .rule { startLine() }
    isAtStartOfText = element.role != .picture
    owesSpace = false
  }

  /// Writes an empty element as the target of links. White space around it is treated as if the element were absent.
  mutating func target(_ id: String, at path: [HTMLOutline.Frame]) {
    if isTooLong { return }
    move(to: path)
    bytes += Array("<span id=\"\(id)\"></span>".utf8)
  }

  /// Closes and opens tags until those of `target` are open. A pending space is written between closing and opening.
  mutating func move(to target: [HTMLOutline.Frame]) {
    let shared = zip(path, target).prefix { $0.id == $1.id }.count
    close(downTo: shared)
    let isStaying = !isAtStartOfText && target[shared...].allSatisfy { $0.element.role == .inline }
    if isStaying, owesSpace { separate(isPreformatted: target.preformatted != nil) }
    owesSpace = false
    for frame in target[shared...] { open(frame) }
  }

  mutating func finish() -> String {
    close(downTo: 0)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension HTMLFragmentWriter {
  private mutating func open(_ frame: HTMLOutline.Frame) {
    if frame.element.role != .inline {
      startLine()
      isAtStartOfText = true
    }
    let attributes = begun.insert(frame.id).inserted ? frame.attributes : withoutID(frame.attributes)
    if !isTooLong { bytes += Array("<\(frame.element.name)\(attributes)>".utf8) }
    path.append(frame)
  }

  private mutating func close(downTo count: Int) {
    while path.count > count, let frame = path.popLast() {
      bytes += Array("</\(frame.element.name)>".utf8)
      if frame.element.role != .inline {
        startLine()
        isAtStartOfText = true
      }
    }
  }

  private mutating func separate(isPreformatted: Bool) {
    if isPreformatted { startLine() } else { bytes.append(0x20) }
  }

  private mutating func startLine() {
    if let last = bytes.last, last != 0xA { bytes.append(0xA) }
  }
}

private func withoutID(_ attributes: String) -> String {
  guard let start = attributes.firstRange(of: " id=\""), let end = attributes[start.upperBound...].firstIndex(of: "\"")
  else {
    return attributes
  }
  return String(attributes[..<start.lowerBound]) + attributes[attributes.index(after: end)...]
}

extension [HTMLOutline.Frame] {
  /// The preformatted element in the path.
  fileprivate var preformatted: Int? { first { $0.element.role == .preformatted }?.id }
}
