internal import Model
internal import Settings
internal import Templates

/// Colours, fonts and sizes: the content of `theme.toml`.
struct ThemeSettings: Sendable {
  private(set) var light: [ColourRole: Colour] = [:]
  private(set) var dark: [ColourRole: Colour] = [:]
  /// The values of `var(--NAME)` in the sheet, for light and dark mode.
  private(set) var variables: [String: (light: String, dark: String)] = [:]

  /// The fonts and sizes of the site's own file, with their positions.
  private var own: [(variable: String, place: TemplateError)] = []
  /// The fonts and sizes of the built-in theme.
  private var builtIn: Set<String> = []
  /// Colours of the site's own file that have only a light form.
  private(set) var onlyLight: [TemplateError] = []
  /// Colours of the site's own file that are too faint where only pages have them.
  private(set) var faintOnPages: [TemplateError] = []

  /// Adopts the settings in a file and reports every mistake.
  ///
  /// - Parameter isOwn: whether the file is the site's own.
  mutating func read(_ file: TemplateSet.File, _ faults: inout [TemplateError], isOwn: Bool = false) {
    let reader: SettingReader
    do throws(SettingError) {
      reader = SettingReader(try readSettings(file.text))
    } catch {
      let position = error.position ?? TextPosition(line: 1, column: 1)
      faults.append(fault(in: file, position, error.sentence))
      return
    }
    _ = reader.string("base")
    let lightSection = reader.table("light")
    let darkSection = reader.table("dark")
    if isOwn, let lightSection { noteOnlyLight(lightSection.table, darkSection?.table, in: file) }
    if let lightSection { colours(in: lightSection, &light) }
    if let darkSection { colours(in: darkSection, &dark) }
    if let section = reader.table("fonts") { fonts(in: section) }
    if let section = reader.table("sizes") { sizes(in: section) }
    for role in ColourRole.allCases {
      guard let light = light[role], let dark = dark[role] else { continue }
      variables[role.rawValue] = (light.text, dark.text)
    }
    checkContrast(light, lightSection)
    checkContrast(dark, darkSection)
    if isOwn {
      noteFaint(light, lightSection, in: file)
      noteFaint(dark, darkSection, in: file)
    }
    if isOwn { noteOwn(reader.table, in: file) } else { builtIn = Set(variables.keys) }
    reader.finish()
    faults += reader.problems.map { fault(in: file, $0.position, $0.sentence) }
  }

  private mutating func noteOwn(_ table: SettingTable, in file: TemplateSet.File) {
    for (section, kind) in [("fonts", "font"), ("sizes", "size")] {
      guard case .table(let table)? = table.entry(section)?.setting.value else { continue }
      for entry in table.entries {
        own.append(("\(kind)-\(entry.key)", fault(in: file, entry.keyPosition, "")))
      }
    }
  }

  /// One finding for all colours whose dark forms remain those of the built-in theme.
  private mutating func noteOnlyLight(_ own: SettingTable, _ dark: SettingTable?, in file: TemplateSet.File) {
    let changed = ColourRole.allCases.filter { role in
      let before = light[role]?.text
      return own[role.rawValue]?.string.map { $0.lowercased() != before } ?? false
    }
    let missing = changed.map(\.rawValue).filter { dark?[$0] == nil }
    guard let first = missing.first, let place = own.entry(first)?.keyPosition else { return }
    let names = missing.map { "`\($0)`" }.joined(separator: ", ")
    let sentence =
      "changes the light colours only: in [dark], those of the built-in theme remain; add \(names) to [dark] as well"
    onlyLight.append(fault(in: file, place, sentence))
  }

  private func fault(in file: TemplateSet.File, _ position: TextPosition, _ sentence: String) -> TemplateError {
    TemplateError(name: file.name, path: file.path, line: position.line, column: position.column, sentence: sentence)
  }

  /// The base named by a site's own theme; nil if it names none, or the text is not TOML.
  static func base(in text: String) -> (name: String, position: TextPosition)? {
    // Errors in the TOML are reported when it is read.
    guard let entry = (try? readTOML(text))?.entry("base"), let name = entry.setting.string else { return nil }
    return (name, entry.setting.position)
  }
}

