internal import Model
internal import Office
internal import Press
internal import Text
internal import Time
internal import Web

/// `/preview`: any issue of any digest, for any set of feeds.
extension Desk {
  func previews(_ visit: DeskVisit) throws -> WebResponse {
    var page = DeskPage("Preview")
    for digest in visit.house.site.digests {
      var part = DeskPart(.plain, visit.house.site.title(ofDigest: digest.name))
      part.links = [
        DeskLink("The next issue", "/preview/\(digest.name)/next"),
        DeskLink("With the newest five articles, new or not", "/preview/\(digest.name)/last-5"),
        DeskLink("Issues that were sent", "/issues?digest=\(percentEncoded(digest.name))"),
      ]
      page.parts.append(part)
    }
    page.command = "courant preview DIGEST"
    page.json = "/preview.json"
    page.place = "/preview"
    return try visit.answer(page, json: visit.house.site.digests.map(\.name))
  }

  func preview(_ choice: PreviewChoice, _ visit: DeskVisit) async throws -> WebResponse {
    let isSent = visit.request.parameters.has("sent")
    return try await previewing(choice, visit) { preview in
      let shown = PreviewPage(preview, of: choice.digest)
      let page = shown.page(choice, query: visit.feedQuery, visit.signed, isSent: isSent)
      return try visit.answer(page, json: shown)
    }
  }

  func previewDocument(_ choice: PreviewChoice, _ kind: PreviewDocument.Kind, _ visit: DeskVisit) async throws
    -> WebResponse
  {
    try await previewing(choice, visit) { preview in
      PreviewDocument(kind: kind, preview: preview, site: visit.house.site).response
    }
  }

  /// Renders what the last run gathered; sources are not read, so the page appears at once.
  private func previewing(
    _ choice: PreviewChoice, _ visit: DeskVisit, _ body: @escaping @Sendable (Preview) throws -> WebResponse
  ) async throws -> WebResponse {
    guard let digest = visit.house.site.digest(choice.digest) else {
      throw DeskRefusal.missing("There is no digest \(choice.digest)")
    }
    let following = visit.followed
    return try await asking(visit) { press in
      do {
        return try body(try press.gatheredPreview(digest, choice.which, for: .somebody(following: following)))
      } catch let nothing as NoPreview {
        throw DeskRefusal.missing(nothing.description)
      } catch let fault as RenderingFault {
        throw DeskRefusal.impossible(fault.description)
      }
    }
  }

  func sendTest(_ choice: PreviewChoice, _ visit: DeskVisit) async throws -> WebResponse {
    guard let signed = visit.signed, let mail = visit.house.site.mail, let address = signed.person.mail,
      let digest = visit.house.site.digest(choice.digest)
    else { throw DeskRefusal.impossible("Your table in [operators] has no `mail`, or schedule.conf has no [mail].") }
    let (following, now) = (visit.followed, visit.now)
    let reader = PreviewReader(
      Addressee(name: nil, address: address, token: "test"), following: following, isTest: true)
    let message = try await asking(visit) { press in
      guard try press.ledger.suppression(of: address) == nil else {
        throw DeskRefusal.impossible("\(address) is suppressed; it is never mailed.")
      }
      return try press.gatheredPreview(digest, choice.which, for: reader).message
    }
    let outcome = try await ways.send(Parcel(sender: mail.bounces, recipient: address, message: message))
    let words = Self.words(outcome)
    try await perform(visit.act(.test, .digest(digest.name))) { ledger in
      try ledger.recordTest(digest: digest.name, to: address, outcome: words, at: now)
      return words
    }
    guard case .accepted = outcome else { throw DeskRefusal.impossible("The relay did not take it: \(words)") }
    return .see(choice.path + (visit.feedQuery.isEmpty ? "?" : visit.feedQuery + "&") + "sent")
  }

  private static func words(_ outcome: Outcome) -> String {
    switch outcome {
    case .accepted(let reply): "accepted: \(reply)"
    case .deferred(let reply): "try again later: \(reply)"
    case .refused(let reply): "refused: \(reply)"
    case .uncertain(let why): "uncertain whether sent: \(why)"
    case .unsent(let trouble): trouble.sentence
    }
  }
}

extension DeskVisit {
  /// The feeds that the reader of a preview follows: `?feeds=a,b`.
  fileprivate var followed: Following { request.parameters["feeds"].flatMap { Following($0) } ?? .all }

  fileprivate var feedQuery: String { followed == .all ? "" : "?feeds=" + percentEncoded(followed.text) }
}
