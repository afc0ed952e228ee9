internal import Model
internal import Settings

/// The transcript of an article's recording. The key may be another program's, so a value that cannot be used gives only a
/// warning.
extension FrontMatter {
  mutating func readTranscript() -> String? {
    guard let setting = reader.setting("transcript") else { return nil }
    guard let written = setting.string, Article.Sound.transcriptType(ofFile: written) != nil else {
      warn(setting.position, "`transcript` must be a file .vtt, .srt, .html, .txt or .json; it is ignored")
      return nil
    }
    guard reader.setting("audio") != nil else {
      warn(setting.position, "`transcript` belongs to a recording; name that under `audio`")
      return nil
    }
    guard let address = transcriptAddress(written, at: setting.position) else { return nil }
    return fitting(address, FieldLimit.address, "transcript", reader)
  }

  private mutating func transcriptAddress(_ written: String, at position: TextPosition) -> String? {
    if isWebAddress(written) { return written }
    if let address = place.picture(written) { return address }
    // A file of `static/`.
    if written.hasPrefix("/"), !written.hasPrefix("//") { return resolved(written) }
    let cause = "`transcript` is \(quoted(written)), but no such file is published next to the article"
    warn(position, "\(cause); put it there as .vtt or .srt, or into `static/`", .notice)
    return nil
  }
}
