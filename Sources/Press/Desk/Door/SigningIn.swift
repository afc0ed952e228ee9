internal import Model
internal import Time
internal import Web

/// Signing in: by a link that works once, or by the web server in front.
extension Desk {
  /// How long a link of `courant login` works.
  package static var linkLife: Duration { .seconds(600) }

  /// Nil if no one is signed in.
  func signed(in visit: DeskVisit) async throws -> SignedIn? {
    if let name = visit.house.settings.authHeader, let value = visit.request.field(name) {
      return try signed(byProxy: value, visit)
    }
    guard let secret = visit.sessionSecret else { return nil }
    let (hash, now) = (DeskSecret.hash(secret), visit.now)
    let name = try await look { try $0.operatorName(ofSession: hash, at: now) }
    guard let person = visit.house.person(name) else { return nil }
    return SignedIn(person: person, token: DeskSecret.formToken(Array(secret.utf8), ""), session: hash)
  }

  /// The header is trusted only from the web server in front; from anyone else it is suspicious.
  private func signed(byProxy value: String, _ visit: DeskVisit) throws -> SignedIn? {
    guard visit.isFromProxy else {
      ways.report("desk: refused a request from \(visit.machine) that claimed to be signed in by the web server")
      throw DeskRefusal(
        DeskPage(
          "Refused", status: 403, "This request says who you are, but does not come from the trusted web server.",
          "`trusted_proxy` of [desk] names that server."))
    }
    guard let person = visit.house.person(value) else {
      throw DeskRefusal(
        DeskPage("You are not an operator here", status: 403, "Add a table [operators.NAME] to schedule.conf."))
    }
    return SignedIn(person: person, token: DeskSecret.formToken(ways.formKey, person.name))
  }

  func signInPage(_ visit: DeskVisit) throws -> WebResponse {
    if visit.format == .json { return .text(401, "sign in first: `courant login NAME` prints a link") }
    var page = DeskPage("Sign in", status: 401)
    if visit.request.parameters.has("signed-in") {
      page.parts.append(
        DeskPart(
          .warning, "Your browser did not keep the cookie",
          "Allow cookies for this address, or reach the desk by the `url` of [desk], then ask for a new link."))
    }
    page.parts += mailParts(visit)
    var part = DeskPart()
    part.texts = [
      "Run this on the site's machine. It prints a link that signs you in once, within ten minutes:"
    ]
    part.code = "courant login " + (visit.house.site.operators.first?.name ?? "NAME")
    page.parts.append(part)
    if visit.house.site.operators.isEmpty {
      page.parts.append(
        DeskPart(
          .warning, "Nobody may sign in yet", "Add a table [operators.NAME] to schedule.conf; docs/desk.md shows one."))
    }
    // Browsers do not send the cookie when a link in a letter is followed, but do for a link on this page.
    var again = DeskPart()
    again.texts = ["Did you follow a link, and are you signed in already?"]
    again.links = [DeskLink("Open the page again", visit.request.path)]
    page.parts.append(again)
    return try visit.house.answer(page)
  }

  /// `/sign-in/SECRET`: GET asks, POST signs in.
  func link(_ secret: String, _ visit: DeskVisit) async throws -> WebResponse {
    let (hash, now) = (DeskSecret.hash(secret), visit.now)
    let name =
      DeskSecret.isPlausible(secret) ? try await look { try $0.operatorName(ofLink: hash, at: now) } : nil
    guard let person = visit.house.person(name) else { return try visit.house.answer(.deadLink) }
    if !visit.request.isSafe { return try await signIn(person, hash, visit) }
    var page = DeskPage("Sign in as \(person.name)?")
    var part = DeskPart()
    part.texts = [
      person.role == .act ? "You may look at everything, and act." : "You may look at everything, but change nothing."
    ]
    part.forms = [DeskForm(to: visit.request.path, "Sign in")]
    page.parts = [part]
    return try visit.house.answer(page)
  }

  private func signIn(_ person: KnownOperator, _ link: String, _ visit: DeskVisit) async throws -> WebResponse {
    guard let secret = ways.randomSecret() else { throw DeskRefusal.noRandomness }
    let now = visit.now
    let session = OperatorSession(hash: DeskSecret.hash(secret), lapses: now + DeskVisit.sessionLength)
    let act = Act(
      .signIn, .operator(person.name), by: Operator(person.name, at: .desk, from: visit.machine), at: now)
    do {
      try await perform(act) { ledger in
        guard try ledger.signIn(link: link, session: session, at: now) == person.name else { throw UsedLink() }
        return ""
      }
    } catch is UsedLink {
      return try visit.house.answer(.deadLink)
    }
    var response = WebResponse.see("/?signed-in")
    response.fields.append(visit.cookie(secret))
    return response
  }

  func signOut(_ visit: DeskVisit) async throws -> WebResponse {
    guard let signed = visit.signed else { return try signInPage(visit) }
    try await perform(visit.act(.signOut, .operator(signed.person.name))) { ledger in
      if let session = signed.session { try ledger.end(session: session) }
      return ""
    }
    var response = WebResponse.see("/")
    response.fields.append(visit.cookie("", lasting: .zero))
    return response
  }
}

/// Another request has used the link since it was looked up.
private struct UsedLink: Error {}

extension DeskPage {
  fileprivate static var deadLink: DeskPage {
    DeskPage(
      "This link does not work", status: 410,
      "A link works once, within ten minutes. `courant login NAME` prints a new one.")
  }
}
