internal import ByteScan
internal import CCmarkGFM

/// A template tag that stands in a text although nothing here runs it.
package struct UnrunTag: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// `{% name … %}`: taken out of the text.
    case tag(name: String)
    /// `{{ … }}`, with its words: left in the text.
    case output(String)
    /// `%% … %%` between words: taken out of the text, and perhaps meant to be seen. As it begins.
    case comment(String)
  }

  package let kind: Kind
  /// 1-based.
  package let line: Int
  /// 1-based, in UTF-8 bytes.
  package let column: Int

  package init(_ kind: Kind, line: Int, column: Int) { (self.kind, self.line, self.column) = (kind, line, column) }
}

/// What Jekyll (Liquid) and kramdown add to Markdown, outside code:
/// - `{% raw %}` keeps what it encloses; `{% highlight x %}`, `{% codeblock %}`, `{{< highlight x >}}` and the like enclose code;
/// - `{% post_url name %}` becomes the address of that article, if the caller knows it;
/// - any other `{% … %}` is dropped and reported, with all up to `{% endfor %}` if it is a loop;
/// - `{{ site.url }}`, `{{ site.baseurl }}` and `{{ "/x" | relative_url }}` become addresses relative to the site;
/// - any other `{{ … }}` stays and is reported;
/// - kramdown's attribute lists `{: … }` at the end of a line are dropped; an id in them counts if it is a heading's.
struct ForeignSyntax {
  private(set) var unrunTags: [UnrunTag] = []
  private var foundElements: [RawElement] = []
  private let elements: Set<String>
  private let postAddress: (String) -> String?
  /// Ids in attribute lists, by a line of the output that is the block's to which the list belongs.
  private var ids: [Int: String] = [:]
  private var source: SourceText
  private var output: [UInt8] = []
  /// How many lines end before a place in `output`.
  private var lines = (count: 0, end: 0)

  /// What is left of a text, and what was seen in it.
  struct Remains {
    let text: String
    var unrunTags: [UnrunTag] = []
    var ids: [Int: String] = [:]
    var foundElements: [RawElement] = []
  }

  /// - Parameter code: where the text is code, if that is known.
  static func removed(
    from text: String, code: CodeMap?, finding elements: Set<String>, postAddress: @escaping (String) -> String?
  ) -> Remains {
    guard mayHoldForeignSyntax(text) else { return Remains(text: text) }
    var scan = ForeignSyntax(source: SourceText(text, code: code ?? CodeMap(of: text)), elements, postAddress)
    scan.run()
    return Remains(
      text: String(decoding: scan.output, as: UTF8.self), unrunTags: scan.unrunTags, ids: scan.ids,
      foundElements: scan.foundElements)
  }

  private init(source: SourceText, _ elements: Set<String>, _ postAddress: @escaping (String) -> String?) {
    (self.source, self.elements, self.postAddress) = (source, elements, postAddress)
  }
}

private func mayHoldForeignSyntax(_ text: String) -> Bool {
  guard text.holds({ $0.equal(to: UInt8(ascii: "<")) | $0.equal(to: UInt8(ascii: "{")) }) else { return false }
  var previous: UInt8 = 0
  for byte in text.utf8 {
    if previous == UInt8(ascii: "<"), (0x61...0x7A).contains(byte | 0x20) { return true }
    if previous == UInt8(ascii: "{"),
      byte == UInt8(ascii: "%") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: ":")
    {
      return true
    }
    previous = byte
  }
  return false
}

extension ForeignSyntax {
  private mutating func run() {
    while let byte = source.current {
      if let code = source.takeCode() {
        output += code
      } else if source.starts(with: Sign.output) {
        takeOutput()
      } else if source.starts(with: Sign.tag) {
        takeTag()
      } else if source.starts(with: Sign.attributes), let attributes = source.takeAttributeLists() {
        if let id = attributes.last(where: { $0.hasPrefix("#") }) { ids[lineOfBlock] = String(id.dropFirst()) }
        while output.last == UInt8(ascii: " ") || output.last == UInt8(ascii: "\t") { output.removeLast() }
      } else if byte == UInt8(ascii: "<") {
        takeMarkup()
      } else {
        output.append(source.take())
      }
    }
  }

