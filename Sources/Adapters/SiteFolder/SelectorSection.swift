internal import Model
internal import Settings
internal import XML

extension SettingReader {
  /// `[sources.NAME.page]`: CSS selectors, each of which can be compiled.
  func pageSelectors() -> PageSelectors {
    var selectors = PageSelectors()
    guard let section = table("page") else { return selectors }
    selectors.items = section.selector("items")
    selectors.link = section.selector("link")
    selectors.title = section.selector("title")
    selectors.date = section.selector("date")
    selectors.body = section.selector("body")
    selectors.remove = section.selector("remove")
    return selectors
  }

  private func selector(_ key: String) -> String? {
    guard let setting = setting(key), let text = line(key) else { return nil }
    do throws(SelectorError) {
      _ = try CSSSelector(text)
      return text
    } catch {
      let offset = text.prefix(error.column - 1).utf8.count
      report(at: setting.position(ofByte: offset), "`\(key)` is not a selector that can be used: \(error.sentence)")
      return nil
    }
  }
}
