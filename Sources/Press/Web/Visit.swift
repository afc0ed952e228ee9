internal import Model
internal import Presentation
internal import Text
internal import Time

/// A request with all that the pages need to know of it.
struct Visit: Sendable {
  let request: WebRequest
  let now: Instant
  let house: WebHouse
  let client: ClientAddress
  /// In the language that the client requests.
  let face: WebFace
  /// The fields of a POST; nil if its body is not a form.
  let form: FormFields?

  init(_ request: WebRequest, at now: Instant, house: WebHouse) {
    self.request = request
    self.now = now
    self.house = house
    client = ClientAddress(of: request, trusting: house.settings.trustedProxy)
    form = try? FormFields(urlencoded: request.body ?? [])  // nil: not a form
    face = house.face([form?["lang"]] + request.languages)
  }

  /// The face in a reader's own language, if they chose one.
  func face(of account: ReaderAccount) -> WebFace { house.face([account.language] + request.languages) }

  /// A state in the query of a page after a POST, which changes only what is shown.
  func has(_ state: String) -> Bool { request.parameters.has(state) }

  /// The page or site with the form: the client's `Origin`, otherwise this site's page.
  var origin: String {
    let origin = request.field("origin") ?? ""
    let isUsable = origin != "null" && origin.utf8.count <= 200 && WebURL(origin) != nil && isVisible(origin)
    return isUsable ? origin : house.site.url + "/" + request.pathBelow(house.site.folder)
  }

  /// Where an embedded form leads back to, if the operator listed its origin.
  var returnPlace: String? {
    guard let next = form?["next"], isVisible(next), next.utf8.count <= 1000, origin(of: next) != nil else {
      return nil
    }
    return next
  }

  /// The origin of ``returnPlace``.
  var returnOrigin: String? { returnPlace.flatMap(origin) }

  private func origin(of url: String) -> String? {
    guard let url = WebURL(url) else { return nil }
    let origin = "\(url.scheme)://\(url.host)"
    return house.settings.returnOrigins.contains(origin) ? origin : nil
  }

  /// Nothing that could end a header field, or hide a part of a URL.
  private func isVisible(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "@") }
  }
}

extension WebRequest {
  /// Whether the body is declared to be a form in the usual encoding.
  package var isForm: Bool {
    let type = (field("content-type") ?? "").prefix { $0 != ";" }.lowercased().trimmed
    return type == "application/x-www-form-urlencoded"
  }

  /// Without tokens: the name of the page alone.
  fileprivate func pathBelow(_ folder: String) -> String {
    let path = path.hasPrefix(folder) ? path.dropFirst(folder.count) : path[...]
    return path.split(separator: "/").first.map(String.init) ?? ""
  }
}
