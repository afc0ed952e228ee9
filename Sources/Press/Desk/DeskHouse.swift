internal import Languages
internal import Model
package import Press
internal import Presentation
package import Templates
internal import Web

/// The site's settings and templates as last read without a fault.
package struct DeskHouse: Sendable {
  let opened: OpenedSite
  /// In English.
  let templates: TemplateSet
  private let style: [UInt8]

  package init(_ opened: OpenedSite) throws(TemplateErrors) {
    self.opened = opened
    templates = try opened.templates(in: .english)
    style = Array((PageStyle(templates, hasForms: true).text + TemplateSet.deskStyle).utf8)
  }

  var site: Site { opened.site }
  var settings: DeskSettings { site.desk }

  /// The operator with this name; nil if the settings no longer have one, or never had.
  func person(_ name: String?) -> KnownOperator? { site.operators.first { $0.name == name } }

  /// The host of `url`; nil if that is not set.
  var urlHost: String? {
    settings.url.flatMap { url in
      url.firstRange(of: "://").map { hostName(String(url[$0.upperBound...].prefix { $0 != "/" })) }
    }
  }

  /// What the links of letters begin with; nil if it is not known where a browser reaches the desk.
  var linkBase: String? {
    if let url = settings.url { return url }
    guard case .host(let name, let port)? = settings.listen.flatMap({ ListenAddress($0) }) else { return nil }
    return "http://\(name.contains(":") ? "[\(name)]" : name):\(port)"
  }

  var styleSheet: WebResponse {
    WebResponse(
      200, [.init("Content-Type", "text/css; charset=utf-8"), .init("Cache-Control", "private, max-age=60")],
      body: style)
  }

  func answer(_ page: DeskPage, for signed: SignedIn? = nil) throws(TemplateError) -> WebResponse {
    let bytes = try templates.bytes("desk.html", page.record(on: site, for: signed))
    let fields: [WebResponse.Field] = [
      .init("Content-Type", "text/html; charset=utf-8"), .init("Content-Language", "en"),
    ]
    return WebResponse(page.status, fields, body: bytes)
  }
}
