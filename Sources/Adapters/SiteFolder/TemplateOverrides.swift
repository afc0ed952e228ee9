internal import Foundation
package import Model

/// A template or style sheet of the operator's, which replaces the built-in one of its name.
package struct TemplateOverride: Hashable, Sendable {
  /// The file's name, for example `digest.html`.
  package let name: String
  /// Relative to the site folder.
  package let path: String
  package let text: String
}

/// `templates/*.html`, `templates/*.text`, `templates/style.css` and `templates/layouts/*.html`, by name (`layouts/report.html`).
/// A README and hidden files are ignored; any other file is a warning, and one that cannot be read is an error.
package func templateOverrides(folder: String) -> (templates: [TemplateOverride], findings: [Finding]) {
  var overrides = TemplateFiles(folder: folder)
  overrides.read(in: "", except: ["themes", PageLayout.folder]) { name in
    if name.hasSuffix(".html") || name.hasSuffix(".text") || name == "style.css" { return nil }
    return "is not used; templates are files such as digest.html and digest.text, and style.css"
  }
  overrides.read(in: PageLayout.folder + "/") { name in
    if name.hasSuffix(".html"), PageLayout(name) != nil { return nil }
    return "is not used; layouts are files such as report.html, named with letters, digits, - and _"
  }
  return (overrides.templates, overrides.findings)
}

/// The files of one folder after another.
private struct TemplateFiles {
  let folder: String
  private(set) var templates: [TemplateOverride] = []
  private(set) var findings: [Finding] = []

  init(folder: String) { self.folder = folder }

  /// - Parameter place: below `templates/`; empty or ending in a slash.
  /// - Parameter objection: why a file is not used.
  mutating func read(in place: String, except others: [String] = [], _ objection: (String) -> String?) {
    // Without the folder, every template is the built-in one.
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/templates/" + place)) ?? []
    for name in files.sorted() where !name.hasPrefix(".") && !name.hasPrefix("README") && !others.contains(name) {
      let path = "templates/" + place + name
      if let objection = objection(name) {
        findings.append(Finding(path, objection, weight: .warning))
        continue
      }
      do throws(Finding) {
        templates.append(TemplateOverride(name: place + name, path: path, text: try readText(path, in: folder)))
      } catch {
        findings.append(error)
      }
    }
  }
}
