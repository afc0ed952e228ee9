internal import Files
internal import Glibc
package import Model
internal import Text

/// The file `blocked_domains` of the site folder: one domain per line. Empty lines and those that begin with `#` are ignored.
package struct BlockedDomains: Sendable {
  /// Domains in lower case, as A-labels; empty without the file.
  package private(set) var domains: Set<String> = []
  /// Findings about lines that block nothing, or about a file that cannot be read.
  package private(set) var findings: [Finding] = []

  private static let name = "blocked_domains"
  private static let mostBytes = 10_000_000

  package init(in folder: String) {
    do throws(FileFault) {
      read(String(decoding: try readFile(folder + "/" + Self.name, most: Self.mostBytes), as: UTF8.self))
    } catch {
      if case .system(ENOENT) = error { return }
      let sentence = "cannot be read (\(error)), so no domain is refused; correct its permissions or its size"
      findings = [Finding(Self.name, sentence, weight: .warning)]
    }
  }

  private mutating func read(_ text: String) {
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let entry = line.trimmed
      if entry.isEmpty || entry.hasPrefix("#") { continue }
      if let domain = EmailAddress("x@" + entry)?.domain {
        domains.insert(domain)
        continue
      }
      let column = line.prefix { $0.isWhitespace }.utf8.count + 1
      let sentence =
        "`\(forDisplay(entry, atMost: 60))` is not a domain, so this line refuses nothing; write one domain a line, for example "
        + "mail.example.org"
      findings.append(Finding(Self.name, line: index + 1, column: column, sentence, weight: .warning))
    }
  }
}
