/// Makes HTML from any source safe for a feed, a page or an email: a well-formed fragment of allowed elements with
/// absolute URLs, which every parser reads the same way.
///
/// The parser's tree is never written back: the sanitiser writes its own tags from an allow-list.
/// Clean input stays unchanged.
package struct HTMLSanitizer {
  private let base: String
  private let page: String
  private let find: (String) -> String?

  /// - Parameters:
  ///   - base: the absolute URL against which links and images are resolved.
  ///   - page: the URL at which the fragment is read, if different; links to its headings (`#notes`) lead there.
  ///   - find: returns the URL of a file that the fragment names; nil for an unknown file.
  package init(base: String, page: String? = nil, find: @escaping (String) -> String? = { _ in nil }) {
    self.base = base
    self.page = page ?? base
    self.find = find
  }

  package func sanitize(_ fragment: String) -> String { sanitized(fragment).html }

  package struct Sanitized {
    package let html: String
    /// Whether an element was left out with all its content, so that its text must not be shown anywhere else either.
    package let leavesOut: Bool
  }

  /// - Parameter most: the number of bytes after which nothing more is written. A longer result is incomplete.
  package func sanitized(_ fragment: String, most: Int = .max) -> Sanitized {
    var pass = SanitizingPass(base: base, page: page, find: find, most: most)
    HTMLTree(fragment: fragment).visit(&pass)
    return Sanitized(html: pass.finish(), leavesOut: pass.leavesOut)
  }
}

/// One fragment, from parser to writer.
private struct SanitizingPass: HTMLVisitor {
  let base: String
  let page: String
  let find: (String) -> String?
  private(set) var leavesOut = false
  /// The ids of headings, each used only once.
  private var ids = Set<String>()
  /// The URLs of images that are shown.
  private var pictures = Set<String>()
  /// How many `<noscript>` elements are open: only images in them are kept.
  private var scriptless = 0
  private var outline = HTMLOutline()
  private var writer: HTMLFragmentWriter
  /// For each open element of the input: the element opened for it, if any, and whether it separates words.
  private var opened: [(frame: HTMLOutline.Frame?, isBlock: Bool)] = []
  /// A media element without a URL, which a `<source>` may still supply, and how many elements were open before it.
  private var media: (kind: HTMLMedia, title: String?, isLinked: Bool, depth: Int)?
  /// The formula that is open, and how many elements were open before it.
  private var formula: (text: MathText, depth: Int)?
  private var ruby = RubyParentheses()
  /// The first image offered by a `<picture>`, and how many elements were open before it.
  private var offer: (picture: String?, depth: Int)?

  init(base: String, page: String, find: @escaping (String) -> String?, most: Int) {
    self.base = base
    self.page = page
    self.find = find
    writer = HTMLFragmentWriter(most: most)
  }

  mutating func begin(_ name: String, _ attributes: [HTMLAttribute]) -> Bool {
    guard media == nil else { return searchMedia(name, attributes) }
    if formula != nil {
      formula?.text.begin(name, attributes)
      opened.append((nil, isBlock: false))
      return true
    }
    if isHiddenElement(name, attributes) || ruby.hides(name) { return leaveOut() }
    if name == "noscript" || scriptless > 0 { return beginScriptless(name, attributes) }
    if name == "math" {
      formula = (MathText(attributes), opened.count)
      opened.append((nil, isBlock: false))
      return true
    }
    switch HTMLElement.policy(of: name) {
    case .dropped: return leaveOut()
    case .linked(let media): return begin(media, attributes)
    case .checkBox:
      checkBox(attributes)
      return false
    case .unwrapped:
      offerPicture(name, attributes)
      opened.append((nil, isBlock: false))
    case .kept(let element):
      switch element.role {
      case .lineBreak: lineBreak(element)
      case .rule: rule(element)
      case .picture: picture(element, attributes)
      default:
        ruby.begin(name, depth: opened.count)
        opened.append((open(element, attributes), element.role != .inline))
        return true
      }
      return false
    }
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
    opened.append((nil, isBlock: false))
    return true
  }

  private mutating func leaveOut() -> Bool {
    leavesOut = true
    return false
  }
}