  /// A comment goes as it is, whatever is in it.
  private mutating func takeMarkup() {
    if let shown = source.takeComment() ?? source.takeListing() { return output += shown }
    if foundElements.count < 100, let element = source.element(among: elements) { foundElements.append(element) }
    output.append(source.take())
  }

  /// The line on which the output stands; the one before it if this one holds nothing else. 1-based.
  private var lineOfBlock: Int {
    mutating get {
      // Spaces may have been taken back from the end since it was counted; line breaks never are.
      lines.count += output[min(lines.end, output.count)...].count { $0 == 0x0A }
      lines.end = output.count
      let isAlone = output.reversed().prefix { $0 != 0x0A }.allSatisfy { " \t>".utf8.contains($0) }
      return isAlone ? lines.count : lines.count + 1
    }
  }

  private mutating func takeOutput() {
    if let listing = source.takeHugoListing() { return write(listing) }
    let place = (line: source.line, column: source.column)
    let start = source.position
    guard let words = source.takeEnclosed(to: Sign.endOfOutput) else { return output.append(source.take()) }
    if let address = siteAddress(words) {
      output += address.utf8
    } else {
      report(.output(words), place)
      output += source.text(from: start)
    }
  }

  private mutating func takeTag() {
    let place = (line: source.line, column: source.column)
    guard let words = source.takeEnclosed(to: Sign.endOfTag) else { return output.append(source.take()) }
    let parts = words.split(separator: " ", maxSplits: 1)
    let name = parts.first.map(String.init) ?? ""
    if ["raw", "verbatim"].contains(name), let inside = source.takeBlock(to: "end" + name) {
      output += EscapedSigns.marked(raw: inside)
    } else if HidingWord.showing.contains(name), let inside = source.takeBlock(to: "end" + name) {
      write(Listing(words: parts.dropFirst().first.map(String.init) ?? "", code: inside))
    } else if name == "post_url", let address = postAddress(parts.dropFirst().first.map(String.init) ?? "") {
      output += address.utf8
    } else {
      if name == "for" { _ = source.takeBlock(to: "endfor", nesting: "for") }
      report(.tag(name: name), place)
    }
  }

  /// As a fenced code block, whose fence is longer than any in the code.
  private mutating func write(_ listing: Listing) {
    let fence = String(repeating: "~", count: max(6, listing.longestFence + 1))
    let code = listing.code.drop { $0 == 0x0A }
    output += "\n\(fence) \(listing.language)\n".utf8 + code + "\n\(fence)\n".utf8
  }

  /// The first hundred are enough to see what is the matter.
  private mutating func report(_ kind: UnrunTag.Kind, _ place: (line: Int, column: Int)) {
    if unrunTags.count < 100 { unrunTags.append(UnrunTag(kind, line: place.line, column: place.column)) }
  }
}

/// What Liquid makes of `words` on a site at the root of its host, if they are only an address; nil otherwise.
private func siteAddress(_ words: String) -> String? {
  let parts = words.split(separator: "|").map { $0.drop { $0 == " " } }.map { part in
    String(part.reversed().drop { $0 == " " }.reversed())
  }
  guard let first = parts.first else { return nil }
  let filters = ["relative_url", "absolute_url", "prepend: site.baseurl", "prepend: site.url"]
  guard parts.dropFirst().allSatisfy(filters.contains) else { return nil }
  if first == "site.baseurl" || first == "site.url" { return "" }
  guard let quote = first.first, quote == "\"" || quote == "'", first.count > 1, first.last == quote else { return nil }
  let address = first.dropFirst().dropLast()
  return address.contains(quote) ? nil : String(address)
}
