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

  func lapsed() throws(TemplateError) -> WebResponse {
    var message = WebMessage(word("web_lapsed_title"), status: 410, word("web_find"))
    message.parts += waysOn
    return try answer(message)
  }

  func over() throws(TemplateError) -> WebResponse {
    var message = WebMessage(word("web_over_title"), status: 410, word("web_over"))
    message.parts += waysOn
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

  /// The page for the outcome of an act with a permit.
  func answer<Result>(
    _ answer: PermitAnswer<Result>, _ done: (Result) throws -> WebResponse
  ) throws -> WebResponse {
    switch answer {
    case .done(let result): try done(result)
    case .lapsed: try lapsed()
    case .over: try over()
    case .unknown: try unknownLink()
    }
  }
}
