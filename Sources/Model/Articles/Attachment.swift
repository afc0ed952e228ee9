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
  package static func type(ofFile name: String) -> String? { types[ending(of: name)] }

  package static var endings: [String] { types.keys.sorted() }

  /// Rounded, at least 1: 12 for 1.2 MB.
  package static func tenthsOfMegabytes(_ length: Int64) -> Int { Int(max(1, (length + 50_000) / 100_000)) }

  package var type: String { Self.type(ofFile: url) ?? "application/octet-stream" }

  /// What people call its type: `PDF`.
  package var kind: String { Self.ending(of: url).uppercased() }

  private static func ending(of name: String) -> String {
    guard let dot = name.lastIndex(of: "."), !name[dot...].contains("/") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  private static let types = [
    "pdf": "application/pdf", "epub": "application/epub+zip",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text", "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation", "csv": "text/csv", "ics": "text/calendar",
    "vcf": "text/vcard", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "webp": "image/webp",
  ]
}
