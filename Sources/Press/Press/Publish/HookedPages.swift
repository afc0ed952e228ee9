internal import Presentation
internal import Templates

/// The site's own markup in every page (`templates/head-extra.html`, `templates/body-end.html`).
extension PressRun {
  func withHooks(_ files: [PublicFile]) -> [PublicFile] {
    guard PageHooks.names.contains(where: templates.isOwn) else { return files }
    // A fault in one of them is reported when the first page is rendered.
    let hooks = Result { try PageHooks(site, templates) }
    return files.map { $0.isPage ? $0.inserting { try hooks.get().inserted(into: $0) } : $0 }
  }
}
