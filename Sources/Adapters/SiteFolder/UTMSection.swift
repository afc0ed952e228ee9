internal import Model
internal import Settings
internal import Text

extension SettingReader {
  /// The parameters in the table `utm`: none if it is empty, nil if it is missing. Mistakes are reported.
  func utm(_ key: String) -> UTMParameters? {
    guard let section = table(key) else { return nil }
    let source =
      section.table.entries.isEmpty ? nil : section.required("source", example: "\"newsletter\"", section.value)
    let medium = section.value("medium") ?? "email"
    let campaign = section.value("campaign") ?? "{digest}-{number}"
    let content = section.value("content")
    let term = section.value("term")
    let hosts = section.hosts("hosts")
    guard let source else { return section.table.entries.isEmpty ? UTMParameters.none : nil }
    var utm = UTMParameters([
      .init("utm_source", source), .init("utm_medium", medium), .init("utm_campaign", campaign),
    ])
    if let content { utm.parameters.append(.init("utm_content", content)) }
    if let term { utm.parameters.append(.init("utm_term", term)) }
    utm.hosts = hosts
    return utm
  }

  /// The value of a parameter, whose placeholders are known.
  private func value(_ key: String) -> String? {
    guard let setting = setting(key), let text = line(key) else { return nil }
    var rest = text[...]
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      let offset = text.utf8.distance(from: text.startIndex, to: brace)
      guard text[brace] == "{", let end = rest[brace...].firstIndex(of: "}") else {
        report(at: setting.position(ofByte: offset), "`\(key)` has a brace too many or too few; \(Self.rule)")
        return nil
      }
      let name = String(rest[rest.index(after: brace)..<end])
      guard UTMParameters.Place(rawValue: name) != nil else {
        let hint = suggestion(for: name, among: UTMParameters.Place.allCases.map(\.rawValue))
        report(at: setting.position(ofByte: offset), "`{\(name)}` has no meaning here; \(Self.rule)\(hint)")
        return nil
      }
      rest = rest[rest.index(after: end)...]
    }
    return text
  }

  private static var rule: String {
    "the placeholders are " + UTMParameters.Place.allCases.map(\.written).joined(separator: ", ")
  }

  private func hosts(_ key: String) -> [String] {
    (strings(key) ?? []).compactMap { word in
      if let host = EmailAddress(localPart: "x", domain: word.text)?.domain { return host }
      report(
        at: word.setting.position, "`\(key)` must list host names, for example \"example.org\"; found \"\(word.text)\"")
      return nil
    }
  }
}
