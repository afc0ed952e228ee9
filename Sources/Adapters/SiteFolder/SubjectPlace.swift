internal import Settings

/// Position of a digest's subject in `schedule.conf`.
package struct SubjectPlace: Sendable {
  /// 1-based.
  package let line: Int
  /// Position of its first byte, 1-based, in UTF-8 bytes.
  package let column: Int
  /// Whether the file has the text verbatim, so that its other bytes follow on the same line.
  package let isExact: Bool

  /// Nil if it is missing, or the file cannot be read.
  package init?(ofDigest name: String, folder: String) {
    guard let text = try? readText("schedule.conf", in: folder),  // reported when the site was read
      let schedule = try? readSettings(text),
      case .table(let digests)? = schedule.entry("digest")?.setting.value,
      case .table(let digest)? = digests.entry(name)?.setting.value,
      let subject = digest.entry("subject")?.setting
    else { return nil }
    let first = subject.position(ofByte: 0)
    line = first.line
    column = first.column
    isExact = subject.position(ofByte: 1) != first
  }
}
