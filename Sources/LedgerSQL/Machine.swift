internal import Foundation

/// Which machine this is.
package enum Machine {
  /// machine-id(5): made when the system was installed, and the same until then. Nil in most containers, which have none.
  package static var id: String? {
    let text = FileManager.default.contents(atPath: "/etc/machine-id").map { String(decoding: $0, as: UTF8.self) }
    guard let id = text?.trimmingCharacters(in: .whitespacesAndNewlines), id.count == 32, id.allSatisfy(\.isHexDigit)
    else { return nil }
    return id
  }
}
