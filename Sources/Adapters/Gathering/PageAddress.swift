internal import Foundation
internal import Model
internal import Text

/// The page and URL of an article, derived from its id.
struct PageAddress {
  /// Relative to `public/`: `articles/2026/mogad/index.html`.
  let page: String
  /// The URL of the page, without `index.html`.
  let link: String

  /// - Parameter root: the folder under `public/` that contains it, with its last slash.
  init(id: String, site: Site, below root: String = "articles/") {
    let folder = root + id.split(separator: "/").map { slug(String($0)) + "/" }.joined()
    page = folder + "index.html"
    link = site.address(percentEncodedPath(folder))
  }

  /// The same page before addresses kept the vowel am of Thai and Lao; nil if its address has none.
  static func formerSpelling(of page: String) -> String? {
    if page.isASCII { return nil }
    var scalars = page.unicodeScalars
    for (apart, whole) in vowelsAm { scalars.replace(whole.unicodeScalars, with: apart.unicodeScalars) }
    let former = String(scalars)
    return former.utf8.count == page.utf8.count ? nil : former
  }
}

extension PageAddress {
  /// At a path of the operator's choice.
  init(folders: [String], site: Site) {
    let folder = folders.map { $0 + "/" }.joined()
    page = folder + "index.html"
    link = site.address(percentEncodedPath(folder))
  }
}

/// A folder's name for a component of an id: lower-case, `a–z 0–9 . _ -`, Latin letters without their accents, letters
/// and digits of other scripts unchanged, any other run as one `-`. Never empty, hidden, `..` or longer than 200 bytes.
func slug(_ component: String) -> String {
  let edges = "-.".utf8
  if let first = component.utf8.first, let last = component.utf8.last, !edges.contains(first), !edges.contains(last),
    component.utf8.count <= 200, component.utf8.allSatisfy({ isPlain(Unicode.Scalar($0)) })
  {
    return component
  }
  var slug = String.UnicodeScalarView()
  for scalar in component.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
    if isPlain(scalar) {
      slug.append(scalar)
    } else if let latin = latinLetters[scalar] {
      slug.append(contentsOf: latin.unicodeScalars)
    } else if scalar.properties.generalCategory == .nonspacingMark {
      // An accent is dropped from an ASCII letter, but kept where it forms a different letter, as in "й".
      if let last = slug.last, !last.isASCII { slug.append(scalar) }
    } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar.properties.isEmoji {
      slug.append(scalar)
    } else if let last = slug.last, last != "-" {
      slug.append("-")
    }
  }
  let isEdge = { (scalar: Unicode.Scalar) in scalar == "-" || scalar == "." }
  var name = String(String.UnicodeScalarView(slug.drop(while: isEdge))).precomposedStringWithCanonicalMapping
  name = withWholeVowels(name)
  while name.utf8.count > 200 || name.unicodeScalars.last.map(isEdge) ?? false { name.unicodeScalars.removeLast() }
  return name.isEmpty ? "x" + component.utf8.prefix(64).map { String($0, radix: 16) }.joined() : name
}

/// The vowel am of Thai and of Lao, as compatibility decomposition has it and as it is written. Taken apart, it is a
/// misspelling.
private let vowelsAm = [("\u{E4D}\u{E32}", "\u{E33}"), ("\u{ECD}\u{EB2}", "\u{EB3}")]

private func withWholeVowels(_ name: String) -> String {
  var scalars = name.unicodeScalars
  for (apart, whole) in vowelsAm { scalars.replace(apart.unicodeScalars, with: whole.unicodeScalars) }
  return String(scalars)
}

private func isPlain(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "a"..."z", "0"..."9", ".", "_", "-": true
  default: false
  }
}
