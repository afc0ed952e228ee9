internal import Markdown
package import Model
internal import Settings
internal import Time

/// Reads the marker files of folders.
extension FolderSource {
  /// The holds on the files of this source, and the questions about them, each at its file.
  package func holds(of listing: Listing) -> (holds: Holds, questions: [Finding]) {
    var sections: [String: SectionHold] = [:]
    var questions = folderQuestions(listing)
    for file in listing.markers {
      guard let marker = MarkerFile(name: parted(file.path).name) else { continue }
      let (key, found, asked) = read(marker, at: file.path)
      questions += asked
      guard let found else { continue }
      sections[key] = sections[key].map { $0.and(found) } ?? found
    }
    return (Holds(listing, top: folder, sections: sections), questions)
  }

  /// One question per folder whose name hides without a certain meaning.
  private func folderQuestions(_ listing: Listing) -> [Finding] {
    var asked = Set<String>()
    return (listing.articles + listing.assets).compactMap { file in
      guard let hiding = HiddenPlace.hidingFolder(above: pathInside(file.path)) else { return nil }
      let path = folder.isEmpty ? hiding : folder + "/" + hiding
      guard asked.insert(path).inserted, let question = HiddenPlace.question(folder: parted(path).name) else {
        return nil
      }
      return Finding(path, question)
    }
  }

  private typealias Found = (key: String, hold: SectionHold?, questions: [Finding])

  private func read(_ marker: MarkerFile, at path: String) -> Found {
    let (above, name) = parted(path)
    switch marker {
    case .section: return readSection(path, above)
    case .index: return readIndex(path, above)
    case .values:
      let subject = String(name.prefix { $0 != "." })
      if MarkerFile.isOfFolder(name) || subject == parted(above).name { return readValues(path, key: above) }
      return readValues(path, key: above.isEmpty ? subject : above + "/" + subject)
    }
  }

  private func hidingEntries(in table: SettingTable) -> HidingEntries {
    HidingEntries(table) { text in
      written(text, readsUSDates: settings.readsUSDates)?.instant(in: site.zone)
    }
  }

  private func matter(at path: String) -> Result<SettingTable?, ArticleText.Unreadable> {
    guard let bytes = try? root.read(path) else {
      let finding = Finding(path, "this file cannot be read, so nothing in its folder is published; make it readable")
      return .failure(ArticleText.Unreadable(finding: finding))
    }
    guard bytes.holdFrontMatter else { return .success(nil) }
    switch ArticleText.split(bytes, path: path) {
    case .success(let text): return .success(text.settings)
    case .failure(let unreadable): return .failure(unreadable)
    }
  }
}

// MARK: - Sections

extension FolderSource {
  private func readSection(_ path: String, _ folder: String) -> Found {
    let hidden = SectionHold(isHidden: true)
    switch matter(at: path) {
    case .failure(let unreadable): return (folder, hidden, [unreadable.finding])
    case .success(nil): return (folder, nil, [])
    case .success(let table?):
      if isDraft(table) {
        let question = "`draft` in a section hides everything below it, as in Zola; for Hugo, write it under `cascade`"
        let line = table.entries.first { comparable(key: $0.key) == "draft" }?.keyPosition
        let finding = Finding(path, line: line?.line, column: line?.column, question)
        return (folder, hidden, table.syntax == .toml ? [] : [finding])
      }
      return readPage(table, path, folder)
    }
  }

  /// The section's settings for its own page, which its author may have meant for everything below. An
  /// embargo applies to everything.
  private func readPage(_ table: SettingTable, _ path: String, _ folder: String) -> Found {
    let found = hidingEntries(in: table)
    var (_, hold, questions) = readCascade(table, path, folder)
    let ofPage = found.questions.filter { !$0.sentence.hasPrefix("`cascade") }
    questions += ofPage.map { $0.finding(in: path) }
    let hiding = table.entries.first { entry in
      guard let row = HidingKeys.rows[comparable(key: entry.key)] else { return false }
      return found.outcomes[row] == .hidden && !HidingKeys.all[row].isAboutLists
        && comparable(key: entry.key) != "render"
    }
    if let hiding {
      let sentence =
        "`\(hiding.key)` in a section could hide everything below it, so nothing is published; write it under `cascade`"
      questions.append(Finding(path, line: hiding.keyPosition.line, column: hiding.keyPosition.column, sentence))
    }
    if !questions.isEmpty { return (folder, SectionHold(isHidden: true), questions) }
    if let from = Hold(found.outcomes.values).from {
      hold = hold ?? SectionHold()
      hold?.index.from = from
    }
    return (folder, hold, [])
  }

  private func isDraft(_ table: SettingTable) -> Bool {
    guard let row = HidingKeys.rows["draft"] else { return false }
    return hidingEntries(in: table).outcomes[row] == .hidden
  }

  /// Hugo's `cascade`: a table, or a list of tables, which may apply only to certain pages.
  private func readCascade(_ table: SettingTable, _ path: String, _ folder: String) -> Found {
    guard let cascade = table.entries.first(where: { comparable(key: $0.key) == "cascade" }) else {
      return (folder, nil, [])
    }
    let tables: [SettingTable?] =
      switch cascade.setting.value {
      case .table(let table): [table]
      case .array(let elements): elements.map { if case .table(let table) = $0.value { table } else { nil } }
      default: [nil]
      }
    var hold = SectionHold()
    var questions: [HidingEntries.Question] = []
    for table in tables {
      guard let table else {
        let sentence = "`cascade` must be a table or a list of tables; nothing below is published"
        questions.append(.init(position: cascade.setting.position, sentence: sentence))
        continue
      }
      readCascaded(table, &hold, &questions)
    }
    hold.isHidden = !questions.isEmpty
    return (folder, hold, questions.map { $0.finding(in: path) })
  }

