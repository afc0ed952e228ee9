/// The size in the root element of a drawing: `width` and `height` in pixels, or the shape of its `viewBox`.
func svg(_ bytes: PictureBytes) -> PictureSize? {
  let text = bytes.text(most: 4_096)
  let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
  guard start.hasPrefix("<"), let open = text.firstRange(of: "<svg") else { return nil }
  guard let close = text[open.upperBound...].firstIndex(of: ">") else { return nil }
  let tag = text[open.upperBound..<close]
  guard tag.first?.isWhitespace ?? false else { return nil }
  if let width = attribute("width", of: tag), let height = attribute("height", of: tag) {
    return PictureSize(pixels(width), pixels(height))
  }
  guard let numbers = attribute("viewBox", of: tag)?.split(whereSeparator: { $0 == " " || $0 == "," }),
    numbers.count == 4
  else { return nil }
  return PictureSize(pixels(numbers[2]), pixels(numbers[3]))
}

private func attribute(_ name: String, of tag: Substring) -> Substring? {
  for quote in ["\"", "'"] {
    for space in [" ", "\n", "\t"] {
      guard let start = tag.firstRange(of: space + name + "=" + quote)?.upperBound,
        let end = tag[start...].firstIndex(of: Character(quote))
      else { continue }
      return tag[start..<end]
    }
  }
  return nil
}

/// Rounded; nil for any other unit.
private func pixels(_ written: Substring) -> Int? {
  let number = written.hasSuffix("px") ? written.dropLast(2) : written
  guard let value = Double(number), value.isFinite, (0.5...50_000).contains(value) else { return nil }
  return Int(value.rounded())
}
