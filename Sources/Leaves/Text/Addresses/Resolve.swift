/// The absolute URL of `reference` in a document at `base` (RFC 3986 §5), for use in a feed or an email: only `http`,
/// `https` and `mailto`; characters not allowed in a URL are percent-encoded.
///
/// Nil for any other scheme, even if control characters or spaces disguise it, and for a web URL without a host. A host
/// outside ASCII stays as written.
package func resolve(_ reference: String, against base: String) -> String? {
  var reference = reference
  if reference.withUTF8({ unsafe isResolved($0) }) { return reference }
  let written = trimmed(reference.utf8.filter { $0 >= 0x20 && $0 != 0x7F })
  // A browser may see a scheme that the grammar does not: "java script:" or "\u{1}javascript:".
  if let scheme = AddressParts.scheme(of: written.lazy.filter { $0 != 0x20 }), !isAllowed(scheme) { return nil }
  let target = AddressParts(written).resolved(against: AddressParts(trimmed(Array(base.utf8))))
  return target.address
}

/// Whether a URL is certainly the same when it is resolved. Most are absolute and plain, and take one pass without
/// copying.
@unsafe private func isResolved(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let start = ["http://", "https://"].first(where: { unsafe bytes.starts(with: $0.utf8) })?.utf8.count else {
    return false
  }
  var index = start
  while index < bytes.count, unsafe isUnreserved(bytes[index]) || bytes[index] == UInt8(ascii: ":") { index += 1 }
  guard index > start, unsafe bytes[start] != UInt8(ascii: ":") else { return false }
  guard index < bytes.count else { return true }
  guard unsafe "/?#".utf8.contains(bytes[index]) else { return false }
  var mayHaveDots = true
  var hasFragment = false
  while index < bytes.count {
    let byte = unsafe bytes[index]
    if byte == UInt8(ascii: "#") {
      guard !hasFragment else { return false }
      hasFragment = true
    }
    let isDot = unsafe byte == UInt8(ascii: ".") && bytes[index - 1] == UInt8(ascii: "/")
    mayHaveDots = mayHaveDots && byte != UInt8(ascii: "?") && byte != UInt8(ascii: "#")
    guard isPathByte(byte) || !mayHaveDots && "?#".utf8.contains(byte), !isDot || !mayHaveDots else { return false }
    index += 1
  }
  return true
}

private func isAllowed(_ scheme: [UInt8]) -> Bool {
  scheme == Array("http".utf8) || scheme == Array("https".utf8) || scheme == Array("mailto".utf8)
}

private func trimmed(_ bytes: [UInt8]) -> [UInt8] {
  let isSpace = { (byte: UInt8) in byte == 0x20 }
  return bytes.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
}

extension AddressParts {
  /// RFC 3986 §5.3; nil if Courant does not accept the URL.
  fileprivate var address: String? {
    guard let scheme, isAllowed(scheme) else { return nil }
    var text = scheme + [UInt8(ascii: ":")]
    if scheme == Array("mailto".utf8) {
      guard authority == nil, !path.isEmpty, path.first != UInt8(ascii: "/") else { return nil }
    } else {
      guard let authority, Self.isPlausible(authority) else { return nil }
      text += Array("//".utf8) + authority
    }
    text += percentEncoded(path, allowing: isPathByte)
    if let query { text += [UInt8(ascii: "?")] + percentEncoded(query, allowing: isQueryByte) }
    if let fragment { text += [UInt8(ascii: "#")] + percentEncoded(fragment, allowing: isQueryByte) }
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether there is a host, and nothing that a lenient parser could read as the end of the authority.
  private static func isPlausible(_ authority: [UInt8]) -> Bool {
    let host = authority.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false).last ?? []
    guard let first = host.first, first != UInt8(ascii: ":") else { return false }
    guard authority.allSatisfy({ isPathByte($0) || "[]%".utf8.contains($0) || $0 >= 0x80 }) else { return false }
    return !authority.contains { "[]".utf8.contains($0) } || isBracketed(host)
  }

  /// `[2001:db8::1]:8080` (RFC 3986 §3.2.2).
  private static func isBracketed(_ host: ArraySlice<UInt8>) -> Bool {
    guard host.first == UInt8(ascii: "["), let end = host.firstIndex(of: UInt8(ascii: "]")) else { return false }
    let address = host[..<end].dropFirst()
    let rest = host[end...].dropFirst()
    return address.contains(UInt8(ascii: ":")) && address.allSatisfy { "0123456789abcdefABCDEF:.".utf8.contains($0) }
      && (rest.isEmpty || rest.first == UInt8(ascii: ":"))
  }
}

/// Whether a byte needs no encoding in a path: `pchar` or `/` (RFC 3986 §3.3).
private func isPathByte(_ byte: UInt8) -> Bool {
  if isUnreserved(byte) { return true }
  return switch byte {
  case UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "("): true
  case UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: ";"): true
  case UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "/"): true
  default: false
  }
}

private func isQueryByte(_ byte: UInt8) -> Bool { isPathByte(byte) || byte == UInt8(ascii: "?") }
