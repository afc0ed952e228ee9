import Files
import Foundation
import Glibc

/// What this machine knows about itself and a new site need not ask.
struct ThisMachine {
  func absolute(_ folder: String) -> String {
    let path = folder.hasPrefix("/") ? folder : FileManager.default.currentDirectoryPath + "/" + folder
    return URL(fileURLWithPath: path).standardizedFileURL.path
  }

  /// The absolute path of this program.
  var program: String {
    let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")  // without /proc, by name
    return link ?? "courant"
  }

  var user: String {
    getpwuid(geteuid()).map { String(cString: $0.pointee.pw_name) } ?? "\(geteuid())"
  }

  /// The domain of this machine's mail, as Debian records it.
  var mailDomain: String? { firstLine("/etc/mailname") }

  /// Debian records the zone in one file, others only as the target of a link.
  var timeZone: String? {
    if let zone = ProcessInfo.processInfo.environment["TZ"], !zone.isEmpty { return zone }
    let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/etc/localtime")  // no link is an answer
    return link?.firstMatch(of: /\/zoneinfo\/(.+)/).map { String($0.1) } ?? firstLine("/etc/timezone")
  }

  var locale: String? {
    let environment = ProcessInfo.processInfo.environment
    return ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
  }

  /// Whether the package's timer is installed.
  var hasUnits: Bool {
    let folders = [
      "/etc/systemd/system", "/usr/local/lib/systemd/system", "/usr/lib/systemd/system", "/lib/systemd/system",
    ]
    return folders.contains { FileManager.default.fileExists(atPath: $0 + "/courant-run@.timer") }
  }

  private func firstLine(_ path: String) -> String? {
    guard let bytes = try? readFile(path, most: 4096) else { return nil }  // most machines lack it
    let text = String(decoding: bytes, as: UTF8.self)
    return text.split(separator: "\n").first.map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
