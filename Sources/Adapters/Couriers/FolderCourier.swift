internal import Foundation
package import Model

/// Writes each message, octet for octet, to a file in a folder: `0001-reader@example.org.eml`.
///
/// A file appears complete or not at all (creating a hard link is atomic), and never replaces another: several couriers
/// may share a folder.
package final class FolderCourier: Courier {
  private let folder: String
  private var lastNumber = 0

  /// The folder is created with the first message.
  package init(folder: String) { self.folder = folder }

  package func carry(_ parcel: Parcel, next: () -> Parcel?, commit: () throws -> Void) throws -> Outcome {
    let draft = "\(folder)/.\(UUID().uuidString).part"
    do {
      try makeFolder()
      if lastNumber == 0 { lastNumber = try highestNumber() }
      try Data(parcel.message).write(to: URL(fileURLWithPath: draft), options: .withoutOverwriting)
      chmod(draft, 0o600)
    } catch {
      return .unsent(
        RelayFailure(sentence: "\(folder) takes no mail: \(error.localizedDescription)", isPermanent: true))
    }
    defer { unlink(draft) }
    try commit()
    return publish(draft, for: parcel.recipient)
  }

  package func close() {}
}

extension FolderCourier {
  /// Readable only by its owner, because the messages contain addresses and tokens that unsubscribe.
  private func makeFolder() throws {
    if FileManager.default.fileExists(atPath: folder) { return }
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  private func publish(_ draft: String, for recipient: EmailAddress) -> Outcome {
    while true {
      lastNumber += 1
      let path = "\(folder)/\(padded(lastNumber))-\(fileName(recipient)).eml"
      if link(draft, path) == 0 { return .accepted(Reply(stage: .finalDot, code: 250, text: "written to \(path)")) }
      guard errno == EEXIST else {
        let reason = String(cString: strerror(errno))
        return .unsent(RelayFailure(sentence: "\(path) cannot be written: \(reason)", isPermanent: true))
      }
    }
  }

  private func highestNumber() throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".eml") }
      .compactMap { Int($0.prefix { $0.isASCII && $0.isNumber }) }
      .max() ?? 0
  }
}

private func padded(_ number: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

/// Letters, digits and `@.+-_`; any other character becomes `_`. At most 200 characters, because file
/// systems allow 255 octets.
private func fileName(_ address: EmailAddress) -> String {
  let safe = address.description.unicodeScalars.map { scalar -> Character in
    let isSafe = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    return isSafe || "@.+-_".unicodeScalars.contains(scalar) ? Character(scalar) : "_"
  }
  return String(safe.prefix(200))
}