extension ThemeSettings {
  /// Fonts and sizes of the site's own file that no rule of the sheet uses.
  func ownNames(in sheet: StyleSheet) -> OwnNames { OwnNames(own, builtIn: builtIn, in: sheet) }

  private func colours(in section: SettingReader, _ colours: inout [ColourRole: Colour]) {
    for role in ColourRole.allCases {
      guard let text = section.string(role.rawValue) else { continue }
      if let colour = Colour(text) {
        colours[role] = colour
      } else {
        section.report(role.rawValue, "`\(role)` must be a colour, for example \"#1c2126\"; found \"\(text)\"")
      }
    }
  }

  private mutating func fonts(in section: SettingReader) {
    for key in section.table.entries.map(\.key) {
      guard let stack = section.string(key) else { continue }
      if stack.utf8.contains(where: { "\"<>&;{}".utf8.contains($0) }) || stack.isEmpty {
        section.report(key, "`\(key)` must be fonts with names in '…', for example \"'Segoe UI', sans-serif\"")
      }
      variables["font-\(key)"] = (stack, stack)
    }
  }

  /// `17px/27px`: font size and line height.
  private mutating func sizes(in section: SettingReader) {
    for key in section.table.entries.map(\.key) {
      guard let text = section.string(key) else { continue }
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      let pixels = parts.compactMap { $0.hasSuffix("px") ? Int($0.dropLast(2)) : nil }
      guard pixels.count == 2, parts.count == 2, (12...80).contains(pixels[0]), pixels[1] >= pixels[0] else {
        section.report(
          key,
          "`\(key)` must be the size of letters (at least 12px) and lines, for example \"16px/25px\"; found \"\(text)\""
        )
        continue
      }
      variables["size-\(key)"] = ("\(pixels[0])px", "\(pixels[0])px")
      variables["line-\(key)"] = ("\(pixels[1])px", "\(pixels[1])px")
    }
  }

  private func checkContrast(_ colours: [ColourRole: Colour], _ section: SettingReader?) {
    for (text, ground) in ColourRole.texts.flatMap({ text, grounds in grounds.map { (text, $0) } }) {
      guard let section, let above = colours[text], let below = colours[ground] else { continue }
      let contrast = above.contrast(with: below)
      guard contrast < 4.5 else { continue }
      let key = section.table[text.rawValue] == nil ? ground : text
      section.report(
        key.rawValue, "`\(text)` on `\(ground)` has a contrast of \(oneDecimal(contrast)):1; text needs 4.5:1")
    }
  }
}

extension ThemeSettings {
  /// Emails do not have these pairs, so they are no reason to send none.
  private mutating func noteFaint(
    _ colours: [ColourRole: Colour], _ section: SettingReader?, in file: TemplateSet.File
  ) {
    for (role, grounds, least) in ColourRole.onPages {
      for ground in grounds {
        guard let section, let above = colours[role], let below = colours[ground] else { continue }
        let contrast = above.contrast(with: below)
        let written = [role, ground].first { section.table.entry($0.rawValue) != nil }
        // Without its own, edges that cannot be seen are replaced.
        if role == .edge, written != .edge { continue }
        guard contrast < least, let entry = written.flatMap({ section.table.entry($0.rawValue) }) else { continue }
        let sentence =
          "`\(role)` on `\(ground)` has a contrast of \(oneDecimal(contrast)):1 on pages; write a stronger one: "
          + (role == .edge ? "edges need 3:1" : "text needs 4.5:1")
        faintOnPages.append(fault(in: file, entry.setting.position, sentence))
      }
    }
  }
}

extension Colour {
  /// `#rrggbb`.
  var text: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

/// Rounded down, so that a contrast below the limit never reads as sufficient.
private func oneDecimal(_ number: Double) -> String {
  let tenths = Int(number * 10)
  return "\(tenths / 10).\(tenths % 10)"
}