  /// One table of a cascade.
  private func readCascaded(
    _ table: SettingTable, _ hold: inout SectionHold, _ questions: inout [HidingEntries.Question]
  ) {
    let found = hidingEntries(in: table)
    questions += found.questions
    switch target(of: table) {
    case .articles: hold.cascade.merge(found.outcomes) { first, _ in first }
    case .others: break
    case .unclear(let position):
      guard found.outcomes.contains(where: { $1 != .shown }) else { return }
      let sentence =
        "`cascade` hides some pages below, and it is unclear which, so none are published; remove its target"
      questions.append(.init(position: position, sentence: sentence))
    }
  }

  private enum Target {
    case articles, others
    case unclear(TextPosition)
  }

  /// The pages that a cascade applies to: `_target` or `target`, of which only `kind` is supported.
  private func target(of table: SettingTable) -> Target {
    let entry = table.entries.first { ["target"].contains(comparable(key: $0.key)) }
    guard let entry else { return .articles }
    guard case .table(let target) = entry.setting.value, target.entries.count == 1, let kind = target["kind"]?.string
    else {
      return .unclear(entry.keyPosition)
    }
    switch kind {
    case "page": return .articles
    case "section", "home", "taxonomy", "term": return .others
    default: return .unclear(entry.keyPosition)
    }
  }
}

// MARK: - Other files

extension FolderSource {
  private func readIndex(_ path: String, _ folder: String) -> Found {
    switch matter(at: path) {
    case .failure(let unreadable): return (folder, SectionHold(index: Hold(isHidden: true)), [unreadable.finding])
    case .success(let table?): return readIndex(table, path, folder)
    case .success(nil):
      guard let bytes = try? root.read(path) else { return (folder, nil, []) }  // reported above
      switch foreignMatter(bytes, ending: parted(path).name.split(separator: ".").last?.lowercased() ?? "") {
      case .table(let table): return readIndex(table, path, folder)
      case .nothing: return (folder, nil, [])
      case .unclear:
        let sentence =
          "it is unclear whether this index is published, so nothing in its folder is; begin it with a line ---, "
          + "draft: and a line ---, or make it an index.md"
        return (folder, SectionHold(index: Hold(isHidden: true)), [Finding(path, sentence)])
      }
    }
  }

  private func readIndex(_ table: SettingTable, _ path: String, _ folder: String) -> Found {
    let found = hidingEntries(in: table)
    var questions = found.questions.map { $0.finding(in: path) }
    var hold = Hold(found.outcomes.values)
    let date = table.entries.first { comparable(key: $0.key) == "date" }?.setting
    if let date, let text = HidingValue(date)?.dateText, !Self.datesOfQuarto.contains(text.lowercased()) {
      if let instant = written(text, readsUSDates: settings.readsUSDates)?.instant(in: site.zone) {
        hold.from = max(instant, hold.from ?? instant)
      } else {
        let sentence =
          "`date` is \(quoted(text)), which is not a clear date; write it as 2026-11-23 or 2026-11-23 07:00"
        questions.append(Finding(path, line: date.position.line, column: date.position.column, sentence))
      }
    }
    hold.isHidden = found.hidesBelow || !questions.isEmpty
    return (folder, SectionHold(index: hold), questions)
  }

  /// Quarto replaces these with the day of rendering.
  private static let datesOfQuarto: Set<String> = ["today", "now", "last-modified"]

  /// Data for all articles of a folder, or for one; if any key hides, all these articles are hidden.
  private func readValues(_ path: String, key: String) -> Found {
    let hidden = SectionHold(isHidden: true)
    guard let bytes = try? root.read(path), let text = String(validating: bytes, as: UTF8.self) else {
      return (
        key, hidden,
        [Finding(path, "this file cannot be read, so the files that it governs are not published; make it readable")]
      )
    }
    let isScript = !path.hasSuffix("json") && !path.hasSuffix("yml") && !path.hasSuffix("yaml")
    guard !isScript, let table = try? readYAML(text) else {
      guard mayHide(text) else { return (key, nil, []) }
      return (
        key, hidden,
        [
          Finding(
            path, "this file may hide the files that it governs, so none are published; hide the articles themselves")
        ]
      )
    }
    let found = hidingEntries(in: table)
    let hides = found.outcomes.filter { $1 != .shown }
    guard !hides.isEmpty || !found.questions.isEmpty else { return (key, nil, []) }
    let row = table.entries.first { entry in
      HidingKeys.rows[comparable(key: entry.key)].map { hides[$0] != nil } ?? false
    }
    let position = row?.keyPosition ?? found.questions.first?.position
    let sentence =
      "this hides the files that it governs, so none are published; hide the articles themselves, or remove it"
    return (key, hidden, [Finding(path, line: position?.line, column: position?.column, sentence)])
  }

  /// Whether a script, or a file that cannot be parsed as values, sets a hiding key.
  private func mayHide(_ text: String) -> Bool {
    let words = text.filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    let hiding = [
      "draft:true", "published:false", "permalink:false", "eleventyExcludeFromCollections:true", "hidden:true",
      "private:true",
      "unlisted:true", "publish:false", "status:draft", "status:private",
    ]
    return hiding.contains { words.contains($0) }
  }
}

extension SectionHold {
  fileprivate func and(_ other: SectionHold) -> SectionHold {
    SectionHold(
      isHidden: isHidden || other.isHidden, cascade: cascade.merging(other.cascade) { a, _ in a },
      index: index.and(other.index))
  }
}
