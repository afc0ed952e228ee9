import Testing

/// One line of the selection table: what happens to a site with one weekly digest, and which articles each run mails.
///
/// The slots are Mondays at seven in London, which in winter is UTC.
struct SelectionCase: CustomTestStringConvertible, Sendable {
  enum Step: Sendable {
    /// A file appears, or is edited: `arrives("a", "2026-11-20")`.
    case arrives(String, String, title: String? = nil, more: [String] = [], file: String? = nil)
    case vanishes(String)
    /// A run, and the articles of the issue that it mails, in order; none when it mails nothing.
    case run(String, [String])
  }

  let testDescription: String
  /// Further settings of the digest.
  let settings: String
  let steps: [Step]
  /// The states of the slots; nil if the case is not about them.
  let slots: [String]?

  init(_ description: String, settings: String = "", _ steps: [Step], slots: [String]? = nil) {
    (testDescription, self.settings, self.steps, self.slots) = (description, settings, steps, slots)
  }

  /// The Sunday on which the site is new.
  static let fresh = Step.run("2026-11-22T12:00:00Z", [])
}
