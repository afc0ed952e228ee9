internal import Settings
internal import Text

/// A former address of an article, as its author wrote it.
struct WrittenAddress: Hashable {
  let text: String
  let position: TextPosition
  /// `aliases` or `redirect_from`.
  let key: String
}

extension FrontMatter {
  /// Reads `aliases` (Hugo, Zola) and `redirect_from` (Jekyll): a list, or one string.
  mutating func readFormerAddresses() -> [WrittenAddress] {
    let written = ["aliases", "redirect_from"].flatMap { addresses(under: $0) }
    guard written.count > FieldLimit.topics else { return written }
    let rest = written[FieldLimit.topics]
    warn(
      rest.position,
      "`\(rest.key)` has more than \(FieldLimit.topics) addresses, with those of all keys; the rest is ignored")
    return Array(written.prefix(FieldLimit.topics))
  }

  private mutating func addresses(under key: String) -> [WrittenAddress] {
    guard let setting = reader.setting(key) else { return [] }
    var settings = [setting]
    if case .array(let elements) = setting.value { settings = elements }
    var found: [WrittenAddress] = []
    for setting in settings.prefix(FieldLimit.topics + 1) {
      switch setting.value {
      case .null: break
      case .string(let text):
        let text = plain(text)
        // In an Obsidian vault, `aliases` are alternative names of a note.
        if text.isEmpty || text.contains(" ") && !text.contains("/") { continue }
        found.append(WrittenAddress(text: text, position: setting.position, key: key))
      default:
        warn(
          setting.position,
          "`\(key)` has \(setting.kind) where an address belongs; write a URL or a path, for example /2020/old-name/")
      }
    }
    return found
  }
}
