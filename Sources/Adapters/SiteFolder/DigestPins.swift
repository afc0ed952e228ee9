internal import Model
internal import Settings

/// An article that a digest pins, with its position in `schedule.conf`.
package struct PinnedPlace: Sendable {
  package let name: String
  /// 1-based.
  package let line: Int
  package let column: Int

  /// Those of a digest; none if the file cannot be read, which is reported elsewhere.
  package static func all(of digest: String, folder: String) -> [PinnedPlace] {
    guard let text = try? readText("schedule.conf", in: folder),  // reported when the site was read
      let schedule = try? readSettings(text),
      case .table(let digests)? = schedule.entry("digest")?.setting.value,
      case .table(let settings)? = digests.entry(digest)?.setting.value,
      case .array(let pins)? = settings.entry("pinned")?.setting.value
    else { return [] }
    return pins.compactMap { pin in
      pin.string.map { PinnedPlace(name: $0, line: pin.position.line, column: pin.position.column) }
    }
  }
}

extension SettingReader {
  /// The names of articles, each once. Mistakes are reported.
  func pinned(_ key: String) -> [(text: String, setting: Setting)] {
    var seen = Set<String>()
    return (strings(key) ?? []).filter { word in
      if seen.insert(word.text).inserted { return true }
      report(at: word.setting.position, "article `\(word.text)` is pinned twice; remove one")
      return false
    }
  }
}
