internal import Model
internal import Office
internal import Press
internal import Text
internal import Time

/// A slot that is waiting for a decision: its articles, its readers, and the two possible decisions.
struct HeldPage: Encodable {
  let slot: String
  let state: String
  let digest: String
  let issue: Int
  let subject: String
  let articles: [String]
  /// Why it is held, in a sentence.
  let why: String
  let readers: Int
  let preview: [String]

  /// - Parameter press: on a read-only ledger.
  init(_ key: String, _ press: PressRun, readers: Int) throws {
    let recorded = try Self.slot(key, press)
    slot = key
    state = recorded.state.rawValue
    digest = recorded.slot.digest
    self.readers = readers
    guard recorded.state == .held || recorded.state == .released, let settings = press.site.digest(digest) else {
      issue = 0
      subject = ""
      articles = []
      why = ""
      preview = []
      return
    }
    let shown = try press.gatheredPreview(settings, .next, for: .somebody)
    issue = shown.issueNumber
    subject = shown.subject
    let news = try Selector(site: press.site, ledger: press.ledger, digest: settings).news(
      for: recorded.slot, at: press.now)
    articles = news.map(\.title)
    why = Self.why(recorded, settings, press.site.zone)
    preview = Array(shown.text.split(separator: "\n", omittingEmptySubsequences: false).prefix(30).map(String.init))
  }

  private static func why(_ slot: RecordedSlot, _ digest: Digest, _ zone: Zone) -> String {
    let reason = slot.hold?.reason ?? .many
    let limit = reason == .many ? " (\(digest.holdAbove))" : ""
    let sentence = "\(DeskText.counted(slot.news, "new article")): \(reason.sentence)\(limit)"
    guard let until = slot.hold?.until else { return sentence }
    return "\(sentence). It is released by itself at \(zone.shown(until))"
  }

  static func slot(_ key: String, _ press: PressRun) throws -> RecordedSlot {
    let parts = key.split(separator: "@", maxSplits: 1).map(String.init)
    guard parts.count == 2, let recorded = try press.ledger.slot(of: parts[0], at: parts[1]) else {
      throw DeskRefusal.missing("There is no slot \(key)")
    }
    return recorded
  }

  var page: DeskPage {
    guard state == RecordedSlot.State.held.rawValue else { return decided }
    var page = DeskPage("\(digest), issue \(issue): held")
    page.parts = [summary, list, discarding]
    page.command = "courant release \(slot)"
    page.json = "/held/\(slot).json"
    return page
  }

  private var path: String { "/held/\(slot)" }

  private var summary: DeskPart {
    var part = DeskPart(.warning, "Why it waits", why)
    part.facts = [
      .init(label: "Subject", value: subject),
      .init(label: "Goes to", value: "at most \(DeskText.readers(readers))"),
    ]
    part.links = [
      DeskLink("Look at it as it would be sent", "/preview/\(digest)/next"),
      DeskLink("Release issue \(issue)…", path + "/release"),
    ]
    return part
  }

  private var list: DeskPart {
    var part = DeskPart(.plain, "Articles")
    var table = DeskTable("\(grouped(articles.count)) new articles", ["Title"])
    table.rows = articles.map { [.init($0)] }
    table.isFolded = articles.count > 20
    part.tables = [table]
    part.code = preview.joined(separator: "\n")
    return part
  }

  /// Separate from the other decision.
  private var discarding: DeskPart {
    var part = DeskPart(.plain, "Not this one?")
    part.texts = ["Cancelling the slot discards these articles: no later issue of \(digest) brings them."]
    part.links = [DeskLink("Cancel this slot…", path + "/cancel")]
    return part
  }

  private var decided: DeskPage {
    var page = DeskPage("\(slot): \(state)")
    var part = DeskPart(.fine, "Nothing to decide")
    switch RecordedSlot.State(rawValue: state) {
    case .released:
      part.texts = ["The next run freezes and sends it. Until then it can still be cancelled."]
      part.links = [DeskLink("Cancel this slot…", path + "/cancel")]
    case .cancelled: part.texts = ["Its articles are never mailed by this digest."]
    default: part.texts = ["This slot is not held."]
    }
    part.links.append(DeskLink("Issues of \(digest)", "/issues?digest=\(percentEncoded(digest))"))
    page.parts = [part]
    page.command = "courant why \(slot)"
    page.json = path + ".json"
    return page
  }

  /// Asks once more, with the number of readers in words and the issue's number to type.
  func question(_ decision: DeskRoute.Decision, mistake: String = "") -> DeskPage {
    var page = DeskPage(
      decision == .release
        ? "Send to \(DeskText.readers(readers))?" : "Discard \(DeskText.counted(articles.count, "article"))?",
      status: mistake.isEmpty ? 200 : 422)
    var part = DeskPart()
    part.texts =
      decision == .release
      ? ["“\(subject)”, issue \(issue) of \(digest). The next run sends it; what has left cannot be called back."]
      : ["No later issue of \(digest) brings them. They stay on the site and in the feeds."]
    var form = DeskForm(
      to: "\(path)/\(decision.rawValue)", decision == .release ? "Release issue \(issue)" : "Cancel this slot")
    var line = DeskForm.Line(label: "Type \(code) to confirm", name: "number")
    line.isNumber = true
    line.mistake = mistake
    form.lines = [line]
    part.forms = [form]
    part.links = [DeskLink("Back", path)]
    page.parts = [part]
    page.command = "courant \(decision.rawValue) \(slot)"
    return page
  }

  /// The text to type: the number that the issue has, or would have.
  var code: String { "\(issue)" }
}
