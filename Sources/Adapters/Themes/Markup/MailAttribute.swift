internal import Templates
internal import Text

/// An attribute in an email's HTML: URLs, event handlers, styles.
struct MailAttribute {
  private let attribute: MarkupTag.Attribute
  private let element: String

  init(_ attribute: MarkupTag.Attribute, of tag: MarkupTag) {
    self.attribute = attribute
    element = tag.name
  }

  var findings: [MarkupFinding] {
    let name = attribute.name
    if name.hasPrefix("on"), name.utf8.count > 2, name.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) {
      return [MarkupFinding(attribute.offset, "`\(name)` does nothing in an email; remove it", isFault: true)]
    }
    if MailElements.refused[element] != nil { return [] }  // the element is refused as a whole
    switch name {
    case "href" where element == "a" || element == "area": return link(attribute.value)
    case "src", "background", "poster": return image(attribute.value)
    case "srcset": return candidates(attribute.value).flatMap(image)
    case "style": return StyleAddresses(attribute.value).findings.map(here)
    default: return []
    }
  }
}

extension MailAttribute {
  private func link(_ value: String) -> [MarkupFinding] {
    switch MailAddress(value) {
    case .inside, .unknown: []
    case .relative: [nowhere(value)]
    case .absolute("javascript"), .absolute("vbscript"), .absolute("data"), .absolute("file"):
      [finding("`\(name)` leads nowhere in an email; write a web URL", isFault: true)]
    case .absolute: []
    }
  }

  private func image(_ value: String) -> [MarkupFinding] {
    switch MailAddress(value) {
    case .absolute("https"), .unknown: []
    case .absolute("http"):
      [finding("`\(name)` is an http: URL, which many mail programs block; write https:", isFault: true)]
    case .absolute("data"):
      [finding("`\(name)` contains the image itself, which most mail programs drop; write its URL", isFault: false)]
    case .absolute(let scheme):
      [finding("`\(name)` is a \(scheme): URL, which no mail program loads; write https:", isFault: true)]
    case .relative, .inside: [nowhere(value)]
    }
  }

  /// The URLs of `a.png 1x, b.png 2x`.
  private func candidates(_ value: String) -> [String] {
    value.split(separator: ",").compactMap { candidate in
      let address = candidate.split(whereSeparator: \.isWhitespace).first.map(String.init)
      // A data: URL contains a comma.
      return address?.hasPrefix("data:") == false && address?.hasPrefix("base64") == true ? nil : address
    }
  }

  private var name: String { attribute.name }

  private func nowhere(_ value: String) -> MarkupFinding {
    let what =
      value.isEmpty ? "is empty, which" : "is `\(value.cut(to: 60))`, which"
    return finding("`\(name)` \(what) leads nowhere in an email; \(remedy(value))", isFault: true)
  }

  /// A path of the site can become a URL that works on every site.
  private func remedy(_ value: String) -> String {
    let path = value.prefixMatch(of: /\.?\//).map { value[$0.range.upperBound...] } ?? value[...]
    guard path.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9_.\/-]*(#[A-Za-z0-9_-]+)?/) != nil, !path.hasPrefix("www."),
      !path.contains("../")
    else { return "write a full URL" }
    let address = "write `{{site.url}}/\(path)`"
    return name == "href" ? address : "put the file into static/ and \(address)"
  }

  private func finding(_ sentence: String, isFault: Bool) -> MarkupFinding {
    MarkupFinding(attribute.offset, sentence, isFault: isFault)
  }

  private func here(_ finding: MarkupFinding) -> MarkupFinding {
    MarkupFinding(attribute.offset, finding.sentence, isFault: finding.isFault)
  }
}

/// The target of a URL in a template, as far as known.
enum MailAddress: Equatable {
  /// Begins with `{{…}}`.
  case unknown
  /// A position in the same email.
  case inside
  case relative
  /// The scheme, in lower case (RFC 3986 §3.1).
  case absolute(String)

  init(_ written: String) {
    // Browsers drop these even inside a URL (WHATWG URL, basic parser).
    let address = written.filter { !$0.isNewline && $0 != "\t" }.drop { $0 == " " }
    if address.hasPrefix("{{") {
      self = .unknown
    } else if address.hasPrefix("#") {
      self = .inside
    } else if let scheme = address.prefixMatch(of: /([A-Za-z][A-Za-z0-9+.\-]*):/)?.1 {
      self = .absolute(scheme.lowercased())
    } else if address.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*\{\{/) != nil {
      self = .unknown  // the scheme may continue in a value
    } else {
      self = .relative
    }
  }
}
