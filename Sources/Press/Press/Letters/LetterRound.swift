package import Delivery
internal import Digests
package import Model
internal import Templates
internal import Themes
package import Time

/// Answers readers on the web: judges what they asked for, and sends the letters. A run does this once, `courant serve` every
/// few seconds; doing both at the same time is harmless.
package struct LetterRound {
  /// How many requests one transaction judges.
  private static let batch = 200

  private let site: Site
  private let templates: TemplateSet
  private let themes: [MailLook: Theme]
  private let signers: MailSigners
  private let ledger: any Ledger
  private let courier: @Sendable () throws -> any Courier
  /// Asks the round to end soon.
  package var stop = StopSignal()
  /// Measures the time that the round takes.
  package var stopwatch = Stopwatch.stopped
  /// Called at once with lines that must not be lost with the report.
  package var announce: (String) -> Void = { _ in }
  /// Called with each event.
  package var log: (LogEvent) -> Void = { _ in }

  /// - Parameter courier: makes a courier, on the thread that will use it.
  package init(
    _ opened: OpenedSite, ledger: any Ledger, courier: @escaping @Sendable () throws -> any Courier
  ) {
    self.init(
      opened.site, opened.templates, opened.themes, signers: opened.mailSigners(), ledger: ledger, courier: courier)
  }

  init(
    _ site: Site, _ templates: TemplateSet, _ themes: [MailLook: Theme], signers: MailSigners, ledger: any Ledger,
    courier: @escaping @Sendable () throws -> any Courier
  ) {
    self.site = site
    self.templates = templates
    self.themes = themes
    self.signers = signers
    self.ledger = ledger
    self.courier = courier
  }

  /// Judges all recorded requests, and sends what waits unless another process does. Faults of letters are in the report;
  /// a fault of the ledger is thrown.
  package func run(at now: Instant) throws -> RunReport {
    var report = RunReport()
    // An incomplete ledger may not know who refused all mail.
    guard try ledger.loss() == nil else { return report }
    if let fault = signingFault { report.fail("\(fault)", .badConfiguration) }
    try settle(at: now, &report)
    try send(at: now, &report)
    return report
  }

  /// Why letters other than welcomes cannot be signed.
  private var signingFault: Finding? { signers.faultOfLetters(on: site) }

  /// The letters that cannot be made: each sender's, and the welcomes of digests that are broken.
  private var aside: SetAside {
    let broken = site.digests.filter { digest in
      !digest.faults.isEmpty || signers.fault(of: digest, on: site) != nil
    }
    return SetAside(digests: Set(broken.map(\.name)), letters: signingFault != nil)
  }

  /// Without mail nobody could confirm, so requests wait.
  func settle(at now: Instant, _ report: inout RunReport) throws {
    guard site.mail != nil, signingFault == nil else { return }
    let offered = Set(site.digests.filter(\.isOpen).map(\.name))
    while !stop.isRaised {
      let done = try ledger.settleRequests(
        Self.batch, offered: offered, under: site.web?.limits ?? LetterLimits(), at: now)
      report.requests.count += done.count
      report.requests.letters += done.letters
      report.requests.limited += done.limited
      if done.count < Self.batch { return }
    }
  }

  func send(at now: Instant, _ report: inout RunReport) throws {
    guard let mail = site.mail else { return }
    let hands = ledger.letterHands
    _ = try ledger.withLetterLock {
      try recover(mail, hands, at: now, &report)
      let due = try hands.due(at: now, without: aside)
      guard due > 0 else { return }
      let renderer: LetterRenderer
      do {
        renderer = try LetterRenderer(site: site, templates: templates, signers: signers)
      } catch {
        return report.fail("letters: nothing is mailed: \(error)", .badConfiguration)
      }
      try deliver(due, mail, hands, renderer, at: now, &report)
    }
  }

  private func deliver(
    _ due: Int, _ mail: MailSettings, _ hands: any DeliveryLedger, _ renderer: LetterRenderer, at now: Instant,
    _ report: inout RunReport
  ) throws {
    let deliveryLog = DeliveryLog("letter", secret: ledger.secret, log)
    let reporter = NewsReporter(RunReport(), zone: site.zone, announce, deliveryLog)
    defer { report.add(letters: reporter.report) }
    let welcomes = WelcomeRenderer(site: site, themes: themes, signers: signers, now: now)
    let sources = LetterSources(site: site, ledger: ledger, renderer: renderer, welcomes: welcomes, now: now)
    let ways = DeliveryWays(
      courier: courier,
      messages: { try LetterMessage($0, sources) }, progress: { _, _ in },
      report: reporter.add)
    let pace = DeliveryPace(begun: now, zone: site.zone, stopwatch: stopwatch, stop: stop)
    var round = try DeliveryRound(ofLetters(mail), total: due, without: aside, ledger: hands, pace: pace, ways: ways)
    try round.run()
  }

  /// One connection, and no plan to warm up: readers wait for these, and they are few.
  private func ofLetters(_ mail: MailSettings) -> MailSettings {
    var mail = mail
    mail.sessions = 1
    mail.warmUp = []
    return mail
  }

  private func recover(
    _ mail: MailSettings, _ hands: any DeliveryLedger, at now: Instant, _ report: inout RunReport
  ) throws {
    let consequence = mail.uncertain == .resend ? "resending with the same Message-ID" : "it is not sent again"
    // Under the lock of letters.
    let recovery = try hands.recover(mail.uncertain, from: hands.lostUnderLock, at: now) { address in
      announce("\(address): the last process ended mid-exchange, so the letter may have arrived; \(consequence)")
    }
    if !recovery.uncertain.isEmpty, mail.uncertain == .skip {
      report.letters[.uncertain, default: 0] += recovery.uncertain.count
    }
  }
}

