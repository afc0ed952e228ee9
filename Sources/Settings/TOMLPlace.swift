/// Where one value of a TOML document stands, with the places inside it. Offsets are bytes from 0.
///
/// A class, because a header such as `[a.b]` reaches back into tables opened long before it.
final class TOMLPlace {
  var start: Int
  var end: Int
  var isMultiline = false
  /// A table's keys in the order of the source.
  private(set) var children: [(key: String, keyStart: Int, place: TOMLPlace)] = []
  var elements: [TOMLPlace] = []
  /// Compared by bytes: to TOML, precomposed and decomposed spellings are two keys, to `String` they are equal.
  private var byName: [[UInt8]: TOMLPlace] = [:]

  init(start: Int, end: Int? = nil) { (self.start, self.end) = (start, end ?? start) }

  func child(_ key: TOMLKey) -> TOMLPlace? { byName[Array(key.name.utf8)] }

  func add(_ key: TOMLKey, _ place: TOMLPlace) {
    byName[Array(key.name.utf8)] = place
    children.append((key.name, key.start, place))
  }

  /// The table under `key`, made if there is none; of an array of tables the last.
  func table(_ key: TOMLKey) -> TOMLPlace {
    if let found = child(key) { return found.elements.last ?? found }
    let made = TOMLPlace(start: key.start)
    add(key, made)
    return made
  }
}

/// One part of a dotted key.
struct TOMLKey {
  let name: String
  let start: Int
}
