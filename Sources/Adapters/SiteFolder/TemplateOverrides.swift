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

/// `templates/*.html`, `templates/*.text` and `templates/style.css`, by name. A README and hidden files are ignored;
/// any other file is a warning, and one that cannot be read is an error.
package func templateOverrides(folder: String) -> (templates: [TemplateOverride], findings: [Finding]) {
  // Without the folder, every template is the built-in one.
  let files = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/templates")) ?? []
  var templates: [TemplateOverride] = []
  var findings: [Finding] = []
  for name in files.sorted() where !name.hasPrefix(".") && !name.hasPrefix("README") && name != "themes" {
    let path = "templates/" + name
    guard name.hasSuffix(".html") || name.hasSuffix(".text") || name == "style.css" else {
      let sentence = "is not used; templates are files such as digest.html and digest.text, and style.css."
      findings.append(Finding(path, sentence, weight: .warning))
      continue
    }
    do throws(Finding) {
      templates.append(TemplateOverride(name: name, path: path, text: try readText(path, in: folder)))
    } catch {
      findings.append(error)
    }
  }
  return (templates, findings)
}
