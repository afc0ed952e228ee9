internal import Curl
internal import Model
internal import Text

/// One request that mail providers or readers send to the site's address.
struct OutsideQuestion {
  /// The answer that is expected.
  enum Answer: Hashable {
    /// The answer to one-click unsubscription: 200 and a short text.
    case unsubscribed
    /// A page of `courant serve` with this status.
    case page(Int)
    /// The page of a form with a mistake, still containing what was typed.
    case returnedForm(typed: String)
    case feed
    /// Any answer of another program, as long as it accepts the POST (`one_click` without `[web]`).
    case accepted
    case leavingPage
  }

  /// A phrase for use in sentences, such as "a POST with a form".
  let words: String
  let url: String
  let expected: Answer
  var body: HTTPBody?
  var fields: [HTTPField] = []

  init(_ words: String, _ url: String, _ expected: Answer) {
    self.words = words
    self.url = url
    self.expected = expected
  }

  /// Whether mail providers send it, which follow no redirect (RFC 8058 §3.1).
  var isOneClick: Bool { expected == .accepted || expected == .unsubscribed || body?.type == nil && body != nil }
}

/// All requests; those of mail providers come first.
struct OutsideQuestions {
  let site: Site
  let mail: MailSettings
  /// A token that ends no subscription.
  let token: String?

  var all: [OutsideQuestion] {
    leaving + (site.web == nil ? [] : pages)
  }

  private static let oneClick = "List-Unsubscribe=One-Click"
  private static let form = "application/x-www-form-urlencoded"

  /// Every form of one-click request. RFC 8058: multipart should be accepted, a form may come, and some providers send neither.
  private var leaving: [OutsideQuestion] {
    guard let token, let url = mail.oneClickAddress(of: token) ?? (site.web.map { _ in address(.unsubscribe, token) })
    else { return [] }
    let isOurs = site.web != nil && (mail.oneClick == nil || mail.oneClick == site.address("unsubscribe"))
    let expected: OutsideQuestion.Answer = isOurs ? .unsubscribed : .accepted
    var plain = OutsideQuestion("a POST with a form", url, expected)
    plain.body = HTTPBody(Self.oneClick, type: Self.form)
    var parts = OutsideQuestion("a POST in parts (multipart/form-data)", url, expected)
    parts.body = Self.multipart
    var foreign = OutsideQuestion("a POST from another site's page", url, expected)
    foreign.body = plain.body
    foreign.fields = [
      HTTPField("Origin", "https://mail.example.net"), HTTPField("Referer", "https://mail.example.net/inbox"),
      HTTPField("Sec-Fetch-Site", "cross-site"),
    ]
    var empty = OutsideQuestion("a POST without a body", url, isOurs ? .page(200) : .accepted)
    empty.body = HTTPBody("", type: nil)
    let page = OutsideQuestion("a GET, as by a person or a scanner,", url, isOurs ? .page(200) : .leavingPage)
    return [plain, parts, foreign, empty, page]
  }

  private static let multipart = HTTPBody(
    """
    --courant\r
    Content-Disposition: form-data; name="List-Unsubscribe"\r
    \r
    One-Click\r
    --courant--\r\n
    """, type: "multipart/form-data; boundary=courant")

  private var pages: [OutsideQuestion] {
    let typed = "not-an-address-" + (token ?? "").prefix(6)
    var mistake = OutsideQuestion(
      "a form with a mistake in it", site.address("subscribe"), .returnedForm(typed: typed))
    mistake.body = HTTPBody("email=" + typed, type: Self.form)
    var questions = [OutsideQuestion("a GET", site.address("subscribe"), .page(200)), mistake]
    questions.append(OutsideQuestion("a GET", site.address("preferences"), .page(200)))
    if let token { questions.append(OutsideQuestion("a GET", address(.preferences, token), .page(410))) }
    questions.append(OutsideQuestion("a GET", site.address("search?q=a"), .page(200)))
    if let token, let feed = site.feeds.first(where: \.isPrivate) {
      let url = site.address(feed.folder(for: token) + Feed.Format.rss.fileName)
      questions.append(OutsideQuestion("a GET of a private feed with an unknown token", url, .page(404)))
    }
    let names = site.publicFeeds.prefix(2).map(\.name.text).joined(separator: "+")
    if !names.isEmpty { questions.append(OutsideQuestion("a GET", site.address("feeds/of/\(names)/atom.xml"), .feed)) }
    return questions
  }

  private enum Place: String { case unsubscribe, preferences }

  private func address(_ place: Place, _ token: String) -> String { site.address("\(place.rawValue)/\(token)") }
}
