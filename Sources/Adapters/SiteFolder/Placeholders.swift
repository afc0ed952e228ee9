package import Model
internal import Settings
internal import Text

/// Values from `courant init` and from the examples in the documentation that a site should replace.
///
/// Each finding has its position in schedule.conf. Such a site works, but serves no one.
package func placeholders(folder: String) -> [Finding] {
  var ignored: [Finding] = []  // reported when the site was read
  guard let file = SettingsFile("schedule.conf", in: folder, &ignored) else { return [] }
  let reader = Placeholders(file.reader)
  return reader.findings.sorted()
}

private struct Placeholders {
  private let root: SettingReader
  private(set) var findings: [Finding] = []

  init(_ root: SettingReader) {
    self.root = root
    look(in: "site", "title", isDummyTitle, "your site's title")
    look(in: "site", "publisher", isDummyAddress, "your postal address, which the law asks for in mails")
    for key in ["url", "sign_up"] { look(in: "site", key, namesExampleHost, "your own address") }
    for key in ["from", "reply_to", "bounces", "unsubscribe", "one_click", "smtp"] {
      look(in: "mail", key, namesExampleHost, "your own address")
    }
  }

  private mutating func look(in section: String, _ key: String, _ isDummy: (String) -> Bool, _ wanted: String) {
    guard case .table(let table)? = root.table.entry(section)?.setting.value, let setting = table.entry(key)?.setting,
      let text = setting.string, isDummy(text)
    else { return }
    let sentence = "`\(key)` is \"\(text)\", which is an example; write \(wanted)"
    findings.append(
      Finding("schedule.conf", line: setting.position.line, column: setting.position.column, sentence, weight: .warning)
    )
  }
}

/// Compares whole titles: a real site may be called "My site for sore eyes".
private func isDummyTitle(_ text: String) -> Bool {
  let titles = [
    "my site", "our site", "your site", "my news", "our news", "your news", "my blog", "site title", "title",
  ]
  return titles.contains(text.trimmed.lowercased())
}

private func isDummyAddress(_ text: String) -> Bool {
  let words = text.lowercased()
  let dummies = [
    "my name", "my street", "my town", "your name", "your street", "your town", "your address", "your city",
    "street address", "postal address", "our trust, 1 high street", "example trust", "example research trust",
    "123 main st", "musterstr", "max mustermann", "lorem ipsum", "todo", "xxx",
  ]
  return dummies.contains { holdsWords($0, in: words) }
}

/// Whether the text contains the dummy, not preceded by other letters of the same word.
private func holdsWords(_ dummy: String, in text: String) -> Bool {
  text.ranges(of: dummy).contains { range in
    range.lowerBound == text.startIndex || !text[text.index(before: range.lowerBound)].isLetter
  }
}

/// Host names reserved for examples (RFC 2606, RFC 6761).
private func namesExampleHost(_ text: String) -> Bool {
  let pattern = /(?:^|[@\/.])(?:example\.(?:com|net|org)|[A-Za-z0-9-]+\.(?:example|invalid|test))(?:$|[:\/?>])/
  return text.lowercased().firstMatch(of: pattern) != nil
}
