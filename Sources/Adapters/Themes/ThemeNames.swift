internal import Settings
internal import Templates

/// The names that a `theme.toml` may contain, each with what it is for. The comments of a new theme and the documentation are
/// made of them.
package struct ThemeName: Sendable {
  package let name: String
  package let purpose: String

  private init(_ name: String, _ purpose: String) {
    self.name = name
    self.purpose = purpose
  }
}

extension ThemeName {
  package static let colours = ColourRole.allCases.map { ThemeName($0.rawValue, purpose(of: $0)) }

  private static func purpose(of role: ColourRole) -> String {
    switch role {
    case .paper: "the background of an email, and of the foot of pages"
    case .card: "the background of the content of emails and pages"
    case .ink: "text"
    case .soft: "quieter text: dates, sources, the footer"
    case .link: "links in text"
    case .accent: "rules, bars, the button, labels"
    case .take: "the background of a key takeaway"
    case .pill: "the background of a topic, in templates that show topics"
    case .line: "lines between things"
    case .edge: "edges of what can be pressed, on pages"
    }
  }

  package static let fonts = [
    ThemeName("text", "articles, titles and the name of the site"),
    ThemeName("label", "labels, dates, buttons, the footer"),
  ]

  package static let sizes = [
    ThemeName("nameplate", "the name of the site"),
    ThemeName("section", "the title of a section, in `plain`"),
    ThemeName("lead", "the title of the first article"),
    ThemeName("title", "the titles of the other articles"),
    ThemeName("takeaway", "the key takeaway of the first article"),
    ThemeName("text", "text"),
    ThemeName("button", "the button of the first article"),
    ThemeName("note", "the site's note, and what readers may also like"),
    ThemeName("label", "the titles of sections, labels"),
    ThemeName("small", "facts about articles, the footer"),
    ThemeName("nameplate-narrow", "the name of the site, on narrow screens"),
    ThemeName("lead-narrow", "the title of the first article, on narrow screens"),
    ThemeName("title-narrow", "the titles of the other articles, on narrow screens"),
  ]
}

/// The values of a built-in theme, as its `theme.toml` has them.
package struct BuiltInValues {
  private let table: SettingTable?

  /// - Parameter theme: the name of a built-in theme.
  package init(of theme: String) {
    let file = TemplateSet.builtInTheme(theme)?.first { $0.name == "theme.toml" }
    table = file.flatMap { try? readTOML($0.text) }  // built in: a test reads it
  }

  /// The names in one of the tables `light`, `dark`, `fonts` and `sizes`.
  package func names(in section: String) -> [String] { entries(section).map(\.key) }

  /// Nil if the theme has no value of this name.
  package func value(_ name: String, in section: String) -> String? {
    entries(section).first { $0.key == name }?.setting.string
  }

  private func entries(_ section: String) -> [SettingTable.Entry] {
    guard case .table(let table)? = table?.entry(section)?.setting.value else { return [] }
    return table.entries
  }
}
