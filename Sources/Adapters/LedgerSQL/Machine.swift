internal import Files
internal import Foundation

/// Which machine this is.
package enum Machine {
  /// machine-id(5): made when the system was installed, and the same until then. Nil in most containers, which have none.
  package static var id: String? {
    guard let bytes = try? readFile("/etc/machine-id", most: 4096) else { return nil }  // many containers have none
    let text = String(decoding: bytes, as: UTF8.self)
    let id = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return id.count == 32 && id.allSatisfy(\.isHexDigit) ? id : nil
  }
}
