extension [UInt8] {
  /// Appends text with some characters replaced; copies the runs between them.
  ///
  /// - Parameters:
  ///   - matches: where such a character may begin.
  ///   - replacement: the replacement of the character that begins at an index, and the
  ///     character's length in bytes; nil if
  ///     it stays.
  @inlinable @inline(__always)
  package mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, replacing matches: (EightBytes) -> UInt64,
    by replacement: (UnsafeBufferPointer<UInt8>, Int) -> (text: String, length: Int)?
  ) {
    var (start, index) = (0, 0)
    while true {
      index = unsafe text.firstIndex(from: index, matches)
      guard index < text.count else { break }
      guard let (other, length) = unsafe replacement(text, index) else {
        index += 1
        continue
      }
      unsafe append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      append(contentsOf: other.utf8)
      index += length
      start = index
    }
    unsafe append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// The same for UTF-8 bytes.
  @inlinable @inline(__always)
  package mutating func append(
    _ text: String, replacing matches: (EightBytes) -> UInt64,
    by replacement: (UnsafeBufferPointer<UInt8>, Int) -> (text: String, length: Int)?
  ) {
    var text = text
    text.withUTF8 { unsafe append($0, replacing: matches, by: replacement) }
  }
}

extension String {
  /// The text with some characters replaced; see ``Swift/Array/append(_:replacing:by:)``.
  @inlinable @inline(__always)
  package func replacing(
    _ matches: (EightBytes) -> UInt64, by replacement: (UnsafeBufferPointer<UInt8>, Int) -> (text: String, length: Int)?
  ) -> String {
    guard holds(matches) else { return self }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count + utf8.count / 8 + 16)
    unsafe bytes.append(self, replacing: matches, by: replacement)
    return String(decoding: bytes, as: UTF8.self)
  }
}
