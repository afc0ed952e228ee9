/// Converts libyaml's positions, with lines and columns counted in Unicode scalars, to byte offsets.
///
/// Counting from the beginning of the line each time would take quadratic time on a long line, for example
/// a list of 100,000 values.
struct YAMLPlaces {
  private let bytes: [UInt8]
  /// The index of the scalar that begins each line.
  private var lines = [0]
  /// The byte offset of every 64th scalar.
  private var steps: [Int] = []
  private static let stride = 64

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var scalars = 0
    for offset in bytes.indices {
      if bytes[offset] & 0xC0 != 0x80 {
        if scalars % Self.stride == 0 { steps.append(offset) }
        scalars += 1
      }
      if isLineEnd(offset) { lines.append(scalars) }
    }
  }

  /// The byte at a line and column, both 1-based; the nearest one if the position does not exist.
  func byte(line: Int, column: Int) -> Int {
    let scalar = lines[min(max(line, 1), lines.count) - 1] + max(column, 1) - 1
    let step = scalar / Self.stride
    guard step < steps.count else { return bytes.count }
    var offset = steps[step]
    for _ in 0..<(scalar % Self.stride) where offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }

  /// All line endings of YAML 1.1 (§4.2): CR, LF, CRLF, NEL, LS and PS.
  private func isLineEnd(_ i: Int) -> Bool {
    switch bytes[i] {
    case 0x0A: true
    case 0x0D: i + 1 == bytes.count || bytes[i + 1] != 0x0A
    case 0x85: i > 0 && bytes[i - 1] == 0xC2
    case 0xA8, 0xA9: i > 1 && bytes[i - 1] == 0x80 && bytes[i - 2] == 0xE2
    default: false
    }
  }
}
