/// One fragment, from parser to writer.
struct SanitizingPass: HTMLVisitor {
  let base: String
  let page: String
  let find: (String) -> String?
  private(set) var leavesOut = false
  /// The ids of headings, each used only once.
  var ids = Set<String>()
  /// The URLs of images that are shown.
  var pictures = Set<String>()
  /// How many `<noscript>` elements are open: only images in them are kept.
  private(set) var scriptless = 0
  var outline = HTMLOutline()
  var writer: HTMLFragmentWriter
  /// For each open element of the input: the element opened for it, if any, and whether it separates words.
  var opened: [(frame: HTMLOutline.Frame?, isBlock: Bool)] = []
  /// A media element without a URL, which a `<source>` may still supply, and how many elements were open before it.
  var media: (kind: HTMLMedia, title: String?, isLinked: Bool, depth: Int)?
  /// The formula that is open, and how many elements were open before it.
  private var formula: (text: MathText, depth: Int)?
  private var ruby = RubyParentheses()
  /// The first image offered by a `<picture>`, and how many elements were open before it.
  var offer: (picture: String?, depth: Int)?

  init(base: String, page: String, find: @escaping (String) -> String?, most: Int) {
    self.base = base
    self.page = page
    self.find = find
    writer = HTMLFragmentWriter(most: most)
  }

  mutating func begin(_ name: String, _ attributes: [HTMLAttribute]) -> Bool {
    if media != nil { return searchMedia(name, attributes) }
    if formula != nil {
      formula?.text.begin(name, attributes)
      return enter()
    }
    if isHiddenElement(name, attributes) || ruby.hides(name) { return leaveOut() }
    if name == "noscript" || scriptless > 0 { return beginScriptless(name, attributes) }
    if name == "math" {
      formula = (MathText(attributes), opened.count)
      return enter()
    }
    switch HTMLElement.policy(of: name) {
    case .dropped: return leaveOut()
    case .linked(let media): return begin(media, attributes)
    case .checkBox:
      checkBox(attributes)
      return false
    case .unwrapped:
      offerPicture(name, attributes)
      return enter()
    case .kept(let element): return begin(element, called: name, attributes)
    }
  }

  private mutating func begin(
    _ element: HTMLElement, called name: String, _ attributes: [HTMLAttribute]
  ) -> Bool {
    switch element.role {
    case .lineBreak: lineBreak(element)
    case .rule: rule(element)
    case .picture: picture(element, attributes)
    default:
      ruby.begin(name, depth: opened.count)
      return enter(open(element, attributes), isBlock: element.role != .inline)
    }
    return false
  }

  /// The content of the element is visited next.
  mutating func enter(_ frame: HTMLOutline.Frame? = nil, isBlock: Bool = false) -> Bool {
    opened.append((frame, isBlock))
    return true
  }

  mutating func end() {
    let (frame, isBlock) = opened.removeLast()
    if scriptless > 0 { scriptless -= 1 }
    if media?.depth == opened.count { media = nil }
    if formula?.depth == opened.count { writeFormula() } else { formula?.text.end() }
    ruby.end(depth: opened.count)
    if offer?.depth == opened.count { offer = nil }
    if isBlock { writer.space() }
    if let frame { outline.close(frame.id) }
  }

  mutating func text(_ text: String) {
    guard media == nil, scriptless == 0 else { return }
    guard formula == nil else {
      formula?.text.text(text)
      return
    }
    guard !ruby.hides(text: text) else { return leavesOut = true }
    let bytes = Array(text.utf8)
    if outline.isPreformatted {
      return writer.preformatted(bytes.filter { $0 != 0xD }, at: outline.pathForText())
    }
    let folded = folded(bytes)
    if let first = bytes.first, isHTMLSpace(first) { writer.space() }
    if !folded.isEmpty { writer.text(folded, at: outline.pathForText()) }
    if let last = bytes.last, isHTMLSpace(last) { writer.space() }
  }

  mutating func finish() -> String { writer.finish() }

  /// On many pages a script loads images, and `<noscript>` repeats them. Text in `<noscript>` is for
  /// browsers without scripts.
  private mutating func beginScriptless(_ name: String, _ attributes: [HTMLAttribute]) -> Bool {
    if name == "img" {
      picture(.named("img"), attributes)
      return false
    }
    if scriptless > 0, case .dropped = HTMLElement.policy(of: name) { return false }
    scriptless += 1
    return enter()
  }

  private mutating func leaveOut() -> Bool {
    leavesOut = true
    return false
  }
}

extension SanitizingPass {
  mutating func open(_ element: HTMLElement, _ attributes: [HTMLAttribute]) -> HTMLOutline.Frame? {
    var kept = allowed(attributes, for: element)
    if element.name == "a" || element.name == "span" { writeTarget(of: attributes, &kept) }
    if let needed = element.needed, !kept.contains(where: { needed.isEmpty || $0.name == needed }) { return nil }
    if element.role != .inline { writer.space() }
    let frame = outline.open(element, attributes: written(kept))
    if let frame, frame.element.isKeptEmpty { writer.move(to: outline.pathForBlock()) }
    return frame
  }

  /// Writes a formula in the same form as Markdown's formulas.
  private mutating func writeFormula() {
    guard let text = formula?.text else { return }
    formula = nil
    guard !text.line.isEmpty else { return }
    let block = text.isBlock ? open(.named("pre"), []) : nil
    let code = open(.named("code"), [HTMLAttribute(name: "class", value: "language-math")])
    self.text(text.line)
    for frame in [code, block].compactMap(\.self) { outline.close(frame.id) }
    if text.isBlock { writer.space() }
  }

  private mutating func lineBreak(_ element: HTMLElement) {
    if outline.isPreformatted {
      text("\n")
    } else {
      writer.void(element, attributes: "", at: outline.pathForText())
    }
  }

  private mutating func rule(_ element: HTMLElement) {
    guard !outline.hasHeading else { return writer.space() }
    outline.implyParents()
    writer.void(element, attributes: "", at: outline.pathForBlock())
  }

  /// Task lists are the only use of form controls in articles.
  private mutating func checkBox(_ attributes: [HTMLAttribute]) {
    guard attributes.contains(where: { $0.name == "type" && $0.value.lowercased() == "checkbox" }) else { return }
    text(attributes.contains { $0.name == "checked" } ? "☑ " : "☐ ")
  }
}
