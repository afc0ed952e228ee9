package import Model
internal import Presentation
internal import Press
internal import Templates

/// All pages and emails of a site with sample articles, for looking at: rendered as they would be published and mailed, with
/// links that lead from one to another.
package struct Showcase: Sendable {
  package enum Group: String, CaseIterable, Sendable {
    case articles = "Articles"
    case lists = "Lists"
    case others = "Other pages"
    case readers = "Readers’ pages"
    case digests = "Digests"
    case letters = "Letters"
  }

  /// One page or email.
  package struct Item: Sendable {
    package let group: Group
    /// Of the page that shows it: a–z, digits, dashes.
    package let name: String
    package let title: String
    /// Its file among ``Showcase/files``.
    package let path: String
    /// The file of its text part.
    package var text: String?
    /// The file of the email as a mail program in dark mode shows it; nil if it has no styles for that.
    package var dark: String?
    /// Why it cannot be rendered, one line each as `courant check` prints them; it then shows these.
    package var mistakes: [String] = []
  }

  /// The theme of the emails; nil for those in the settings.
  package let theme: String?
  package private(set) var items: [Item] = []
  /// What is shown, by path. Those below `site/` are where they would be under `public/`.
  package private(set) var files: [String: [UInt8]] = [:]
  /// What is wrong, each line once.
  package private(set) var mistakes: [String] = []
  package var warnings: [String] = []
  /// The URL of the site, without a slash at its end; empty if its settings cannot be read.
  private let site: String
  /// The path of the site on its server.
  package let folder: String

  /// - Parameter site: nil if its settings cannot be read.
  package init(of site: Site?, theme: String?) {
    self.theme = theme
    self.site = site?.url ?? ""
    folder = site?.folder ?? "/"
  }

  /// What a browser shows if there are faults in the settings or templates, so that nothing can be rendered.
  package init(faults: [String], theme: String?) {
    self.init(of: nil, theme: theme)
    mistakes = faults
  }
}

extension Showcase {
  /// Adds what `render` returns, or the mistake that it throws.
  ///
  /// - Parameter path: below `site/`, or below `emails/`.
  package mutating func add(
    _ group: Group, _ title: String, at path: String, _ render: () throws -> [UInt8]
  ) {
    var item = Item(group: group, name: Self.name(path), title: title, path: path)
    do {
      files[path] = local(try render(), at: path)
    } catch {
      fail(&item, title, error)
    }
    items.append(item)
  }

  /// Adds an email.
  ///
  /// - Parameter name: of its files: a–z, digits, dashes.
  package mutating func add(
    _ group: Group, _ title: String, mail name: String, _ render: () throws -> (html: String, text: String)
  ) {
    let path = "emails/\(name).html"
    var item = Item(group: group, name: "email-" + name, title: title, path: path)
    do {
      let mail = try render()
      files[path] = local(Array(mail.html.utf8), at: path)
      let inDarkMode = Self.inDarkMode(mail.html)
      if inDarkMode != mail.html {
        let dark = "emails/\(name)-dark.html"
        files[dark] = local(Array(inDarkMode.utf8), at: dark)
        item.dark = dark
      }
      let text = "emails/\(name).txt"
      files[text] = Array(mail.text.utf8)
      item.text = text
    } catch {
      fail(&item, title, error)
    }
    items.append(item)
  }

  private static func inDarkMode(_ html: String) -> String {
    html.replacing(/\(\s*prefers-color-scheme\s*:\s*dark\s*\)/, with: "all")
  }

  /// Adds a file that pages use.
  package mutating func add(file path: String, _ bytes: [UInt8]) { files[path] = bytes }

  private mutating func fail(_ item: inout Item, _ title: String, _ error: any Error) {
    item.mistakes = [Finding(rendering: title, error).description]
    mistakes += item.mistakes.filter { !mistakes.contains($0) }
    files[item.path] = Array(ShowcaseFrame.page(of: item.mistakes).utf8)
  }

  /// `site/topics/index.html` → `topics`.
  private static func name(_ path: String) -> String {
    let parts = path.split(separator: "/").dropFirst().map { $0.prefix { $0 != "." } }
    let named = parts.last == "index" && parts.count > 1 ? parts.dropLast() : parts[...]
    return named.joined(separator: "-").filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
  }

  /// The document with URLs of the site in its attributes made relative, so that nothing leads to the published site.
  private func local(_ document: [UInt8], at path: String) -> [UInt8] {
    let depth = path.hasPrefix("site/") ? path.utf8.count(where: { $0 == UInt8(ascii: "/") }) - 1 : 0
    let root = path.hasPrefix("site/") ? String(repeating: "../", count: depth) : "../site/"
    let start = root.isEmpty ? "./" : root
    let text = String(decoding: document, as: UTF8.self)
      .replacing("=\"\(site)/", with: "=\"\(start)")
      .replacing("=\"\(folder)\(PageStyle.path)", with: "=\"\(start)\(PageStyle.path)")
    return Array(text.utf8)
  }

  /// The files of the site that pages show or link to and that are not among ``files``, relative to `public/`.
  package var used: [String] {
    let names = files.filter { $0.key.hasPrefix("site/") && $0.key.hasSuffix(".html") }.flatMap { path, bytes in
      let root = String(repeating: "../", count: path.split(separator: "/").count - 2)
      let start = "=\"" + (root.isEmpty ? "./" : root)
      return String(decoding: bytes, as: UTF8.self).split(separator: start).dropFirst().map { rest in
        String(rest.prefix { !"\"?#".contains($0) })
      }
    }
    return Set(names).filter { !$0.isEmpty && files["site/" + $0] == nil && !$0.hasSuffix("/") }.sorted()
  }
}
