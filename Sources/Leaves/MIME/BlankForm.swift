/// Bytes with blanks between them that are filled in for each reader.
///
/// The bytes common to all readers are in one array, so filling in the blanks copies a few long runs.
package struct BlankForm<Blank: Sendable>: Sendable {
  private var bytes: [UInt8] = []
  /// Offsets of the blanks in `bytes`, ascending.
  private var places: [Int] = []
  /// In the order of `places`.
  private var blanks: [Blank] = []

  package init() {}

  /// Excludes the values of the blanks.
  package var byteCount: Int { bytes.count }

  package mutating func append(_ printed: [UInt8]) { bytes += printed }

  package mutating func append(_ blank: Blank) {
    places.append(bytes.count)
    blanks.append(blank)
  }

  /// Appends another form; `rename` maps its blanks.
  package mutating func append<Other>(_ other: BlankForm<Other>, _ rename: (Other) -> Blank) {
    places += other.places.map { bytes.count + $0 }
    blanks += other.blanks.map(rename)
    bytes += other.bytes
  }

  /// Writes the bytes, and calls `fill` to write the value of each blank.
  package func append(to out: inout [UInt8], fill: (Blank, inout [UInt8]) -> Void) {
    var start = 0
    for index in places.indices {
      out += bytes[start..<places[index]]
      fill(blanks[index], &out)
      start = places[index]
    }
    out += bytes[start...]
  }

  /// The same form with other bytes between the blanks.
  func mapBytes(_ change: (ArraySlice<UInt8>) -> [UInt8]) -> BlankForm {
    var form = BlankForm()
    for (index, end) in (places + [bytes.count]).enumerated() {
      form.append(change(bytes[(index == 0 ? 0 : places[index - 1])..<end]))
      if index < blanks.count { form.append(blanks[index]) }
    }
    return form
  }
}
