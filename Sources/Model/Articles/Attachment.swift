/// A file that readers get with an article or with an issue: a programme, a form, a table.
package struct Attachment: Hashable, Sendable, Codable {
  /// In bytes.
  package var length: Int64
  /// One line of plain text; nil if its author wrote none.
  package var title: String?
  /// Absolute http(s) URL of the published file, which ends with its name.
  package var url: String

  package init(url: String, length: Int64, title: String? = nil) {
    self.url = url
    self.length = length
    self.title = title
  }
}

extension Attachment {
  /// In bytes: more than most people want to download on a phone.
  package static let mostBytes: Int64 = 25_000_000
  /// Of one article or issue.
  package static let most = 10

  /// Media type, from the extension; nil for a file that cannot be attached.
  ///
  /// Only documents and images which no program runs when it opens them: no macros (`doc`, `xlsm`), no scripts (`html`,
  /// `svg`), no archives, which may contain anything and which mail servers refuse.
  package static func type(ofFile name: String) -> String? {
    endings.contains(MediaType.ending(of: name)) ? MediaType.ofFile(name) : nil
  }

  package static let endings = [
    "csv", "docx", "epub", "gif", "ics", "jpeg", "jpg", "odp", "ods", "odt", "pdf", "png", "pptx", "vcf", "webp",
    "xlsx",
  ]

  /// Rounded, at least 1: 12 for 1.2 MB.
  package static func tenthsOfMegabytes(_ length: Int64) -> Int { Int(max(1, (length + 50_000) / 100_000)) }

  package var type: String { Self.type(ofFile: url) ?? "application/octet-stream" }

  /// What people call its type: `PDF`.
  package var kind: String { MediaType.ending(of: url).uppercased() }
}
