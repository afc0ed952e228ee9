internal import Text

extension [ListedFile] {
  /// Orders the files by their paths.
  ///
  /// Every run orders all files of a site, most of which differ within a few bytes: these are compared as one number.
  mutating func sortByPath() {
    // Only ASCII has the order of its bytes.
    guard let first, allSatisfy(\.path.isASCII) else {
      return sort { $0.path < $1.path }
    }
    let shared = reduce(first.path.utf8.count) { $1.path.utf8.countShared(with: first.path.utf8, most: $0) }
    let keys = indices.map { (key: self[$0].path.utf8.key(from: shared), index: $0) }
    let sorted = keys.sorted { a, b in
      a.key == b.key ? self[a.index].path < self[b.index].path : a.key < b.key
    }
    self = sorted.map { self[$0.index] }
  }
}

extension String.UTF8View {
  /// The length of the common beginning, at most `most`.
  fileprivate func countShared(with other: Self, most: Int) -> Int {
    var count = 0
    for (a, b) in zip(self, other) {
      if count == most || a != b { break }
      count += 1
    }
    return count
  }

  /// The eight bytes from `start`, the first one highest; missing ones are 0.
  fileprivate func key(from start: Int) -> UInt64 {
    let bytes = dropFirst(start).prefix(8)
    let key = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return key << UInt64(8 * (8 - bytes.count))
  }
}
