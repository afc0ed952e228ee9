internal import Text

/// Header fields as received: RFC 5322 §2.2, and the groups of RFC 3464 §2.1 and RFC 5965 §3, which have the same form.
///
/// Lines may end in LF or CRLF. Lines that are not fields are skipped, so that one broken line does not hide the rest.
struct HeaderFields {
  /// Names in lower case, values unfolded.
  private var fields: [(name: String, value: String)] = []

  private static let maxFields = 2000
  private static let maxValueBytes = 8192

  /// Reads up to and including the next empty line.
  init(reading rest: inout ArraySlice<UInt8>) {
    var name = ""
    var value: [UInt8] = []
    while let line = nextLine(&rest), !line.isEmpty {
      if fields.count == Self.maxFields { continue }
      if line.first == 0x20 || line.first == 0x09 {
        if value.count < Self.maxValueBytes { value += [0x20] + line.prefix(Self.maxValueBytes) }
        continue
      }
      append(name, value)
      name = ""
      value = []
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), line.startIndex < colon, colon - line.startIndex < 100
      else { continue }
      name = decoded(line[..<colon]).trimmed.lowercased()
      value = Array(line[(colon + 1)...].prefix(Self.maxValueBytes))
    }
    append(name, value)
  }

  private mutating func append(_ name: String, _ value: [UInt8]) {
    guard !name.isEmpty else { return }
    fields.append((name, decoded(value[...]).trimmed))
  }

  /// The first value of this name (in lower case); nil if there is none or it is empty.
  subscript(_ name: String) -> String? { all(name).first }

  /// The non-empty values of this name.
  func all(_ name: String) -> [String] { fields.lazy.filter { $0.name == name && !$0.value.isEmpty }.map(\.value) }

  var isEmpty: Bool { fields.isEmpty }

  /// Splits groups so that each contains every one of these names at most once, because some servers omit the empty
  /// line between two groups.
  func parted(atSecond names: Set<String>) -> [HeaderFields] {
    var parts = [HeaderFields()]
    var seen: Set<String> = []
    for field in fields {
      if names.contains(field.name), !seen.insert(field.name).inserted {
        parts.append(HeaderFields())
        seen = [field.name]
      }
      parts[parts.count - 1].fields.append(field)
    }
    return parts
  }

  private init() {}
}

/// The next line without its line ending; nil at the end of `rest`.
func nextLine(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
  guard !rest.isEmpty else { return nil }
  let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
  let line = rest[..<end]
  rest = rest[min(end + 1, rest.endIndex)...]
  return line.last == 0x0D ? line.dropLast() : line
}
