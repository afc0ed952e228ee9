extension TopicSlug {
  /// The folder of the topic's files under `public/`, for example `topics/multiple-sclerosis/`. URLs percent-encode it.
  package var folder: String { "topics/" + folderName + "/" }

  /// The slug as a folder name that is valid in every file system and URL: unique per slug, never hidden, never
  /// `..`, at most 200 bytes.
  ///
  /// Characters not allowed in such names are written as `_2f`; slugs never contain `_`.
  var folderName: String {
    if text.utf8.count <= 200, text.utf8.allSatisfy(isKept) { return text }
    var name = ""
    for (index, scalar) in text.unicodeScalars.enumerated() {
      let isKept = scalar == "." ? index > 0 && text != "index.html" : !scalar.isASCII || isKept(UInt8(scalar.value))
      if isKept { name.unicodeScalars.append(scalar) } else { name += "_" + hex(UInt64(scalar.value), digits: 2) }
    }
    guard name.utf8.count > 200 else { return name }
    var bytes = 0
    let cut = name.unicodeScalars.prefix {
      bytes += $0.utf8.count
      return bytes <= 180
    }
    return String(String.UnicodeScalarView(cut)) + "_" + hex(fnv1a(text), digits: 16)
  }
}

/// Whether an ASCII character is kept in the folder name. A full stop is kept only after another character.
private func isKept(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x61...0x7A, 0x30...0x39: true
  default: "-+'!(),=@~".utf8.contains(byte)
  }
}

private func hex(_ number: UInt64, digits: Int) -> String {
  let text = String(number, radix: 16)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}

/// A 64-bit hash (Fowler–Noll–Vo), for example to keep the shortened names of long slugs distinct.
func fnv1a(_ text: String) -> UInt64 {
  text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
}
