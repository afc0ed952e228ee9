internal import Model
internal import Text

/// Replacing a lost link: the answer is the same for every address.
extension FrontDoor {
  func findLink(_ visit: Visit) async throws -> WebResponse {
    let face = visit.face
    guard !visit.request.isSafe else {
      if visit.has("sent") { return try face.answer(face.linkSent()) }
      return try face.answer(face.findPage())
    }
    let typed = (visit.form?["email"] ?? "").trimmed
    guard let address = EmailAddress(typed) else {
      return try face.answer(face.findPage(typed, mistake: face.word("web_wrong_address")))
    }
    try await record(.findLink, from: address, visit)
    return .see(face.path(.findLink, "sent"))
  }

  /// Durably, before the answer; the letter is made later.
  func record(
    _ kind: ReaderRequest.Kind, from address: EmailAddress, _ visit: Visit, name: String? = nil, words: String = "",
    in language: String? = nil
  ) async throws {
    var request = ReaderRequest(kind, from: address)
    let tag = language ?? visit.face.site.language
    request.language = tag == visit.house.site.language ? nil : tag
    request.name = name
    request.words = words
    request.origin = visit.origin
    request.network = visit.client.network
    if visit.house.settings.recordsMachines, !visit.client.text.isEmpty { request.machine = visit.client.text }
    let recorded = request
    try await askTogether { try $0.record([recorded], at: visit.now) }
    ways.recorded()
  }
}

extension WebFace {
  fileprivate func findPage(_ typed: String = "", mistake: String = "") -> WebMessage {
    var message = WebMessage(word("web_find_title"), status: mistake.isEmpty ? 200 : 422, word("web_find"))
    message.isError = !mistake.isEmpty
    message.parts[0].forms = [findForm(typed, mistake: mistake)]
    return message
  }

  func linkSent() -> WebMessage {
    var message = WebMessage(word("web_sent_title"), word("web_link_sent"))
    message.parts.append(helpPart)
    return message
  }

  /// What to do if no letter came: the same for everyone, even for those who may not be mailed.
  var helpPart: WebPart {
    let links = site.mistakesTo.map { [WebLink(word("web_write_us"), "mailto:\($0)")] } ?? []
    return WebPart(texts: [word("web_nothing_came")], links: links)
  }
}
