import Bounces
import Files
import Foundation
import Model

/// The mails in `Fixtures/`, by name.
enum Fixtures {
  private static let folder = (#filePath as NSString).deletingLastPathComponent

  static func mail(_ name: String) throws -> [UInt8] {
    try readFile("\(folder)/Fixtures/\(name).eml")
  }

  static let names: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder + "/Fixtures")) ?? [])
    .filter { $0.hasSuffix(".eml") }.map { String($0.dropLast(4)) }.sorted()

  /// From `expected.txt`: name → its lines, in the order of the file.
  static let expected: [String: [String]] = {
    let text = String(decoding: (try? readFile(folder + "/expected.txt")) ?? [], as: UTF8.self)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    let pairs = lines.map { line in
      let parts = line.split(separator: ": ", maxSplits: 1)
      return (String(parts[0]), [String(parts[1])])
    }
    return Dictionary(pairs, uniquingKeysWith: +)
  }()
}

extension BounceReading {
  /// One line per bounce, with everything except the name of the report.
  var lines: [String] {
    switch self {
    case .noBounce(let reason): ["no bounce: \(reason)"]
    case .bounces(let bounces): bounces.map(\.line)
    }
  }
}

extension Bounce {
  fileprivate var line: String {
    let parts: [String?] = [
      kind.rawValue, status ?? "-", recipient?.description ?? "-", token.map { "+\($0)" } ?? "-", messageID ?? "-",
    ]
    return parts.compactMap(\.self).joined(separator: " ") + " | " + words
  }
}
