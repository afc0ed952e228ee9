/// White space as defined by HTML, which excludes the no-break space.
func isHTMLSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x9...0xA).contains(byte) || (0xC...0xD).contains(byte) }

/// Removes white space at both ends, and replaces each run of it in between with one space.
func folded(_ text: [UInt8]) -> [UInt8] {
  var folded: [UInt8] = []
  folded.reserveCapacity(text.count)
  var owesSpace = false
  for byte in text {
    if isHTMLSpace(byte) {
      owesSpace = true
    } else {
      if owesSpace, !folded.isEmpty { folded.append(0x20) }
      owesSpace = false
      folded.append(byte)
    }
  }
  return folded
}
