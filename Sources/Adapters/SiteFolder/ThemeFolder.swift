internal import Foundation
package import Model

/// The files of `templates/themes/NAME/`, by name, each replacing the built-in one of its name; empty if the folder
/// does not exist. A README and hidden files are ignored.
package func themeFiles(of name: String, folder: String) -> (files: [TemplateOverride], findings: [Finding]) {
  // Without the folder, the theme is an unmodified built-in one.
  let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/templates/themes/\(name)")) ?? []
  var files: [TemplateOverride] = []
  var findings: [Finding] = []
  for file in names.sorted() where !file.hasPrefix(".") && !file.hasPrefix("README") {
    let path = "templates/themes/\(name)/\(file)"
    guard ["theme.toml", "theme.css"].contains(file) || file.hasSuffix(".html") || file.hasSuffix(".text") else {
      let sentence = "is not used; a theme consists of theme.toml, theme.css and templates such as mail-lead.html"
      findings.append(Finding(path, sentence, weight: .warning))
      continue
    }
    do throws(Finding) {
      files.append(TemplateOverride(name: file, path: path, text: try readText(path, in: folder)))
    } catch {
      findings.append(error)
    }
  }
  return (files, findings)
}

/// The names of the site's own themes.
package func themeFolders(in folder: String) -> [String] {
  let themes = folder + "/templates/themes"
  // Without the folder, there are none.
  let names = (try? FileManager.default.contentsOfDirectory(atPath: themes)) ?? []
  var isFolder: ObjCBool = false
  return names.filter {
    isPlainName($0) && FileManager.default.fileExists(atPath: "\(themes)/\($0)", isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
