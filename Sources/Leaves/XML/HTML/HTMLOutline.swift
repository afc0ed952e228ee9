/// The elements open at one position of a fragment, in the order in which they were opened, and the path of tags that
/// text written there needs.
///
/// The path is blocks, then at most one paragraph, then inline elements: the only nesting that every HTML parser reads
/// as written, however the input is nested.
struct HTMLOutline {
  struct Frame {
    let id: Int
    let element: HTMLElement
    /// ` name="value"…`, escaped.
    let attributes: String
    /// Whether the element is not in the input but was opened because its parent requires it.
    let isImplied: Bool
  }

  private var frames: [Frame] = []
  private var lastID = 0
  /// The maximum nesting depth. Parts of tables and lists do not count separately, because they always occur with an
  /// element that does; at four levels each, the total stays below libxml2's limit of 256.
  private static let maxDepth = 60

  /// Opens an element, or a `div` where the element is not allowed. Nil if its tags must be removed.
  mutating func open(_ element: HTMLElement, attributes: String) -> Frame? {
    var element = element
    var attributes = attributes
    if element.role != .inline, hasHeading { return nil }
    if element.parents != nil, !makeRoom(for: element) {
      element = .division
      attributes = ""
    }
    if element.parents == nil {
      guard frames.count(where: { $0.element.parents == nil }) < Self.maxDepth else { return nil }
      if element.role != .inline {
        // Such a division groups rows or items: its content belongs to the table or list.
        if element.name == "div", container?.element.role == .structure { return nil }
        implyParents()
      }
    }
    return insert(element, attributes, isImplied: false, at: frames.endIndex)
  }

  mutating func close(_ id: Int) {
    guard let index = frames.firstIndex(where: { $0.id == id }) else { return }
    frames.removeSubrange(index...)
  }

  /// The path for text; opens the elements that text requires here.
  mutating func pathForText() -> [Frame] {
    implyParents()
    let lastLink = frames.lastIndex { $0.element.name == "a" }
    let inlines = frames.indices.filter {
      frames[$0].element.role == .inline && (frames[$0].element.name != "a" || $0 == lastLink)
    }
    return pathForBlock() + (paragraph.map { [$0] } ?? []) + inlines.map { frames[$0] }
  }

  /// The path to the innermost block.
  func pathForBlock() -> [Frame] { frames.filter { $0.element.isContainer } }

  mutating func implyParents() {
    while let parent = container, parent.element.role == .structure, !hasHeading,
      let child = parent.element.impliedChild
    {
      imply(child, in: parent)
    }
  }

  var isPreformatted: Bool { paragraph?.element.role == .preformatted }

  /// Whether blocks become plain text here.
  var hasHeading: Bool { paragraph.map { $0.element.role != .paragraph } ?? false }
}

extension HTMLOutline {
  /// The innermost block or structure.
  private var container: Frame? { frames.last { $0.element.isContainer } }

  /// The paragraph, heading or preformatted text that would contain text written here.
  private var paragraph: Frame? {
    let first = frames.lastIndex { $0.element.isContainer }.map { $0 + 1 } ?? 0
    return frames[first...].last { $0.element.isText }
  }

  /// Makes the innermost container a valid parent of `element`, if this requires only closing or
  /// opening implied elements.
  private mutating func makeRoom(for element: HTMLElement) -> Bool {
    guard let parents = element.parents else { return true }
    while let parent = container {
      if parents.contains(parent.element.name) { return true }
      if parent.isImplied {
        frames.removeAll { $0.id == parent.id }
      } else {
        guard let child = parent.element.impliedChild, parents.contains(child) else { return false }
        imply(child, in: parent)
      }
    }
    return false
  }

  /// Inserted directly after its parent, so that it outlives the inline element that may have required it.
  private mutating func imply(_ child: String, in parent: Frame) {
    guard let index = frames.firstIndex(where: { $0.id == parent.id }) else { return }
    insert(.named(child), "", isImplied: true, at: index + 1)
  }

  @discardableResult
  private mutating func insert(_ element: HTMLElement, _ attributes: String, isImplied: Bool, at index: Int) -> Frame {
    lastID += 1
    let frame = Frame(id: lastID, element: element, attributes: attributes, isImplied: isImplied)
    frames.insert(frame, at: index)
    return frame
  }
}
