internal import Templates

/// How styles hide an element from readers.
struct Concealment: Equatable {
  /// As a declaration or an attribute, for messages.
  let words: String

  /// Nil if the declaration leaves the element visible.
  init?(_ property: String, _ value: String) {
    let value = value.lowercased().replacing("!important", with: "").split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
    guard Self.hides(property.lowercased(), value) else { return nil }
    words = "\(property.lowercased()): \(value)"
  }

  /// The first declaration of an element's style attribute that hides what is in it.
  ///
  /// - Parameter inner: the elements in it that lead to the text. They may be larger, or visible again.
  init?(of tag: MarkupTag, around inner: ArraySlice<MarkupTag>) {
    let overruled = Set(inner.flatMap { Self.declarations($0.value(of: "style") ?? "").map(\.property) })
    for (property, value) in Self.declarations(tag.value(of: "style") ?? "") {
      if Self.inherited.contains(property), overruled.contains(property) { continue }
      guard let found = Concealment(property, value) else { continue }
      self = found
      return
    }
    return nil
  }

  private static let inherited: Set<String> = ["font-size", "visibility", "color", "text-indent"]

  static func declarations(_ style: String) -> [(property: String, value: String)] {
    style.split(separator: ";").compactMap { declaration in
      guard let colon = declaration.firstIndex(of: ":") else { return nil }
      let property = declaration[..<colon].filter { !$0.isWhitespace }.lowercased()
      return (property, String(declaration[declaration.index(after: colon)...]))
    }
  }

  private static func hides(_ property: String, _ value: String) -> Bool {
    switch property {
    case "display": value == "none"
    case "visibility": value == "hidden" || value == "collapse"
    case "font-size", "max-height", "max-width", "opacity": isNothing(value)
    case "mso-hide": value == "all"
    case "color": value == "transparent"
    case "text-indent", "left", "top", "margin-left": value.prefixMatch(of: /-[0-9]{3,}/) != nil
    default: false
    }
  }

  /// `0`, `0px`, `1px`, `0.0`.
  private static func isNothing(_ value: String) -> Bool {
    value.wholeMatch(of: /0*(\.0+)?(px|pt|em|rem|%)?|1px/) != nil && !value.isEmpty
  }
}

extension StyleSheet {
  /// The rules that hide what they apply to, on all screens or on narrow ones, by selector.
  var hidingRules: [(selector: String, place: TemplateError)] {
    (rules + media.flatMap(\.rules)).flatMap { rule in
      rule.declarations.compactMap { Concealment($0.property, $0.value) == nil ? nil : $0.offset }.prefix(1)
        .flatMap { offset in rule.selectors.map { ($0, fault(at: offset, "")) } }
    }
  }
}
