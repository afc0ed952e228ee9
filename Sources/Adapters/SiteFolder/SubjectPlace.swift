internal import Settings

/// Where the subject of a digest is written in `schedule.conf`.
package struct SubjectPlace: Sendable {
  /// From 1.
  package let line: Int
  /// Of its first byte, from 1, in UTF-8 bytes.
  package let column: Int
  /// Whether the file shows the text as it is, so that its other bytes follow in the same line.
  package let isExact: Bool

  /// Nil if it is not there, or the file cannot be read.
  package init?(ofDigest name: String, folder: String) {
    guard let text = try? readText("schedule.conf", in: folder),  // reported when the site was read
      let schedule = try? readSettings(text),
      case .table(let digests)? = schedule.entry("digest")?.setting.value,
      case .table(let digest)? = digests.entry(name)?.setting.value,
      let subject = digest.entry("subject")?.setting
    else { return nil }
    let first = subject.mark(ofByte: 0)
    line = first.line
    column = first.column
    isExact = subject.mark(ofByte: 1) != first
  }
}
