extension Tag {
  /// Reads `a`, `a.b`, `.`, `count(a)`, `empty(lowercased(a.b))`, `last()`.
  struct Expression {
    let wanted: Wanted
    let transforms: [Transform]

    init(_ text: String) throws(Malformed) {
      var calls = text.split(separator: "(", omittingEmptySubsequences: false)
      var name = calls.removeLast()
      guard name.hasSuffix(String(repeating: ")", count: calls.count)) else {
        throw Malformed("has brackets that do not match")
      }
      name = name.dropLast(calls.count)
      var transforms: [Transform] = []
      for call in calls {
        guard let transform = Transform(rawValue: String(call)) else {
          throw Malformed("asks for `\(call)()`, which does not exist")
        }
        transforms.append(transform)
      }
      if name.isEmpty, let place = transforms.popLast() {
        guard Transform.ofPlaces.contains(place) else { throw Malformed("names nothing in `\(place)()`") }
        wanted = .place(place)
        self.transforms = transforms
      } else {
        wanted = try Self.wanted(name)
        self.transforms = transforms
      }
    }

    /// The path of a value: at least one name.
    init(path: [String], transforms: [Transform]) { (wanted, self.transforms) = (.path(path), transforms) }

    /// A condition already known when the template is read.
    init(isTruthy: Bool) { (wanted, transforms) = (.known(isTruthy), []) }

    /// `reason` for `word.reason`; nil if the expression is not a word.
    var word: String? {
      if case .path(let names) = wanted, names.first == "word" { names.dropFirst().joined(separator: ".") } else { nil }
    }

    private static func wanted(_ name: Substring) throws(Malformed) -> Wanted {
      if name == "." { return .current }
      let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard parts.allSatisfy(isName) else { throw Malformed("is not a name") }
      return .path(parts)
    }

    static func isName(_ text: String) -> Bool {
      !text.isEmpty
        && text.utf8.allSatisfy {
          (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0)
            || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
        }
    }
  }

  /// The reason, as the end of a sentence that begins with the tag.
  struct Malformed: Error {
    let reason: String
    init(_ reason: String) { self.reason = reason }
  }
}
