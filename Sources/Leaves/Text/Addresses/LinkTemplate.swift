/// A URL or a path with placeholders, as Jekyll's and Hugo's permalinks have them: `/:year/:month/:slug/`.
package struct LinkTemplate: Hashable, Sendable {
  /// The names of both programs (jekyllrb.com/docs/permalinks, gohugo.io/configuration/permalinks), and `category`.
  package enum Placeholder: String, CaseIterable, Sendable {
    case year, month, day, hour, minute, second
    case shortYear = "short_year", iMonth = "i_month", iDay = "i_day"
    case shortMonth = "short_month", longMonth = "long_month", monthName = "monthname"
    case shortDay = "short_day", longDay = "long_day", weekdayName = "weekdayname", weekday
    case isoYear = "w_year", isoWeek = "week", isoDay = "w_day", dayOfYear = "y_day", yearDay = "yearday"
    case title, slug, name, basename, filename, path
    case contentBaseName = "contentbasename", slugOrFilename = "slugorfilename"
    case slugOrContentBaseName = "slugorcontentbasename"
    case category, categories, slugifiedCategories = "slugified_categories"
    case section, sections, collection, outputExtension = "output_ext"
  }

  private enum Part: Hashable, Sendable {
    case text(String)
    case value(Placeholder)
  }

  private let parts: [Part]

  package init(_ text: String) throws(LinkTemplateError) {
    var parts: [Part] = []
    var rest = text[...]
    while let colon = rest.firstIndex(of: ":") {
      if colon > rest.startIndex { parts.append(.text(String(rest[..<colon]))) }
      let name = rest[colon...].dropFirst().prefix { $0 == "_" || ("a"..."z").contains($0) }
      if let placeholder = Self.placeholder(beginning: name) {
        parts.append(.value(placeholder))
        rest = rest[colon...].dropFirst(1 + placeholder.rawValue.count)
      } else if name.isEmpty {
        // Of `https://` or of a port.
        parts.append(.text(":"))
        rest = rest[colon...].dropFirst()
      } else {
        let known = Placeholder.allCases.map(\.rawValue)
        let sentence = "`:\(name)` is not a placeholder\(suggestion(for: String(name), among: known))"
        throw LinkTemplateError(part: rest[colon...].prefix(name.count + 1), sentence: sentence)
      }
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    self.parts = parts
  }

  package var placeholders: [Placeholder] {
    parts.compactMap { if case .value(let placeholder) = $0 { placeholder } else { nil } }
  }

  /// The text with its values percent-encoded, except their slashes. An empty value leaves no `//` in the path.
  package func filled(_ value: (Placeholder) -> String) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .text(let written): text += written
      case .value(let placeholder): text += percentEncodedPath(value(placeholder))
      }
    }
    return withoutEmptySegments(text)
  }

  /// The longest placeholder, up to the end of the name or to a `_`: `:year_:month` begins with `year`.
  private static func placeholder(beginning name: Substring) -> Placeholder? {
    var name = name
    while !name.isEmpty {
      if let placeholder = Placeholder(rawValue: String(name)) { return placeholder }
      guard let end = name.lastIndex(of: "_") else { return nil }
      name = name[..<end]
    }
    return nil
  }
}

package struct LinkTemplateError: Error {
  /// The faulty part.
  package let part: Substring
  package let sentence: String
}

private func withoutEmptySegments(_ text: String) -> String {
  let start = text.firstRange(of: "://")?.upperBound ?? text.startIndex
  let end = text[start...].firstIndex { $0 == "?" || $0 == "#" } ?? text.endIndex
  var path = text[start..<end]
  while let empty = path.firstRange(of: "//") { path.replaceSubrange(empty, with: "/") }
  return String(text[..<start] + path + text[end...])
}
