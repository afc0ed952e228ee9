internal import Foundation

/// An address as defined in RFC 5321 §4.1.2, without control characters, spaces, `<`, `>` or quotes, so that it can
/// never add a command or a header. The domain is in lower case and in A-labels (UTS 46), regardless of the locale.
package struct EmailAddress: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// 1–64 octets; letter case is preserved, because some servers distinguish it (§2.4).
  package let localPart: String
  /// 1–255 octets of ASCII with at least one dot, or `localhost`.
  package let domain: String

  package init?(_ text: String) {
    guard let at = text.lastIndex(of: "@") else { return nil }
    self.init(localPart: String(text[..<at]), domain: String(text[text.index(after: at)...]))
  }

  package init?(localPart: String, domain: String) {
    guard (1...64).contains(localPart.utf8.count), Self.isDotString(localPart),
      let ascii = Self.asciiDomain(domain), localPart.utf8.count + ascii.utf8.count + 3 <= 256
    else { return nil }
    self.localPart = localPart
    self.domain = ascii
  }

  package var description: String { "\(localPart)@\(domain)" }

  /// Equal for all spellings of a mailbox: NFC, in lower case. For comparing, never for sending.
  package var canonical: String {
    let composed = isInternationalized ? localPart.precomposedStringWithCanonicalMapping : localPart
    return "\(composed.lowercased())@\(domain)"
  }

  /// Whether the local part needs SMTPUTF8 (RFC 6531).
  package var isInternationalized: Bool { !localPart.utf8.allSatisfy { $0 < 0x80 } }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let address = EmailAddress(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an email address")
    }
    self = address
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  package static func < (a: EmailAddress, b: EmailAddress) -> Bool { a.description < b.description }

  /// The dot-string of RFC 5321 §4.1.2 with the UTF-8 of RFC 6531. Quoted local parts are refused, because no
  /// real mailbox needs them.
  private static func isDotString(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 < 0x80 } ? isASCIIDotString(text.utf8) : isUnicodeDotString(text)
  }

  /// The same rule byte by byte, for speed: nearly all addresses are ASCII, and delivery parses every one.
  private static func isASCIIDotString(_ bytes: String.UTF8View) -> Bool {
    var isAfterDot = true
    for byte in bytes {
      if byte == UInt8(ascii: ".") {
        if isAfterDot { return false }
        isAfterDot = true
      } else {
        guard isAtomText(byte) else { return false }
        isAfterDot = false
      }
    }
    return !isAfterDot
  }

  /// `atext` of RFC 5322 §3.2.3.
  private static func isAtomText(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2F, 0x3D, 0x3F, 0x5E...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  private static func isUnicodeDotString(_ text: String) -> Bool {
    let atoms = text.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false)
    return atoms.allSatisfy { atom in
      !atom.isEmpty
        && atom.allSatisfy { scalar in
          if scalar.isASCII {
            return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
              || "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar)
          }
          let category = scalar.properties.generalCategory
          return !scalar.properties.isWhitespace && category != .control && category != .format
            && category != .unassigned && category != .privateUse
        }
    }
  }

  /// Whether a domain is already normalised: at least two lower-case labels, the last of which is not a number.
  /// Others may still be valid.
  private static func isLowercaseHostName(_ bytes: String.UTF8View) -> Bool {
    guard bytes.count <= 255 else { return false }
    var labels = 1
    var length = 0
    var hasLetter = false
    var last = UInt8(ascii: ".")
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): hasLetter = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "-") where length > 0: break
      case UInt8(ascii: ".") where length > 0 && last != UInt8(ascii: "-"):
        labels = labels + 1
        length = 0
        hasLetter = false
        last = byte
        continue
      default: return false
      }
      length = length + 1
      last = byte
      guard length <= 63 else { return false }
    }
    return labels > 1 && length > 0 && hasLetter && last != UInt8(ascii: "-")
  }

  private static func asciiDomain(_ text: String) -> String? {
    if isLowercaseHostName(text.utf8) { return text }
    var domain = text.lowercased()
    if !domain.utf8.allSatisfy({ $0 < 0x80 }) {
      var url = URLComponents()
      url.scheme = "http"
      url.host = text
      guard let encoded = url.encodedHost, encoded.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
      domain = encoded.lowercased()
    }
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
    let isHostName = labels.allSatisfy { label in
      (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
        && label.utf8.allSatisfy {
          (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
        }
    }
    // The last label of a host name is never a number (RFC 1123 §2.1): 192.0.2.1 is an IP address, not a mail domain.
    let isNumeric = labels.last?.utf8.allSatisfy { (0x30...0x39).contains($0) } ?? true
    guard isHostName, !isNumeric, domain.utf8.count <= 255, labels.count > 1 || domain == "localhost"
    else { return nil }
    return domain
  }
}

/// An address with an optional name (RFC 5322 §3.4 `mailbox`).
package struct Mailbox: Hashable, Sendable, CustomStringConvertible {
  /// Plain text without control characters; nil if there is none.
  package var name: String?
  package var address: EmailAddress

  package init(name: String? = nil, address: EmailAddress) {
    self.name = name
    self.address = address
  }

  /// Parses `Name <a@b>`, `"Name" <a@b>` or `a@b`.
  package init?(_ text: String) {
    let trimmed = text.trimmingCharacters(in: .whitespaces)
    guard trimmed.hasSuffix(">"), let open = trimmed.lastIndex(of: "<") else {
      guard let address = EmailAddress(trimmed) else { return nil }
      self.init(address: address)
      return
    }
    guard let address = EmailAddress(String(trimmed[trimmed.index(after: open)...].dropLast())) else { return nil }
    var name = trimmed[..<open].trimmingCharacters(in: .whitespaces)
    if name.count >= 2, name.hasPrefix("\""), name.hasSuffix("\"") {
      name = Self.unescaped(name.dropFirst().dropLast())
    } else if name.contains("@"), name.contains(where: { ",<".contains($0) }) {
      // A list of several mailboxes.
      return nil
    }
    guard !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else { return nil }
    self.init(name: name.isEmpty ? nil : name, address: address)
  }

  package var description: String { name.map { "\($0) <\(address)>" } ?? address.description }

  /// The content of a quoted-string without the backslashes of its quoted-pairs (RFC 5322 §3.2.4).
  private static func unescaped(_ quoted: Substring) -> String {
    var text = ""
    var isEscaped = false
    for character in quoted {
      isEscaped = character == "\\" && !isEscaped
      if !isEscaped { text.append(character) }
    }
    return text
  }
}
