internal import Model

/// The links that confirm a new address, and undo it from the old one.
extension FrontDoor {
  func move(_ token: String, _ visit: Visit) async throws -> WebResponse {
    let face = visit.face
    guard let permit = try await permit(token, for: .newAddress) else {
      return try await deadEnd(token, for: [.newAddress], visit)
    }
    guard !visit.request.isSafe else {
      guard visit.now < permit.lapses, permit.used == nil else { return try await deadEnd(token, visit) }
      let text = face.sentence("web_mail_to", ["address": permit.address.description])
      var message = WebMessage(face.word("web_move_title"), text)
      message.parts[0].forms = [WebForm(to: face.path(.move(token)), face.word("web_move_yes"), isMain: true)]
      return try face.answer(message)
    }
    let answer = try await ask { try $0.move(token, at: visit.now) }
    return try await moved(answer, token, visit)
  }

  func moveBack(_ token: String, _ visit: Visit) async throws -> WebResponse {
    let face = visit.face
    guard let permit = try await permit(token, for: .oldAddress) else {
      return try await deadEnd(token, for: [.oldAddress], visit)
    }
    guard !visit.request.isSafe else {
      guard visit.now < permit.lapses, permit.used == nil else { return try await deadEnd(token, visit) }
      let text = face.sentence("web_mail_to", ["address": permit.address.description])
      var message = WebMessage(face.word("web_move_back_title"), text)
      message.parts[0].forms = [WebForm(to: face.path(.moveBack(token)), face.word("web_move_back"), isMain: true)]
      return try face.answer(message)
    }
    let answer = try await ask { try $0.moveBack(token, at: visit.now) }
    return try await moved(answer, token, visit)
  }

  private func moved(
    _ answer: PermitAnswer<ReaderAccount>, _ token: String, _ visit: Visit
  ) async throws -> WebResponse {
    try await self.answer(answer, token, visit) { account in
      guard let own = account.subscription(to: []) else { return try visit.face.over() }
      return .see(visit.face.path(.preferences(own.token), "moved"))
    }
  }
}