extension SanitizingPass {
  private mutating func open(_ element: HTMLElement, _ attributes: [HTMLAttribute]) -> HTMLOutline.Frame? {
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

  /// Link targets are often empty elements, so the target is written before the text.
  private mutating func writeTarget(of attributes: [HTMLAttribute], _ kept: inout [HTMLAttribute]) {
    var target = kept.value(of: "id")
    kept.removeAll { $0.name == "id" }
    if target == nil, let name = attributes.value(of: "name"),
      let id = HTMLAttributeRule.identifier.value(of: name, base: base, page: page), ids.insert(id).inserted
    {
      target = id
    }
    guard let target, !outline.isPreformatted else { return }
    writer.target(target, at: outline.pathForText())
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

  /// An image that cannot be shown is replaced by its description.
  private mutating func picture(_ element: HTMLElement, _ attributes: [HTMLAttribute]) {
    let attributes = attributes.withLazyPicture
    var kept = allowed(attributes, for: element)
    if kept.value(of: "src") == nil, let other = kept.value(of: "srcset").map(firstPicture) ?? offer?.picture {
      kept.insert(HTMLAttribute(name: "src", value: other), at: 0)
    }
    if let source = kept.value(of: "src") {
      // The image that a script would load is already shown, and `<noscript>` repeats it.
      if scriptless > 0, pictures.contains(source) { return }
      pictures.insert(source)
      writer.void(element, attributes: written(kept), at: outline.pathForText())
    } else if let description = attributes.first(where: { $0.name == "alt" }), scriptless == 0 {
      text(description.value)
    }
  }

  /// `<picture>` and its `<source>`s: the first usable source replaces the `<img>` if that has no URL.
  private mutating func offerPicture(_ name: String, _ attributes: [HTMLAttribute]) {
    if name == "picture" { offer = (nil, opened.count) }
    guard name == "source", offer?.picture == nil, let written = attributes.value(of: "srcset") else { return }
    offer?.picture = HTMLAttributeRule.pictures.value(of: written, base: base, page: page, find: find).map(firstPicture)
  }

  /// Writes the link, or searches the content for a URL.
  private mutating func begin(_ kind: HTMLMedia, _ attributes: [HTMLAttribute]) -> Bool {
    guard !attributes.isInvisible else { return false }
    let title = attributes.value(of: "title").flatMap { HTMLAttributeRule.text.value(of: $0, base: base, page: page) }
    if link(kind, title: title, attributes) { return false }
    media = (kind, title, isLinked: false, opened.count)
    opened.append((nil, isBlock: false))
    return true
  }

  /// libxml2 does not treat `<source>` as a void element, so everything after it is inside it.
  private mutating func searchMedia(_ name: String, _ attributes: [HTMLAttribute]) -> Bool {
    if let found = media, !found.isLinked, name == "source" {
      let isLinked = link(found.kind, title: found.title, attributes)
      media?.isLinked = isLinked
    }
    opened.append((nil, isBlock: false))
    return true
  }

  /// Writes a paragraph with a link to the URL in `attributes`, if there is one.
  private mutating func link(_ kind: HTMLMedia, title: String?, _ attributes: [HTMLAttribute]) -> Bool {
    guard let written = attributes.value(of: "src"),
      let address = HTMLAttributeRule.picture.value(of: written, base: base, page: page, find: find)
    else { return false }
    let title = title.map { folded(Array($0.utf8)) } ?? []
    let words = title.isEmpty ? Array(kind.words(for: address).utf8) : title
    let paragraph = outline.open(.named("p"), attributes: "")
    let anchor = outline.open(.named("a"), attributes: self.written([HTMLAttribute(name: "href", value: address)]))
    writer.space()
    writer.text(words, at: outline.pathForText())
    writer.space()
    for frame in [anchor, paragraph] { if let frame { outline.close(frame.id) } }
    return true
  }

  /// Task lists are the only use of form controls in articles.
  private mutating func checkBox(_ attributes: [HTMLAttribute]) {
    guard attributes.contains(where: { $0.name == "type" && $0.value.lowercased() == "checkbox" }) else { return }
    text(attributes.contains { $0.name == "checked" } ? "☑ " : "☐ ")
  }

  /// In the order of the input.
  private mutating func allowed(_ attributes: [HTMLAttribute], for element: HTMLElement) -> [HTMLAttribute] {
    attributes.compactMap { attribute in
      guard let rule = element.attributes[attribute.name] ?? HTMLAttributeRule.everywhere[attribute.name],
        let value = rule.value(of: attribute.value, base: base, page: page, find: find),
        attribute.name != "id" || ids.insert(value).inserted
      else { return nil }
      return HTMLAttribute(name: attribute.name, value: value)
    }
  }

  private func written(_ attributes: [HTMLAttribute]) -> String {
    var bytes: [UInt8] = []
    for attribute in attributes {
      bytes += Array(" \(attribute.name)=\"".utf8)
      bytes.appendEscaped(Array(attribute.value.utf8))
      bytes.append(UInt8(ascii: "\""))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The first URL of a cleaned `srcset`, whose URLs contain no space and do not end in a comma.
private func firstPicture(_ candidates: String) -> String {
  let word = candidates.prefix { $0 != " " }
  return String(word.last == "," ? word.dropLast() : word)
}

/// White space as defined by HTML, which excludes the no-break space.
func isHTMLSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x9...0xA).contains(byte) || (0xC...0xD).contains(byte) }

/// Removes white space at both ends, and replaces each run of it in between with one space.
private func folded(_ text: [UInt8]) -> [UInt8] {
  var folded: [UInt8] = []
  folded.reserveCapacity(text.count)
  var owesSpace = false
  for byte in text {
    if isHTMLSpace(byte) {
      owesSpace = true
    } else {
      if owesSpace, !folded.isEmpty { folded.append(0x20) }
      owesSpace = false
      folded.append(byte)
    }
  }
  return folded
}
