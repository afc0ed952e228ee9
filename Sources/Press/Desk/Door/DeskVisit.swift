internal import Cryptography
internal import Model
internal import Time
internal import Web

/// A request with everything that pages need to know about it.
struct DeskVisit: Sendable {
  let request: WebRequest
  let now: Instant
  let house: DeskHouse
  let format: DeskRoute.Format
  let client: ClientAddress
  /// The fields of a POST; nil if its body is not a form.
  let fields: FormFields?
  /// Set for every page except those for signing in.
  var signed: SignedIn?

  /// The name of the field with ``SignedIn/token``.
  static let tokenField = "token"

  init(_ request: WebRequest, at now: Instant, house: DeskHouse, _ format: DeskRoute.Format) {
    self.request = request
    self.now = now
    self.house = house
    self.format = format
    client = ClientAddress(of: request, trusting: house.settings.trustedProxy)
    fields = request.isForm ? try? FormFields(urlencoded: request.body ?? []) : nil  // nil: not a form
  }
}

/// Who is signed in, and how.
struct SignedIn: Sendable {
  let person: KnownOperator
  /// Sent back with each form; another site does not know it.
  let token: String
  /// The session's hash; nil if the web server in front signed the operator in.
  var session: String?
}
