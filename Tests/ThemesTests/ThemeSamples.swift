import Languages
import Templates
import Themes

/// A theme of the site's own with these files, on top of a built-in one.
func theme(_ files: [String: String], named name: String = "mine", language: String = "en") throws -> Theme {
  try Theme(
    name, files: files.keys.sorted().map { ($0, "templates/themes/\(name)/\($0)", files[$0]!) },
    language: Language(language))
}

/// The errors when a theme with these files is read, one per line.
func faults(_ files: [String: String]) -> String {
  do {
    _ = try theme(files)
    return "none"
  } catch {
    return "\(error)"
  }
}

/// The sheet's rules applied to a document that uses them; only the fragment, without its surroundings.
func inlined(_ fragment: String, by theme: Theme) throws -> String {
  let head = "<style>\(theme.style)</style>"
  return String(theme.inlined(head + fragment).dropFirst(head.count))
}
