internal import Text

/// The pages around a ``Showcase``: its index, and one for each page and email, narrow and wide side by side.
package struct ShowcaseFrame {
  /// What a browser needs to notice changes.
  package struct Live {
    let version: String
    let nonce: String

    /// - Parameter version: changes with the showcase.
    /// - Parameter nonce: of the script and the styles (CSP Level 3 §4.1).
    package init(version: String, nonce: String) {
      self.version = version
      self.nonce = nonce
    }
  }

  private let showcase: Showcase
  private let live: Live?

  /// - Parameter live: nil for files, which do not change.
  package init(_ showcase: Showcase, live: Live? = nil) {
    self.showcase = showcase
    self.live = live
  }

  package var index: String {
    let groups = Showcase.Group.allCases.map { group in
      let items = showcase.items.filter { $0.group == group }
      return items.isEmpty ? "" : "<section><h2>\(group.rawValue)</h2><ul>\(items.map(line).joined())</ul></section>"
    }
    let theme = showcase.theme.map { "Theme \($0)" } ?? "Preview"
    return document(
      theme, "<h1>\(escapedHTML(theme))</h1>\(faults)\(warnings)<main>\(groups.joined())</main>", root: "")
  }

  /// The page that shows this item; nil if there is none of this name.
  package func page(named name: String) -> String? {
    guard let item = showcase.items.first(where: { $0.name == name }) else { return nil }
    let place = "../" + escapedHTML(item.path)
    let mistakes = item.mistakes.isEmpty ? "" : Self.list(item.mistakes)
    var views = [375, 1_100].map { view("\($0) px", width: $0, of: item.path) }
    if let dark = item.dark { views.append(view("Dark", width: 375, of: dark)) }
    if let text = item.text.flatMap({ showcase.files[$0] }) {
      views.append("<section><h2>Text</h2><pre>\(escapedHTML(String(decoding: text, as: UTF8.self)))</pre></section>")
    }
    let title = escapedHTML(item.title)
    return document(
      item.title,
      "<p><a href=\"../index.html\">All pages and emails</a> · <a href=\"\(place)\">alone</a></p><h1>\(title)</h1>"
        + "\(mistakes)<div class=\"views\">\(views.joined())</div>", root: "../")
  }

  /// What is shown in place of a page that has mistakes.
  static func page(of mistakes: [String]) -> String {
    """
    <!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Mistake</title>
    <meta name="viewport" content="width=device-width"><style>\(style)</style><body>\(list(mistakes))</body></html>

    """
  }
}

extension ShowcaseFrame {
  private func view(_ title: String, width: Int, of path: String) -> String {
    "<section><h2>\(title)</h2><iframe sandbox=\"allow-same-origin\" width=\"\(width)\" src=\"../\(escapedHTML(path))\" "
      + "title=\"\(title)\"></iframe></section>"
  }

  private func line(_ item: Showcase.Item) -> String {
    let mark = item.mistakes.isEmpty ? "" : " <strong class=\"mistake\">has a mistake</strong>"
    return "<li><a href=\"show/\(item.name).html\">\(escapedHTML(item.title))</a>\(mark)</li>"
  }

  private var faults: String { showcase.mistakes.isEmpty ? "" : Self.list(showcase.mistakes) }

  private var warnings: String {
    if showcase.warnings.isEmpty { return "" }
    let lines = showcase.warnings.map { "<li>\(escapedHTML($0))</li>" }.joined()
    return "<section><h2>Warnings</h2><ul class=\"warnings\">\(lines)</ul></section>"
  }

  private static func list(_ mistakes: [String]) -> String {
    "<ul class=\"mistakes\" role=\"alert\">\(mistakes.map { "<li>\(escapedHTML($0))</li>" }.joined())</ul>"
  }

  private static let style = """
    :root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;margin:1.5em}h1{font-size:1.4em}h2{font-size:1em}
    main{display:grid;grid-template-columns:repeat(auto-fill,minmax(17em,1fr));gap:0 2em}ul{padding-left:1.2em}
    .views{display:flex;gap:1em;overflow-x:auto}iframe{height:80vh;border:1px solid #888;background:#fff}
    pre{white-space:pre-wrap;flex:none;width:76ch;border:1px solid #888;padding:1em}.warnings{color:#7a5200}
    .mistake,.mistakes{color:#b00020;font-weight:600}
    .mistakes{border:2px solid #b00020;background:#fff0f1;padding:1em 1em 1em 2.2em;overflow-wrap:anywhere}
    """

  /// - Parameter root: leads to the index.
  private func document(_ title: String, _ content: String, root: String) -> String {
    let nonce = live.map { " nonce=\"\($0.nonce)\"" } ?? ""
    return """
      <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>\(escapedHTML(title))</title>
      <meta name="viewport" content="width=device-width"><style\(nonce)>\(Self.style)</style></head>
      <body>\(content)\(script(root))</body></html>

      """
  }

  /// Loads the page again when the version has changed.
  private func script(_ root: String) -> String {
    guard let live else { return "" }
    return """

      <script nonce="\(live.nonce)">setInterval(async()=>{try{const r=await fetch("\(root)version");
      if(r.ok&&await r.text()!=="\(live.version)")location.reload()}catch{}},1000)</script>
      """
  }
}
