import Foundation
import Model
import Press
import Testing

/// Active content in HTML that Courant has written: a tag that is not in its canonical form, an element or attribute that runs
/// or loads anything, a URL that is not a web URL.
struct ActiveHTML {
  /// The first of it; nil if there is none.
  private(set) var first: String?

  private static let elements: Set<String> = [
    "iframe", "object", "embed", "applet", "frame", "frameset", "base", "math", "template", "select",
    "button", "plaintext", "xmp", "noscript", "portal", "animate", "set", "use", "foreignobject", "video", "audio",
  ]
  private static let addresses: Set<String> = [
    "href", "src", "action", "formaction", "poster", "data", "background", "cite", "xlink:href",
  ]

  /// Not kept: the sanitizer cannot follow the pointers in a regex, and would report it as a leak.
  private static var tag: Regex<(Substring, Substring, Substring)> {
    /<([A-Za-z][A-Za-z0-9:]*)((?:\s+[A-Za-z][A-Za-z0-9:_\-]*(?:="[^"<]*")?)*)\s*\/?>/
  }

  init(in html: String) {
    var rest = html[...]
    while let start = rest.firstIndex(of: "<"), first == nil {
      rest = rest[start...]
      guard let sign = rest.dropFirst().first, sign.isASCII, sign.isLetter || "/!?".contains(sign) else {
        rest = rest.dropFirst()
        continue
      }
      if rest.hasPrefix("<!DOCTYPE html>") || rest.hasPrefix("<!doctype html>") || rest.hasPrefix("<?xml ") {
        rest = rest[(rest.firstIndex(of: ">") ?? rest.startIndex)...].dropFirst()
      } else if rest.hasPrefix("<!--"), let end = rest.firstRange(of: "-->") {
        rest = rest[end.upperBound...]
      } else if let end = rest.prefixMatch(of: /<\/[a-z][a-z0-9:]*>/) {
        rest = rest[end.range.upperBound...]
      } else if let tag = rest.prefixMatch(of: Self.tag) {
        rest = rest[tag.range.upperBound...]
        read(tag.1.lowercased(), String(tag.2), &rest)
      } else {
        first = String(rest.prefix(200))
      }
    }
  }

  private mutating func read(_ name: String, _ attributes: String, _ rest: inout Substring) {
    if Self.elements.contains(name) { first = "<\(name)\(attributes)>" }
    let isOwn = attributes.isEmpty || attributes.contains("type=\"application/ld+json\"")
    if name == "script", !isOwn { first = "<script\(attributes)>" }
    if ["script", "style"].contains(name), let end = rest.firstRange(of: "</\(name)>") {
      // Scripts of the theme have no attributes.
      if attributes.isEmpty, rest[..<end.lowerBound].contains("alert") { first = "<\(name)>\(rest[..<end.lowerBound])" }
      rest = rest[end.lowerBound...]
    }
    for attribute in attributes.matches(of: /([A-Za-z][A-Za-z0-9:_\-]*)="([^"]*)"/) {
      let key = attribute.1.lowercased()
      let value = String(attribute.2)
      let isHandler = key.hasPrefix("on") || ["srcdoc", "formaction", "autofocus", "ping"].contains(key)
      let badStyle = /url\(|expression|behavior|position:\s*fixed|javascript|\\/
      let isBadStyle = key == "style" && value.lowercased().contains(badStyle)
      if isHandler || isBadStyle || name == "meta" && value.lowercased() == "refresh" { first = String(attribute.0) }
      if Self.addresses.contains(key), !Self.isHarmless(value) { first = String(attribute.0) }
      if key == "srcset" {
        for url in value.split(separator: ", ") where !Self.isHarmless(String(url)) { first = String(attribute.0) }
      }
    }
  }

  /// A relative URL, or one of the web or of mail.
  static func isHarmless(_ url: String) -> Bool {
    let plain = url.replacing("&amp;", with: "&").unicodeScalars.filter { $0.isASCII && $0.value > 0x20 }
    let text = String(String.UnicodeScalarView(plain)).lowercased()
    guard let scheme = text.prefixMatch(of: /[a-z][a-z0-9+.\-]*:/) else { return !text.contains("&#") }
    return ["http:", "https:", "mailto:"].contains(String(scheme.0))
  }
}

extension Parcel {
  /// The HTML of a message, decoded.
  var htmlPart: String {
    let text = String(decoding: message, as: UTF8.self)
    guard let start = text.firstRange(of: "Content-Type: text/html"),
      let body = text[start.upperBound...].firstRange(of: "\r\n\r\n")
    else { return "" }
    let fields = text[..<body.lowerBound].split(separator: "\r\n--").last ?? ""
    let rest = text[body.upperBound...]
    let part = String(rest[..<(rest.firstRange(of: "\r\n--")?.lowerBound ?? rest.endIndex)])
    if fields.contains("base64") {
      return String(decoding: Data(base64Encoded: part, options: .ignoreUnknownCharacters) ?? Data(), as: UTF8.self)
    }
    guard fields.contains("quoted-printable") else { return part }
    var bytes: [UInt8] = []
    var octets = Array(part.replacing("=\r\n", with: "").utf8)[...]
    while let sign = octets.popFirst() {
      let digits = octets.prefix(2)
      if sign == UInt8(ascii: "="), let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) {
        bytes.append(byte)
        octets = octets.dropFirst(2)
      } else {
        bytes.append(sign)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
