/// AVIF and HEIC: ISO/IEC 23008-12, the properties of the primary item.
func avif(_ bytes: PictureBytes) -> PictureSize? {
  guard bytes.holds("ftyp", at: 4), isPictureBrand(bytes) else { return nil }
  let file = 0..<bytes.count
  guard let meta = box("meta", in: file, bytes)?.withoutVersion, let item = primaryItem(in: meta, bytes),
    let properties = box("iprp", in: meta, bytes), let list = box("ipco", in: properties, bytes),
    let associations = box("ipma", in: properties, bytes)
  else { return nil }
  let all = boxes(in: list, bytes)
  var size: PictureSize?
  var isTurned = false
  for index in propertyIndexes(of: item, in: associations, bytes) where all.indices.contains(index - 1) {
    let property = all[index - 1]
    switch property.type {
    case "ispe":
      let start = property.content.lowerBound
      size = PictureSize(bytes.number(start + 4, bytes: 4), bytes.number(start + 8, bytes: 4))
    case "irot":
      let quarters = bytes.byte(property.content.lowerBound) ?? 0
      isTurned = quarters & 1 == 1
    case "clap":
      // Only a part is shown.
      return nil
    default: break
    }
  }
  return isTurned ? size?.turned : size
}

private func isPictureBrand(_ bytes: PictureBytes) -> Bool {
  ["avif", "avis", "mif1", "heic", "heix"].contains { bytes.holds($0, at: 8) }
}

private struct Box {
  let type: String
  let content: Range<Int>
}

extension Range<Int> {
  /// The content of a full box, after its version and flags.
  fileprivate var withoutVersion: Range<Int>? { count >= 4 ? (lowerBound + 4)..<upperBound : nil }
}

private func box(_ type: String, in range: Range<Int>, _ bytes: PictureBytes) -> Range<Int>? {
  boxes(in: range, bytes).first { $0.type == type }?.content
}

/// The consecutive boxes in a range, as far as the bytes go. More than a few dozen would be an attack.
private func boxes(in range: Range<Int>, _ bytes: PictureBytes) -> [Box] {
  var boxes: [Box] = []
  var start = range.lowerBound
  while start + 8 <= range.upperBound, boxes.count < 256, let length = bytes.number(start, bytes: 4) {
    let end = length == 0 ? range.upperBound : start + length
    // A length of 1 is followed by a 64-bit length, which no box before the image needs.
    guard length == 0 || length >= 8, end <= range.upperBound else { break }
    let type = String(decoding: (4..<8).map { UInt8(bytes.byte(start + $0) ?? 0) }, as: UTF8.self)
    boxes.append(Box(type: type, content: (start + 8)..<end))
    start = end
  }
  return boxes
}

private func primaryItem(in meta: Range<Int>, _ bytes: PictureBytes) -> Int? {
  guard let start = box("pitm", in: meta, bytes)?.lowerBound, let version = bytes.byte(start) else { return nil }
  return bytes.number(start + 4, bytes: version == 0 ? 2 : 4)
}

/// The positions in `ipco`, from 1, of the properties of an item.
private func propertyIndexes(of item: Int, in range: Range<Int>, _ bytes: PictureBytes) -> [Int] {
  guard let version = bytes.byte(range.lowerBound), let flags = bytes.byte(range.lowerBound + 3),
    let count = bytes.number(range.lowerBound + 4, bytes: 4)
  else { return [] }
  let lengthOfID = version == 0 ? 2 : 4
  let lengthOfIndex = flags & 1 == 1 ? 2 : 1
  var place = range.lowerBound + 8
  for _ in 0..<min(count, 1_000) {
    guard let id = bytes.number(place, bytes: lengthOfID), let number = bytes.byte(place + lengthOfID) else {
      return []
    }
    place += lengthOfID + 1
    if id == item {
      let mask = lengthOfIndex == 2 ? 0x7FFF : 0x7F
      return (0..<number).compactMap {
        bytes.number(place + $0 * lengthOfIndex, bytes: lengthOfIndex).map { $0 & mask }
      }
    }
    place += number * lengthOfIndex
  }
  return []
}
