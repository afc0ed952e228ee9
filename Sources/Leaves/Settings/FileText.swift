extension [UInt8] {
  /// The bytes after a UTF-8 byte order mark, which editors on Windows write; all bytes if there is none.
  package var withoutByteOrderMark: ArraySlice<UInt8> { dropFirst(starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0) }
}

/// The text of a file. Throws with the position of the first byte that is not valid UTF-8 (RFC 3629 §3).
///
/// A byte order mark at the beginning is left out.
package func fileText(_ bytes: [UInt8]) throws(SettingError) -> String {
  let content = bytes.withoutByteOrderMark
  if let text = String(validating: content, as: UTF8.self) { return text }
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    throw SettingError(at: nil, "this file is written in UTF-16; save it as UTF-8.")
  }
  let lines = content.split(separator: 0x0A, omittingEmptySubsequences: false)
  let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
  let column = validPrefix(of: lines[line]) + 1
  throw SettingError(at: TextPosition(line: line + 1, column: column), "this is not UTF-8; save the file as UTF-8.")
}

/// The length of the longest prefix that is valid UTF-8.
private func validPrefix(of line: ArraySlice<UInt8>) -> Int {
  var decoder = UTF8()
  var bytes = line.makeIterator()
  var count = 0
  while case .scalarValue(let scalar) = decoder.decode(&bytes) { count += UTF8.width(scalar) }
  return count
}
