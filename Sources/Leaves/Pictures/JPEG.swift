/// ITU-T T.81, annex B: segments up to the first frame header. EXIF 2.32 gives the orientation of the image.
func jpeg(_ bytes: PictureBytes) -> PictureSize? {
  guard bytes.number(0, bytes: 2) == 0xFFD8 else { return nil }
  var offset = 2
  var isTurned = false
  while let marker = nextMarker(bytes, &offset) {
    if isWithoutLength(marker) { continue }
    guard let length = bytes.number(offset, bytes: 2), length >= 2 else { return nil }
    if isFrame(marker) {
      let size = PictureSize(bytes.number(offset + 5, bytes: 2), bytes.number(offset + 3, bytes: 2))
      return isTurned ? size?.turned : size
    }
    if marker == 0xE1, let orientation = orientation(bytes, at: offset + 2) { isTurned = (5...8).contains(orientation) }
    // The image data begins, without a frame header.
    if marker == 0xDA { return nil }
    offset += length
  }
  return nil
}

/// The code of the next marker, which any number of fill bytes may precede; `offset` is then after it.
private func nextMarker(_ bytes: PictureBytes, _ offset: inout Int) -> Int? {
  guard bytes.byte(offset) == 0xFF else { return nil }
  while bytes.byte(offset) == 0xFF { offset += 1 }
  guard let marker = bytes.byte(offset) else { return nil }
  offset += 1
  return marker
}

private func isWithoutLength(_ marker: Int) -> Bool { marker == 0x01 || (0xD0...0xD8).contains(marker) }

/// SOF0 to SOF15, among which three codes mean something else.
private func isFrame(_ marker: Int) -> Bool { (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker) }

/// The orientation in an APP1 segment, 1 to 8.
private func orientation(_ bytes: PictureBytes, at start: Int) -> Int? {
  guard bytes.holds("Exif\0\0", at: start) else { return nil }
  let tiff = start + 6
  let order: PictureBytes.Order = bytes.holds("II", at: tiff) ? .littleEndian : .bigEndian
  guard bytes.number(tiff + 2, bytes: 2, order) == 42, let first = bytes.number(tiff + 4, bytes: 4, order) else {
    return nil
  }
  let directory = tiff + first
  guard let count = bytes.number(directory, bytes: 2, order) else { return nil }
  for entry in 0..<count {
    let place = directory + 2 + entry * 12
    guard let tag = bytes.number(place, bytes: 2, order) else { return nil }
    if tag == 0x0112 { return bytes.number(place + 8, bytes: 2, order) }
  }
  return nil
}
