internal import Text

/// The ids on an article's page that links can lead to: those of its body, and those that other programs give its
/// headings.
package func idsOnPage(ofBody body: String) -> Set<String> { idsInHTML(PageBody(body).bytes) }

/// The ids in a sanitised fragment: every attribute is in double quotes, and its text contains none.
func idsInHTML(_ html: [UInt8]) -> Set<String> {
  let quote = UInt8(ascii: "\"")
  let attribute = Array(" id=".utf8)
  var ids = Set<String>()
  var open = nextIndex(of: quote, in: html, from: 0)
  while open < html.count {
    let close = nextIndex(of: quote, in: html, from: open + 1)
    if html[..<open].suffix(attribute.count).elementsEqual(attribute) {
      ids.insert(unescapedHTML(String(decoding: html[(open + 1)..<close], as: UTF8.self)))
    }
    open = close < html.count ? nextIndex(of: quote, in: html, from: close + 1) : close
  }
  return ids
}

/// The index of the next such byte, or the number of bytes.
func nextIndex(of byte: UInt8, in bytes: [UInt8], from start: Int) -> Int {
  bytes.withUnsafeBufferPointer { $0.firstIndex(from: start) { $0.equal(to: byte) } }
}
