internal import Markdown
internal import Model
internal import Settings
internal import Text

/// The work that an article is about, and its image.
extension FrontMatter {
  func readCitation() -> Article.Citation? {
    guard let setting = reader.setting("source") else { return nil }
    if let text = setting.string {
      let isAddress = isWebAddress(text)
      guard let text = fitting(text, isAddress ? FieldLimit.address : FieldLimit.line, "source", reader) else {
        return nil
      }
      if !isAddress { refuseHiddenText(text, "source") }
      return Article.Citation(title: isAddress ? nil : oneLine(text), url: isAddress ? text : nil)
    }
    guard let source = reader.table("source") else { return nil }
    let line = { (key: String) in
      let line = fitting(text(key, source).map(oneLine), FieldLimit.line, key, source)
      if let line { refuseHiddenText(line, key, in: source) }
      return line.flatMap { showsCharacter($0) ? $0 : nil }
    }
    return Article.Citation(
      title: line("title"), journal: line("journal"), doi: readDOI(source), url: readAddress("url", source),
      published: line("published"))
  }

  private func readDOI(_ source: SettingReader) -> String? {
    guard var doi = text("doi", source).map(plain) else { return nil }
    for prefix in ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:"]
    where doi.lowercased().hasPrefix(prefix) {
      doi = plain(String(doi.dropFirst(prefix.count)))
    }
    if doi.utf8.count <= FieldLimit.line, doi.hasPrefix("10."), doi.contains("/"), !doi.contains(where: \.isWhitespace)
    {
      return doi
    }
    source.report("doi", "`doi` is \(quoted(doi)); write it as 10.1000/xyz")
    return nil
  }

  mutating func readImage() -> Article.Picture? {
    for key in ["image", "images"] {
      guard var setting = reader.setting(key) else { continue }
      if case .array(let all) = setting.value, let first = all.first { setting = first }
      var url = setting.string
      var alt = ""
      if case .table(let table) = setting.value {
        url = (table["url"] ?? table["path"])?.string
        alt = table["alt"]?.string ?? ""
      }
      if let url, !url.isEmpty, let address = place.picture(url) ?? resolved(url), isWebAddress(address) {
        guard let address = fitting(address, FieldLimit.address, key, reader),
          let alt = fitting(oneLine(alt), FieldLimit.line, key, reader)
        else { return nil }
        refuseHiddenText(alt, key)
        return Article.Picture(url: address, alt: showsCharacter(alt) ? alt : "")
      }
      warn(setting.position, "`\(key)` is not an http(s) URL; the article has no image")
    }
    return nil
  }
}
