import Files
import Foundation
import Model
import Office
import Press
internal import Text

/// One state of the site as shown in the browser.
struct PreviewPage {
  let version: String
  private let preview: Preview?
  private let errorText: String

  init(version: String, result: Result<Preview, any Error>) {
    self.version = version
    switch result {
    case .success(let made):
      preview = made
      errorText = ""
    case .failure(let error):
      preview = nil
      errorText = Self.words(error)
    }
  }

  struct Part {
    let octets: [UInt8]
    var type = "text/plain; charset=utf-8"
    var policy = "default-src 'none'; style-src 'unsafe-inline'"

    init(_ text: String) { octets = Array(text.utf8) }
    init(octets: [UInt8]) { self.octets = octets }

    func html(_ more: String = "") -> Part {
      var part = self
      part.type = "text/html; charset=utf-8"
      part.policy += more
      return part
    }
  }

  /// Nil if the path does not exist.
  func part(at path: String) -> Part? {
    switch path {
    case "/": Part(page).html("; script-src 'unsafe-inline'; connect-src 'self'; frame-src 'self'")
    case "/version": Part(version)
    case "/mail.html": Part(shown ?? escapedHTML(errorText)).html("; img-src 'self'")
    case "/dark.html": Part(shown.map(dark) ?? escapedHTML(errorText)).html("; img-src 'self'")
    case "/mail.txt": Part(preview?.text ?? errorText)
    case "/mail.eml": Part(octets: preview?.message ?? Array(errorText.utf8))
    default: image(at: path)
    }
  }

  private static let images = "/image/"

  /// The email, with images from this machine.
  private var shown: String? {
    preview.map { preview in
      let files = Self.files(of: preview)
      return preview.html(showing: { file in Self.images + "\(files.firstIndex(of: file) ?? 0)" })
    }
  }

  private static func files(of preview: Preview) -> [String] { Set(preview.images.values).sorted() }

  private func image(at path: String) -> Part? {
    guard let preview, path.hasPrefix(Self.images), let number = Int(path.dropFirst(Self.images.utf8.count)) else {
      return nil
    }
    let files = Self.files(of: preview)
    // Deleted since the preview was rendered: not found.
    guard files.indices.contains(number), let bytes = try? readFile(files[number]) else {
      return nil
    }
    var part = Part(octets: bytes)
    part.type = MediaType.content(ofFile: files[number])
    return part
  }

  private static func words(_ error: any Error) -> String {
    switch error {
    case let faults as OpenedSite.Faults: faults.lines.joined(separator: "\n")
    case let failure as CommandError: failure.sentence
    default: "\(error)"
    }
  }

  /// As a mail program in dark mode shows it.
  private func dark(_ html: String) -> String {
    html.replacing(/\(\s*prefers-color-scheme\s*:\s*dark\s*\)/, with: "all")
  }

  private var page: String {
    """
    <!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>\(escapedHTML(preview?.subject ?? "Preview"))</title>
    <style>body{font:14px system-ui,sans-serif;margin:1em}main{display:flex;gap:1em;overflow-x:auto}
    iframe{height:75vh;border:1px solid #888}pre{white-space:pre-wrap;min-width:640px;border:1px solid #888;padding:1em}
    h2{font-size:1em}.fault{color:#a00}</style>
    \(preview.map(content) ?? "<pre class=\"fault\">\(escapedHTML(errorText))</pre>")
    <script>setInterval(async()=>{try{const r=await fetch("/version");
    if(await r.text()!=="\(version)")location.reload()}catch{}},1000)</script></html>
    """
  }

  private func content(_ preview: Preview) -> String {
    let frames = [("Light", "/mail.html"), ("Dark", "/dark.html")].flatMap { name, path in
      [375, 640].map { width in
        "<section><h2>\(name), \(width) px</h2>"
          + "<iframe sandbox width=\"\(width)\" src=\"\(path)\" title=\"\(name) \(width)\"></iframe></section>"
      }
    }
    let findings = preview.findings.map { "<li>\(escapedHTML($0))</li>" }.joined()
    return """
      <h1>\(escapedHTML(preview.subject))</h1>
      <p>\(escapedHTML(preview.slot.key)), #\(preview.issueNumber) · HTML \(preview.html.utf8.count) bytes of 102,400 ·
      text \(preview.text.utf8.count) · mail \(preview.message.count)</p><ul>\(findings)</ul>
      <main>\(frames.joined())
      <section><h2><a href="/mail.txt">Text</a></h2><pre>\(escapedHTML(preview.text))</pre></section>
      <section><h2><a href="/mail.eml">Source</a></h2>
      <pre>\(escapedHTML(String(decoding: preview.message, as: UTF8.self)))</pre></section></main>
      """
  }
}