/// What messages of letters are made from.
private struct LetterSources {
  let site: Site
  let ledger: any Ledger
  let renderer: LetterRenderer
  let welcomes: WelcomeRenderer
  let now: Instant
}

/// The message of one letter.
private struct LetterMessage: MessageMaker {
  private let bytes: [UInt8]

  /// Throws an ``UnmailableMessage`` if it cannot be rendered, and the ledger's error if it cannot be read.
  init(_ claim: Claim, _ sources: LetterSources) throws {
    guard let id = Letter.id(of: claim.delivery), let letter = try sources.ledger.letter(id) else {
      throw LedgerError("the ledger has no letter for \(claim.addressee.address)")
    }
    do {
      bytes = try sources.bytes(of: letter)
    } catch let error as LedgerError {
      throw error
    } catch {
      throw UnmailableMessage(reason: error)
    }
  }

  func message(for addressee: Addressee) throws -> [UInt8] { bytes }
}

extension LetterSources {
  fileprivate func bytes(of letter: Letter) throws -> [UInt8] {
    switch letter.kind {
    case .welcome: try welcomes.message(letter, from: ledger) ?? reminder(instead: letter)
    case .privateFeeds: try addresses(letter) ?? reminder(instead: letter)
    default: try renderer.message(letter)
    }
  }

  /// The token is made now, because the ledger keeps only its hash. Nil if the reader has come to follow no private feed.
  private func addresses(_ letter: Letter) throws -> [UInt8]? {
    guard let made = try ledger.newFeedToken(for: letter.id, at: now), !site.privateFeeds(for: made.follows).isEmpty
    else { return nil }
    var letter = letter
    letter.feedToken = made.token
    letter.wanted = made.follows
    return try renderer.message(letter)
  }

  /// What was to be sent must not or need not be sent any more: the reader is only told what they follow, and the other
  /// letters continue.
  private func reminder(instead letter: Letter) throws -> [UInt8] {
    var other = Letter(.alreadyFollowing, id: letter.id, to: letter.address, asked: letter.asked)
    other.language = letter.language
    other.preferences = letter.preferences
    other.wanted = letter.wanted
    return try renderer.message(other)
  }
}
