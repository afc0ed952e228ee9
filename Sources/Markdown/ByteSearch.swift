/// Whether a byte of ASCII stands in a text: a look that never stops early, so that the compiler makes vector instructions
/// of it. For what mostly is not there.
func holds(_ wanted: UInt8, _ text: String) -> Bool {
  var text = text
  return text.withUTF8 { bytes in
    var found: UInt8 = 0
    for index in 0..<bytes.count { found |= unsafe bytes[index] == wanted ? 1 : 0 }
    return found != 0
  }
}
