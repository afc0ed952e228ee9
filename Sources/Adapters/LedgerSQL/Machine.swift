internal import Files
internal import Foundation

/// Identifies the machine.
package enum Machine {
  /// machine-id(5), which does not change until the system is reinstalled; nil if there is none.
  package static var id: String? {
    guard let bytes = try? readFile("/etc/machine-id", most: 4096) else { return nil }  // most containers have none
    let text = String(decoding: bytes, as: UTF8.self)
    let id = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return id.count == 32 && id.allSatisfy(\.isHexDigit) ? id : nil
  }
}
