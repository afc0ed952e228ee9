/// The pages of the desk.
enum DeskRoute: Hashable, Sendable {
  case home
  case style
  /// Asks for a link by mail.
  case askLink
  case link(String)
  case signOut
  case held(String)
  case decide(String, Decision)
  case previews
  case preview(PreviewChoice)
  case previewDocument(PreviewChoice, PreviewDocument.Kind)
  case sendTest(PreviewChoice)
  case issues
  case issue(IssueName)
  case undelivered(IssueName)
  case issueAct(IssueName, IssueAct)
  case readers
  case reader(Int64)
  case readerAct(Int64, ReaderAct)
  case growth
  case destinations
  case deliverability
  case findings
  case audit
  /// For machines: see ``Desk/answerMachine(_:_:)``.
  case alive, ready, metrics

  /// The requested form of the response; part of the path.
  enum Format: String, Sendable, CaseIterable { case html, json, csv }

  /// About a slot.
  enum Decision: String, Sendable { case release, cancel }

  enum IssueAct: String, Sendable { case cancel, resend }

  enum ReaderAct: String, Sendable {
    case end, feeds, pause, resume, suppress, lift, forget
    case sendLink = "send-link"
  }

  struct IssueName: Hashable, Sendable {
    let digest: String
    let number: Int
  }

  /// Nil if there is no such page.
  static func read(_ path: String) -> (route: DeskRoute, format: Format)? {
    guard path.hasPrefix("/"), path.utf8.count <= 300 else { return nil }
    if path == "/" { return (.home, .html) }
    if path == "/desk.css" { return (.style, .html) }
    var parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    var format = Format.html
    for other in [Format.json, .csv] where parts[parts.count - 1].hasSuffix("." + other.rawValue) {
      parts[parts.count - 1].removeLast(other.rawValue.count + 1)
      format = other
    }
    // Only one page has a CSV list.
    guard let route = route(parts), format != .csv || route.isList else { return nil }
    return (route, format)
  }

  private var isList: Bool { if case .undelivered = self { true } else { false } }

  private static func route(_ parts: [String]) -> DeskRoute? {
    if parts.count == 1 { return head(parts[0]) }
    return switch (parts[0], parts.count) {
    case ("sign-in", 2): .link(parts[1])
    case ("held", 2): .held(slotKey(parts[1]))
    case ("held", 3): Decision(rawValue: parts[2]).map { .decide(slotKey(parts[1]), $0) }
    case ("preview", 3): PreviewChoice(parts[1], parts[2]).map { .preview($0) }
    case ("preview", 4): PreviewChoice(parts[1], parts[2]).flatMap { part(of: $0, parts[3]) }
    case ("issues", 3): name(parts).map { .issue($0) }
    case ("issues", 4): name(parts).flatMap { part(of: $0, parts[3]) }
    case ("readers", 2): Int64(parts[1]).map { .reader($0) }
    case ("readers", 3): changeOfReader(parts)
    default: nil
    }
  }

  private static func head(_ name: String) -> DeskRoute? {
    switch name {
    case "status": .home
    case "sign-in": .askLink
    case "sign-out": .signOut
    case "preview": .previews
    case "issues": .issues
    case "readers": .readers
    case "growth": .growth
    case "destinations": .destinations
    case "deliverability": .deliverability
    case "findings": .findings
    case "audit": .audit
    case "healthz": .alive
    case "readyz": .ready
    case "metrics": .metrics
    default: nil
    }
  }

  /// Browsers may escape the colon.
  private static func slotKey(_ text: String) -> String {
    text.replacing("%3A", with: ":").replacing("%3a", with: ":").replacing("%40", with: "@")
  }

  private static func part(of choice: PreviewChoice, _ last: String) -> DeskRoute? {
    if last == "send" { return .sendTest(choice) }
    return PreviewDocument.Kind(rawValue: last).map { .previewDocument(choice, $0) }
  }

  private static func name(_ parts: [String]) -> IssueName? {
    Int(parts[2]).flatMap { $0 > 0 ? IssueName(digest: parts[1], number: $0) : nil }
  }

  private static func part(of name: IssueName, _ last: String) -> DeskRoute? {
    if last == "not-delivered" { return .undelivered(name) }
    return IssueAct(rawValue: last).map { .issueAct(name, $0) }
  }

  private static func changeOfReader(_ parts: [String]) -> DeskRoute? {
    guard let number = Int64(parts[1]), let act = ReaderAct(rawValue: parts[2]) else { return nil }
    return .readerAct(number, act)
  }

  /// The methods that it accepts: the value of `Allow`.
  var methods: [String] {
    switch self {
    case .link, .decide, .issueAct, .readerAct: ["GET", "HEAD", "POST"]
    case .askLink, .signOut, .sendTest: ["POST"]
    default: ["GET", "HEAD"]
    }
  }
}
