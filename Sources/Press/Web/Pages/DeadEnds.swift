internal import Model
internal import Templates

/// Pages for errors; each offers a way on.
extension WebFace {
  /// No such page.
  func notFound() throws(TemplateError) -> WebResponse {
    html(404, try page("not-found.html", heading: word("not_found_title"), [:]))
  }

  /// A link that this site did not make, or that was altered.
  func unknownLink() throws(TemplateError) -> WebResponse {
    var message = WebMessage(word("web_unknown_title"), status: 404, word("web_unknown"))
    message.parts += waysOn
    return try answer(message)
  }

  /// - Parameter purpose: of the permit; nil if it is unknown.
  func lapsed(_ purpose: Permit.Purpose? = nil) throws(TemplateError) -> WebResponse {
    let text = purpose == .confirm ? "web_lapsed_confirm" : "web_find"
    var message = WebMessage(word("web_lapsed_title"), status: 410, word(text))
    message.parts += waysOn
    return try answer(message)
  }

  /// - Parameter purpose: of the permit; nil if it is unknown.
  func over(_ purpose: Permit.Purpose? = nil) throws(TemplateError) -> WebResponse {
    let text =
      switch purpose {
      case .access: "web_over_access"
      case .newAddress, .oldAddress: "web_over_move"
      case .confirm, .comeBack, nil: "web_over"
      }
    var message = WebMessage(word("web_over_title"), status: 410, word(text))
    message.parts += waysOn
    return try answer(message)
  }

  /// A link that was used again, although its result is already in effect.
  func alreadyDone(
    _ token: String, _ purpose: Permit.Purpose?, _ account: ReaderAccount
  ) throws(TemplateError) -> WebResponse {
    let isConfirmed = purpose == .confirm
    var message = WebMessage(word(isConfirmed ? "web_confirmed" : "web_moved"))
    var part = WebPart(texts: [word(isConfirmed ? "web_confirmed_before" : "web_moved_before")])
    if let own = account.subscription(to: []) {
      part.links = [WebLink(word("preferences"), path(.preferences(own.token)))]
    }
    message.parts = [part]
    if isConfirmed {
      // A scanner may have pressed it.
      message.parts.append(WebPart(links: [WebLink(word("web_refuse"), path(.refuse(token)))]))
    }
    return try answer(message)
  }

  /// The answer to a link of a reader who was erased.
  func gone() throws(TemplateError) -> WebResponse {
    var message = WebMessage(word("web_gone_title"), status: 410, word("web_gone"))
    if !site.url.isEmpty {
      message.parts.append(
        WebPart(texts: [word("web_left_text")], links: [WebLink(word("follow"), site.url + "/feeds/")]))
    }
    return try answer(message)
  }

  /// A temporary fault of the site.
  func trouble() throws(TemplateError) -> WebResponse {
    var response = try answer(WebMessage(word("web_trouble_title"), status: 503, word("web_trouble")))
    response.set("Retry-After", "60")
    return response
  }

  /// The answer to a request that is not one of our forms.
  func refusedRequest(_ status: Int) throws(TemplateError) -> WebResponse {
    try answer(WebMessage(word("web_refused_request_title"), status: status, word("web_refused_request")))
  }

  /// A new link, or signing up again.
  private var waysOn: [WebPart] {
    guard !site.url.isEmpty else { return [] }
    return [WebPart(forms: [findForm()], links: [WebLink(word("sign_up"), path(.subscribe))])]
  }

  func findForm(_ typed: String = "", mistake: String = "") -> WebForm {
    var form = WebForm(to: path(.findLink), word("web_find_button"), isMain: true)
    form.address = WebForm.AddressField(label: word("web_address"), value: typed, mistake: mistake)
    return form
  }

}

extension FrontDoor {
  /// The page for the outcome of an act with a permit.
  func answer<Result>(
    _ answer: PermitAnswer<Result>, _ token: String, _ visit: Visit, _ done: (Result) throws -> WebResponse
  ) async throws -> WebResponse {
    switch answer {
    case .done(let result): try done(result)
    case .lapsed, .over: try await deadEnd(token, visit)
    case .unknown: try unknownToken(visit)
    }
  }

  /// The page for a permit that no longer works: what happened, and what to do now.
  ///
  /// - Parameter purposes: those that the page's URL is for; nil for any.
  func deadEnd(
    _ token: String, for purposes: Set<Permit.Purpose>? = nil, _ visit: Visit
  ) async throws -> WebResponse {
    let fate = try await look { try $0.fate(ofPermit: token, at: visit.now) }
    if let purposes, let purpose = fate.purpose, !purposes.contains(purpose) { return try unknownToken(visit) }
    switch fate.state {
    case .unknown: return try unknownToken(visit)
    case .lapsed: return try visit.face.lapsed(fate.purpose)
    case .erased: return try visit.face.gone()
    case .refused:
      let face = visit.face
      return try face.answer(WebMessage(face.word("web_refused"), status: 410, face.word("web_refuse_text")))
    case .done:
      guard let account = fate.account else { return try visit.face.over(fate.purpose) }
      return try visit.face(of: account).alreadyDone(token, fate.purpose, account)
    case .open: return try visit.face.over(fate.purpose)
    }
  }
}
