/// The fields of a form: names with values, in order, each name as often as it was sent.
package struct FormFields: Hashable, Sendable {
  /// Why a body is not a form.
  package enum Fault: Error, Hashable {
    case tooMany, malformed
  }

  package struct Pair: Hashable, Sendable {
    package let name: String
    package let value: String
  }

  package private(set) var pairs: [Pair] = []

  package static let most = 50

  package init() {}

  /// Reads `application/x-www-form-urlencoded` (URL Standard §5.1), but strictly: an escape is two hexadecimal digits, and
  /// names and values are UTF-8 without NUL.
  package init(urlencoded bytes: [UInt8]) throws(Fault) {
    for part in bytes.split(separator: UInt8(ascii: "&")) {
      guard pairs.count < Self.most else { throw .tooMany }
      let sign = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
      pairs.append(Pair(name: try Self.decoded(part[..<sign]), value: try Self.decoded(part[sign...].dropFirst())))
    }
  }

  /// The first value with this name.
  package subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

  /// All values with this name.
  package func values(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

  package func has(_ name: String) -> Bool { pairs.contains { $0.name == name } }

  private static func decoded(_ bytes: ArraySlice<UInt8>) throws(Fault) -> String {
    var decoded: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
          throw .malformed
        }
        decoded.append(high << 4 | low)
      default: decoded.append(byte)
      }
    }
    guard !decoded.contains(0), let text = String(validating: decoded, as: UTF8.self) else { throw .malformed }
    return text
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
