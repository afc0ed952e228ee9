internal import Curl
internal import Model
internal import Text

/// Judges whether an answer from the site's address is correct, and what to do if it is not.
struct OutsideJudge {
  let question: OutsideQuestion
  let response: HTTPResponse
  let took: Duration

  /// The longest acceptable time; providers give up after a few seconds.
  private static let slow = Duration.seconds(2)

  /// Whether a later attempt may succeed without a change of settings.
  var isPassing: Bool { response.status >= 500 }

  /// The fault that makes the answer useless; nil if there is none.
  var fault: String? {
    let status = response.status
    if (300...399).contains(status) { return redirect }
    if isChallenge {
      return
        "is stopped by a check for robots (\(status)); let this path pass without one: mail providers cannot solve it"
    }
    if [502, 504].contains(status) {
      return
        "gets no answer from behind the web server (\(status)); start `courant serve`, and compare its address with "
        + "the one that the web server passes requests on to"
    }
    return byStatus(status) ?? byContent
  }

  /// The part of a fault that several answers may share.
  func kind(of fault: String) -> String { fault.replacing(place, with: "") }

  /// Oddities that do no harm.
  var doubts: [String] {
    var doubts: [String] = []
    if response.status == 404, question.expected != .page(404) {
      doubts.append(
        "is 404, which is right for the script of docs/one-click.md, since this token leaves nothing, and wrong for "
          + "anything else")
    }
    if took > Self.slow { doubts.append("takes \(took.shown); mail providers do not wait long") }
    if let cookie = response.first("set-cookie")?.prefix(while: { $0 != "=" }) {
      doubts.append(
        "sets a cookie (\(forDisplay(String(cookie), atMost: 60))); Courant sets none, so exempt this path where it comes from"
      )
    }
    if isHTML, body.lowercased().contains("<script") {
      doubts.append("has a script that Courant did not write; exempt this path where it comes from")
    }
    return doubts + (question.expected.isOurPage ? lostFields : [])
  }
}

extension OutsideJudge {
  private func byStatus(_ status: Int) -> String? {
    switch (status, question.expected) {
    case (200, .page(200)), (200, .unsubscribed), (200, .feed), (200, .leavingPage), (422, .returnedForm): return nil
    case (200, .accepted), (202, .accepted), (204, .accepted): return nil
    case (_, .page(let wanted)) where status == wanted: return nil
    case (404, _) where body == "this link is not complete\n" || isOurs:
      return "comes to a Courant that does not know the token (404); let the web server pass the path on unchanged, to "
        + "the `courant serve` of this site folder"
    case (404, .accepted): return nil
    case (404, _): return "is not passed on to `courant serve` (404); docs/serving/ has lines for web servers"
    case (401, _), (407, _): return "asks for a password (\(status)); let this path pass without one"
    case (403, _): return "is forbidden (403), by the web server or something in front of it; let this path pass"
    case (405, _), (501, _): return "is not accepted (\(status)); pass on \(method) as well"
    case (500..., _) where isOurs: return "finds `courant serve` in trouble (\(status)); see what it prints"
    default: return "is answered \(status); \(remedy)"
    }
  }

  /// The fault of an answer with the right status.
  private var byContent: String? {
    switch question.expected {
    case .unsubscribed:
      if body == "unsubscribed\n" { return nil }
      guard isOurs else { return otherProgram }
      return "arrives without its body; let the web server pass the body of each POST on"
    case .page: return isOurs ? nil : isHTML && hasOurMarks ? nil : otherProgram
    case .returnedForm(let typed):
      guard isOurs || hasOurMarks else {
        return "is answered by another page than Courant's (422); let the web server pass error pages on as they are"
      }
      return body.contains(typed) ? nil : "arrives without its body; let the web server pass the body of each POST on"
    case .feed: return body.contains("<feed") ? nil : otherProgram
    case .accepted: return nil
    case .leavingPage:
      return body.lowercased().contains("<form") ? nil : "shows no form; show a button that leaves (docs/one-click.md)"
    }
  }

  private var otherProgram: String {
    "is answered \(response.status) by another program than `courant serve`; docs/serving/ has lines for web servers"
  }

  private var remedy: String {
    question.isOneClick
      ? "method and token decide, so pass on every POST to this path as it is (RFC 8058 §3.2)"
      : "pass this path on to `courant serve` (docs/serving/)"
  }

  private var method: String { question.body == nil ? "GET" : "POST" }

  /// The fault of a redirect: providers do not follow it, and a redirected form loses what was typed.
  private var redirect: String {
    let why = question.isOneClick ? "mail providers follow no redirect (RFC 8058 §3.1)" : "forms sent there are lost"
    return "is redirected (\(response.status))\(place); \(why), so \(redirectRemedy)"
  }

  private var place: String { response.location.map { " to " + forDisplay($0, atMost: 200) } ?? "" }

  private var redirectRemedy: String {
    guard let old = HTTPAddress(question.url), let new = response.location.flatMap({ HTTPAddress($0) }) else {
      return "answer at this address"
    }
    if old.host != new.host { return "write the address that answers in `url` of [site], or answer at this one" }
    if old.scheme != new.scheme { return "write `url` of [site] with \(new.scheme)" }
    if old.text.trimmingSlashes == new.text.trimmingSlashes {
      return "pass the path on without adding or removing a slash"
    }
    return "answer at this address, without a detour to a login, a language or a consent page"
  }
}

extension OutsideJudge {
  /// The body, decoded as far as possible.
  private var body: String { String(decoding: response.body.prefix(200_000), as: UTF8.self) }

  private var isHTML: Bool { (response.first("content-type") ?? "").lowercased().hasPrefix("text/html") }

  /// Whether Courant made the answer: only its pages have this policy.
  private var isOurs: Bool {
    (response.first("content-security-policy") ?? "").hasPrefix("default-src 'none'; style-src")
  }

  /// Whether it is a built-in page, even if its header fields were lost on the way.
  private var hasOurMarks: Bool { body.contains("class=\"web\"") }

  private var isChallenge: Bool {
    guard [403, 429, 503].contains(response.status), !isOurs else { return false }
    if response.first("cf-mitigated") != nil { return true }
    let page = body.lowercased()
    return ["captcha", "challenge", "just a moment", "are you a human", "verify you are human"].contains {
      page.contains($0)
    }
  }

  private var lostFields: [String] {
    let wanted = [
      "content-security-policy": ["default-src 'none'"], "x-content-type-options": ["nosniff"],
      // Pages below a secret address are stricter.
      "referrer-policy": ["same-origin", "no-referrer"], "cache-control": ["no-store"],
    ]
    let lost = wanted.filter { name, values in
      let found = response.first(name) ?? ""
      return !values.contains(where: found.hasPrefix)
    }.keys.sorted()
    if lost.isEmpty { return [] }
    return ["lacks what protects readers (\(lost.joined(separator: ", "))); pass on these fields unchanged"]
  }
}

extension OutsideQuestion.Answer {
  fileprivate var isOurPage: Bool {
    switch self {
    case .page, .returnedForm: true
    case .unsubscribed, .feed, .accepted, .leavingPage: false
    }
  }
}

extension String {
  fileprivate var trimmingSlashes: Substring { self[...].drop { $0 == "/" }.trimmingEnd }
}

extension Substring {
  fileprivate var trimmingEnd: Substring { last == "/" ? dropLast().trimmingEnd : self }
}

extension Duration {
  /// A duration, such as "31 ms" or "3.2 s".
  var shown: String {
    let milliseconds = Int(self / .milliseconds(1))
    return milliseconds < 1000 ? "\(milliseconds) ms" : "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
  }
}
