/// The files of a source that `exclude` leaves out.
struct Exclusion: Sendable {
  private let patterns: [[String]]

  init(_ patterns: [String]) {
    self.patterns = patterns.map { composed($0).split(separator: "/").map(String.init) }
  }

  var isEmpty: Bool { patterns.isEmpty }

  /// Whether a pattern is about the file or about a folder above it.
  ///
  /// - Parameter pathInside: relative to the source's folder.
  func holds(_ pathInside: String) -> Bool {
    if isEmpty { return false }
    let names = composed(pathInside).split(separator: "/").map(String.init)
    return patterns.contains { pattern in
      if pattern.count == 1, pattern != ["**"] { return names.contains { Self.isName($0, like: pattern[0]) } }
      return names.indices.contains { Self.isPath(Array(names[...$0]), like: pattern) }
    }
  }

  private static func isPath(_ names: [String], like pattern: [String]) -> Bool {
    matches(names, pattern, isStar: { $0 == "**" }, isEqual: { isName($0, like: $1) })
  }

  private static func isName(_ name: String, like pattern: String) -> Bool {
    matches(Array(name), Array(pattern), isStar: { $0 == "*" }, isEqual: { $1 == "?" || $0 == $1 })
  }

  /// Whether a sequence matches a pattern in which a star matches any number of elements. After a mismatch only the
  /// last star takes one element more, so the time is at most the product of the two lengths.
  private static func matches<Element, Sign>(
    _ elements: [Element], _ pattern: [Sign], isStar: (Sign) -> Bool, isEqual: (Element, Sign) -> Bool
  ) -> Bool {
    var position = 0
    var sign = 0
    var lastStar: (sign: Int, position: Int)?
    while position < elements.count {
      if sign < pattern.count, isStar(pattern[sign]) {
        lastStar = (sign, position)
        sign += 1
      } else if sign < pattern.count, isEqual(elements[position], pattern[sign]) {
        position += 1
        sign += 1
      } else if let star = lastStar {
        lastStar = (star.sign, star.position + 1)
        sign = star.sign + 1
        position = star.position + 1
      } else {
        return false
      }
    }
    return pattern[sign...].allSatisfy(isStar)
  }
}
