import Leaving
import LedgerSQL
import Model
import Office
import Press
import Synchronization
import Templates
import Time
import Web

/// The pages of `courant serve`, as a sample reader meets them: for a ``Showcase``.
struct ReaderPages {
  private let opened: OpenedSite
  /// Has nothing but the sample reader.
  private let ledger: SQLLedger
  private let now: Instant
  private let failure = Failure()

  init(_ opened: OpenedSite, _ ledger: SQLLedger, at now: Instant) {
    self.opened = opened
    self.ledger = ledger
    self.now = now
  }

  /// Nothing without `[web]`.
  func add(to showcase: inout Showcase) async {
    guard opened.site.web != nil else { return }
    do {
      let door = try door()
      for page in try pages() {
        let answer = await page.answer(door, below: showcase.folder)
        let failed = failure.taken()
        showcase.add(.readers, page.title, at: "site/\(page.place)/index.html") {
          if let failed { throw failed }
          return answer.body
        }
      }
    } catch {
      showcase.add(.readers, "Readers’ pages", at: "site/subscribe/index.html") { throw error }
    }
  }

  private func door() throws -> FrontDoor {
    let site = opened.site
    let house = try WebHouse(site, in: [site.language]) { language throws(TemplateErrors) in
      try opened.templates(in: language)
    }
    let desk = LedgerThread<any ReaderDesk> { [ledger] in ledger }
    var door = FrontDoor(
      desk: desk, reading: desk, spool: LeavingSpool(site: opened.folder), house: { house }, clock: { [now] in now })
    door.ways.failed = { [failure] in failure.note($0) }
    door.ways.search = { [now] _ in Showcase.articles(of: site, at: now) }
    return door
  }

  private func pages() throws -> [Page] {
    var pages = [
      Page("Sign up", "subscribe", "subscribe"), Page("Signed up", "subscribe?sent", "samples/sent"),
      Page("Lost link", "preferences", "preferences"), Page("Search", "search?q=sample", "search"),
      Page("A feed of several", "feeds/of", "feeds/of"),
      Page("An incomplete link", "confirm/x", "samples/incomplete"),
    ]
    if let token = try token() {
      pages.append(Page("Preferences", "preferences/" + token, "samples/preferences"))
      pages.append(Page("Unsubscribe", "unsubscribe/" + token, "samples/unsubscribe"))
    }
    return pages
  }

  /// Of the sample reader; nil on a site without digests.
  private func token() throws -> String? {
    guard let digest = opened.site.digests.first, let address = EmailAddress("reader@example.org") else { return nil }
    let reader = Enrolment(address: address, digest: digest.name, follows: .all, status: .confirmed)
    _ = try ledger.enrol([reader], offered: nil, at: now)
    return try ledger.addressee(address, digest: digest.name)?.0.token
  }
}

private struct Page {
  let title: String
  private let target: String
  /// Below `site/`.
  let place: String

  init(_ title: String, _ target: String, _ place: String) {
    self.title = title
    self.target = target
    self.place = place
  }

  func answer(_ door: FrontDoor, below folder: String) async -> WebResponse {
    await door.answer(WebRequest("GET", folder + target))
  }
}

/// What made a page fail.
private final class Failure: Sendable {
  private let error = Mutex<(any Error)?>(nil)

  func note(_ error: any Error) { self.error.withLock { $0 = error } }

  func taken() -> (any Error)? {
    error.withLock { error in
      defer { error = nil }
      return error
    }
  }
}
