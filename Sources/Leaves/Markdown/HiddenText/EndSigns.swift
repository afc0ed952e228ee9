/// The names of all end tags in an article: `</name>`, `[/name]`, `{% endname %}`, `{{< /name >}}`, `@endname`. A tag whose
/// name suggests hiding counts as a mark only if it has an end tag.
struct EndSigns {
  /// `</name`, by the name in lower case: all positions, ascending.
  private(set) var elements: [String: [Int]] = [:]
  /// `<name`, for elements that have an end tag.
  private(set) var beginnings: [String: [Int]] = [:]
  /// `[/name]`: the last position of each.
  private(set) var brackets: [String: Int] = [:]
  private(set) var tags = Set<String>()
  private(set) var shortcodes = Set<String>()
  /// Whether MkDocs's `//// name` begins a line.
  private(set) var hasNamedSlashes = false
  /// Blade's `@endname`.
  private(set) var directives = Set<String>()

  init(in bytes: [UInt8]) {
    for index in bytes.indices.dropLast(2) {
      switch (bytes[index], bytes[index + 1]) {
      case (UInt8(ascii: "<"), UInt8(ascii: "/")):
        elements[Self.name(in: bytes, at: index + 2), default: []].append(index)
      case (UInt8(ascii: "<"), let byte) where isLetter(byte):
        beginnings[Self.name(in: bytes, at: index + 1), default: []].append(index)
      case (UInt8(ascii: "["), UInt8(ascii: "/")):
        let name = Self.name(in: bytes, at: index + 2)
        let end = index + 2 + name.utf8.count
        if end < bytes.count, bytes[end] == UInt8(ascii: "]") { brackets[name] = index }
      case (0x0A, UInt8(ascii: "/")):
        let name = bytes[(index + 1)...].prefix(100).drop { $0 == UInt8(ascii: "/") }
        let isNamed = name.first == 0x20 && name.dropFirst().first.map(isLetter) == true
        if isNamed, name.startIndex >= index + 5 { hasNamedSlashes = true }
      case (UInt8(ascii: "@"), UInt8(ascii: "e")):
        let name = Self.name(in: bytes, at: index + 1)
        if name.hasPrefix("end") { directives.insert(String(name.dropFirst(3))) }
      case (UInt8(ascii: "{"), _):
        if let tag = TemplateTag(in: bytes, at: index) {
          add(tag, Self.nameAfterSigns(in: bytes, at: index + tag.length))
        }
      default: break
      }
    }
  }

  private mutating func add(_ tag: TemplateTag, _ name: String) {
    switch tag {
    case .statement where name.hasPrefix("end"): tags.insert(String(name.dropFirst(3).drop { $0 == "_" }))
    case .shortcode where name.hasPrefix("/"), .markdownShortcode where name.hasPrefix("/"):
      shortcodes.insert(String(name.dropFirst()))
    default: break
    }
  }

  /// The first `</name` from `start` on.
  func end(of name: String, from start: Int) -> Int? { Self.first(in: elements[name], from: start) }

  /// The first `<name` from `start` on.
  func beginning(of name: String, from start: Int) -> Int? { Self.first(in: beginnings[name], from: start) }

  /// The positions of elements of this name without an end tag, taking nesting into account.
  func unended(_ name: String, in bytes: [UInt8]) -> Set<Int> {
    let starts = (beginnings[name] ?? []).filter { !Self.endsItself(in: bytes, at: $0) }
    var ends = (elements[name] ?? [])[...]
    var open: [Int] = []
    for start in starts {
      while let end = ends.first, end < start {
        ends.removeFirst()
        _ = open.popLast()
      }
      open.append(start)
    }
    return Set(open.dropLast(ends.count))
  }

  /// Whether the tag is `<name … />`.
  private static func endsItself(in bytes: [UInt8], at start: Int) -> Bool {
    let end = bytes[start...].prefix(1_000).firstIndex(of: UInt8(ascii: ">"))
    return end.map { bytes[$0 - 1] == UInt8(ascii: "/") } ?? false
  }

  private static func first(in places: [Int]?, from start: Int) -> Int? {
    guard let places else { return nil }
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < start { low = middle + 1 } else { high = middle }
    }
    return low < places.count ? places[low] : nil
  }

  /// Reads at most 100 bytes.
  private static func name(in bytes: [UInt8], at index: Int) -> String {
    String(decoding: bytes[index...].prefix(100).prefix(while: isNameByte), as: UTF8.self).lowercased()
  }

  /// Includes a preceding slash.
  private static func nameAfterSigns(in bytes: [UInt8], at index: Int) -> String {
    let rest = bytes[index...].prefix(20).drop { " \t\n-~+".utf8.contains($0) }
    guard let slash = rest.first, slash == UInt8(ascii: "/") else { return name(in: bytes, at: rest.startIndex) }
    let inner = rest.dropFirst().drop { " \t\n".utf8.contains($0) }
    return "/" + name(in: bytes, at: inner.startIndex)
  }
}
