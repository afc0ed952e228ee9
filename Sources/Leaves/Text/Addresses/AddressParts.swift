/// The components of a URI reference (RFC 3986 §3), as bytes; an absent component differs from an empty one.
struct AddressParts: Equatable {
  /// In lower case.
  var scheme: [UInt8]?
  var authority: [UInt8]?
  var path: [UInt8] = []
  var query: [UInt8]?
  var fragment: [UInt8]?

  init(_ reference: [UInt8]) {
    var rest = reference[...]
    if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
      fragment = Array(rest[(hash + 1)...])
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      query = Array(rest[(mark + 1)...])
      rest = rest[..<mark]
    }
    if let scheme = Self.scheme(of: rest) {
      rest = rest.dropFirst(scheme.count + 1)
      self.scheme = scheme
    }
    if rest.starts(with: "//".utf8) {
      authority = Array(rest.dropFirst(2).prefix { $0 != UInt8(ascii: "/") })
      rest = rest.dropFirst(2 + authority!.count)
    }
    path = Array(rest)
  }

  /// `ALPHA *( ALPHA / DIGIT / "+" / "-" / "." )` before a colon, in lower case.
  static func scheme(of reference: some Sequence<UInt8>) -> [UInt8]? {
    var scheme: [UInt8] = []
    for byte in reference {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): scheme.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): scheme.append(byte | 0x20)
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        guard !scheme.isEmpty else { return nil }
        scheme.append(byte)
      case UInt8(ascii: ":"): return scheme.isEmpty ? nil : scheme
      default: return nil
      }
    }
    return nil
  }
}

extension AddressParts {
  /// The target of this reference in a document at `base` (RFC 3986 §5.2.2, strict).
  func resolved(against base: AddressParts) -> AddressParts {
    var target = self
    if scheme != nil || authority != nil {
      target.scheme = scheme ?? base.scheme
      target.path = Self.withoutDotSegments(path)
      return target
    }
    target.scheme = base.scheme
    target.authority = base.authority
    if path.isEmpty {
      target.path = base.path
      target.query = query ?? base.query
    } else if path.first == UInt8(ascii: "/") {
      target.path = Self.withoutDotSegments(path)
    } else {
      target.path = Self.withoutDotSegments(base.folder + path)
    }
    return target
  }

  /// The path up to its last slash (RFC 3986 §5.2.3).
  private var folder: [UInt8] {
    if authority != nil, path.isEmpty { return [UInt8(ascii: "/")] }
    return Array(path[..<(path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)])
  }

  /// RFC 3986 §5.2.4, by segments: `.` is removed, `..` is removed together with the segment before it.
  static func withoutDotSegments(_ path: [UInt8]) -> [UInt8] {
    let slash = UInt8(ascii: "/")
    let isRooted = path.first == slash
    var kept: [ArraySlice<UInt8>] = []
    var endsInFolder = false
    for segment in path.dropFirst(isRooted ? 1 : 0).split(separator: slash, omittingEmptySubsequences: false) {
      let isParent = segment.elementsEqual("..".utf8)
      endsInFolder = isParent || segment.elementsEqual(".".utf8)
      if isParent { _ = kept.popLast() }
      if !endsInFolder { kept.append(segment) }
    }
    if endsInFolder, isRooted || !kept.isEmpty { kept.append([]) }
    return (isRooted ? [slash] : []) + Array(kept.joined(separator: [slash]))
  }
}
