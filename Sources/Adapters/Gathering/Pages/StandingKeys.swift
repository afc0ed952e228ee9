internal import Model
internal import Settings

/// The keys of front matter that only a page has which is not an article.
struct StandingKeys: Hashable, Sendable {
  let weight: Int?
  let isInFooter: Bool
  let isInMenu: Bool
  let layout: PageLayout?

  /// Mistakes are added to the problems of the reader.
  init(_ reader: SettingReader) {
    weight = reader.integer("weight", in: -1_000_000...1_000_000, example: 10)
    isInFooter = Self.isInFooter(reader)
    isInMenu = reader.setting("menu")?.string?.lowercased() == Self.top
    layout = readLayout(reader)
  }

  /// The value of `menu` for pages in the menu at the top as well.
  private static let top = "top"

  /// Other generators name a menu here (`menu: main`): only a no keeps the page out.
  private static func isInFooter(_ reader: SettingReader) -> Bool {
    switch reader.setting("menu")?.value {
    case .boolean(let isTrue)?: isTrue
    case .string(let word)?: !["false", "no", "off", "none"].contains(word.lowercased())
    default: true
    }
  }
}

extension SettingTable {
  /// A page needs no date, so one without a date counts as dated long ago.
  var dated: SettingTable {
    guard !entries.contains(where: { $0.key.lowercased() == "date" }) else { return self }
    let date = Setting(.string("1970-01-01"), at: position)
    return SettingTable(
      syntax, at: position, entries: entries + [Entry(key: "date", keyPosition: position, setting: date)])
  }
}
