internal import Text

/// The URLs in the body of an article, and the anchors in it that URLs can name.
///
/// Bodies are sanitised: every attribute is in double quotes, and text contains none. Scanned by hand, because a
/// regular expression takes longer than everything else that `check` does with many articles.
package struct BodyLinks {
  package private(set) var addresses: [(address: String, isImage: Bool)] = []
  /// Values of `id` and `name`.
  package private(set) var names: Set<String> = []

  package init(_ body: String) {
    let bytes = Array(body.utf8)
    var isImage = false
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "<") { isImage = bytes[place...].starts(with: "<img ".utf8) }
      guard bytes[place] == UInt8(ascii: "\""), place > 0, bytes[place - 1] == UInt8(ascii: "=") else {
        place += 1
        continue
      }
      let value = bytes[(place + 1)...].prefix { $0 != UInt8(ascii: "\"") }
      add(value, of: bytes[..<(place - 1)], isImage)
      place = value.endIndex + 1
    }
  }

  /// - Parameter before: everything before the `=`.
  private mutating func add(_ value: ArraySlice<UInt8>, of before: ArraySlice<UInt8>, _ isImage: Bool) {
    if before.ends(in: " href") || before.ends(in: " src") {
      addresses.append((unescapedHTML(String(decoding: value, as: UTF8.self)), isImage))
    } else if before.ends(in: " id") || before.ends(in: " name") {
      names.insert(unescapedHTML(String(decoding: value, as: UTF8.self)))
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(in name: String) -> Bool { suffix(name.utf8.count).elementsEqual(name.utf8) }
}
