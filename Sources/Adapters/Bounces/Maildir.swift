internal import Foundation
internal import Glibc

/// A folder of emails, one file per email (https://cr.yp.to/proto/maildir.html): `new` contains new ones, `cur` those
/// already read, with flags after `:2,`; `S` is "seen".
package struct Maildir {
  private let path: String

  /// Nil if there is no Maildir at this path.
  package init?(_ path: String) {
    self.path = path
    guard ["new", "cur"].allSatisfy({ Self.kind(path + "/" + $0) == S_IFDIR }) else { return nil }
  }

  package struct Mail: Hashable, Sendable {
    /// Relative to the Maildir, for example `new/1700000000.M1P2.host`.
    package let file: String
    fileprivate let name: String
  }

  /// Unseen emails, oldest first, because the names begin with the time.
  package func unseen() -> [Mail] {
    let mails = ["new", "cur"].flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)) ?? [])  // deleted since: no emails
        .filter { !$0.hasPrefix(".") && (folder == "new" || !Self.flags($0).contains("S")) }
        .map { Mail(file: folder + "/" + $0, name: $0) }
    }
    return mails.filter { Self.kind(path + "/" + $0.file) == S_IFREG }
      .sorted { ($0.name, $0.file) < ($1.name, $1.file) }
  }

  /// The first bytes of an email; nil if it is gone or cannot be read.
  package func bytes(_ mail: Mail, atMost count: Int) -> [UInt8]? {
    guard let file = FileHandle(forReadingAtPath: path + "/" + mail.file) else { return nil }
    defer { try? file.close() }  // only read from
    return (try? file.read(upToCount: count)).map(Array.init)
  }

  /// Moves an email to `cur` and marks it as seen. False if it cannot be moved.
  package func setSeen(_ mail: Mail) -> Bool {
    let base = mail.name.split(separator: ":", maxSplits: 1).first.map(String.init) ?? mail.name
    let flags = String(Set(Self.flags(mail.name) + "S").sorted())
    return rename(path + "/" + mail.file, "\(path)/cur/\(base):2,\(flags)") == 0
  }

  private static func flags(_ name: String) -> String {
    name.firstRange(of: ":2,").map { String(name[$0.upperBound...]) } ?? ""
  }

  /// `S_IFREG` and similar, without following a final link; nil if the path does not exist.
  private static func kind(_ path: String) -> mode_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }
}
