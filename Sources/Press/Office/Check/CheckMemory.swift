internal import Cryptography
internal import Files
package import Foundation
internal import Gathering
internal import Glibc
internal import Model
package import Press
package import PublicPlace
internal import Text
internal import Time

/// What the last check found in the files of a site, so that the next one need not read all of them again.
///
/// It is valid while nothing has changed: no file of the site, none in `public/` that was looked for, no setting beside them; and
/// until an article's date comes, at most until the day ends.
package struct CheckMemory {
  private let opened: OpenedSite
  /// Asked of the folder in which the check looks for files.
  private let asked: AskedPaths
  private let began: Int64

  /// Nil if there is no folder for it yet, or if files are published into a bucket, about which nothing is known here.
  ///
  /// - Parameters:
  ///   - asked: of the folder in which the check looks for published files.
  ///   - began: when the first file was read, by the machine's clock. A file that changed later may have been read before.
  package init?(of opened: OpenedSite, asked: AskedPaths, began: Date) {
    guard opened.site.publishing.bucket == nil, access(opened.folder + Self.folder, W_OK) == 0 else { return nil }
    self.opened = opened
    self.asked = asked
    self.began = Int64(began.timeIntervalSince1970 * 1e9)
  }

  /// Private, since a check names what is not yet public. Anyone may delete it.
  private static let name = "courant.check"
  private static let folder = "/var"
  private static let mostBytes = 1 << 26
  /// A link to a whole disk must not keep a check waiting.
  private static let mostFiles = 2_000_000

  /// As JSON.
  private struct Record: Codable {
    let key: String
    /// Seconds since 1970.
    let since: Int64
    /// When an article appears, changes or expires next; nil if none will.
    let until: Int64?
    /// See ``AskedPaths/states``.
    let asked: [String: String]
    let findings: [Finding]
  }

  /// The state of everything that a check reads, as far as it can be recognised.
  struct State {
    fileprivate let key: String
    /// Whether a later change of a file is certain to show.
    fileprivate let isSettled: Bool
  }

  /// - Parameter others: what matters beside the site's files, one text each.
  func state(at now: Instant, _ others: [String]) -> State? {
    let omitted = [opened.folder + Self.folder, opened.publicPath]
    guard var state = FolderState(omitting: omitted, most: Self.mostFiles) else { return nil }
    for source in opened.site.sources { state.add(opened.folder + "/" + source.folder, followingLinks: false) }
    // Templates and files of one's own may be behind links.
    state.add(opened.folder, followingLinks: true)
    if state.isIncomplete { return nil }
    // Another build of the same version may find other things.
    state.add(file: "/proc/self/exe")
    let environment = ProcessInfo.processInfo.environment.filter { $0.key.hasPrefix("COURANT_") }
    let settings = environment.map { "\($0.key)=\($0.value)" }.sorted()
    let day = opened.site.zone.civil(at: now).isoDate
    for text in [Courant.version, day, "\(geteuid())"] + settings + others { state.add(text: text) }
    let isSettled = FileStamp.isSettled(state.lastChange, at: began)
    return State(key: lowercaseHex(state.finish()), isSettled: isSettled)
  }

  /// What a check found in this state; nil if none did.
  func findings(in state: State, at now: Instant) -> [Finding]? {
    guard let bytes = try? readFile(opened.folder + Self.folder + "/" + Self.name, most: Self.mostBytes),
      let record = try? JSONDecoder().decode(Record.self, from: Data(bytes)), record.key == state.key
    else { return nil }
    guard record.since <= now.seconds, now.seconds < record.until ?? .max else { return nil }
    return AskedPaths.isSame(record.asked, in: opened.publicPath) ? record.findings : nil
  }

  /// Keeps what a check found. If this fails, the next check takes as long as this one.
  ///
  /// - Parameter until: when an article appears, changes or expires next.
  func keep(_ findings: [Finding], in state: State, from now: Instant, until: Instant?) {
    guard state.isSettled else { return }
    let record = Record(
      key: state.key, since: now.seconds, until: until?.seconds, asked: asked.states, findings: findings)
    guard let json = try? JSONEncoder().encode(record), json.count <= Self.mostBytes else { return }
    _ = try? PublicFolder(opened.folder + Self.folder, isPrivate: true).write(Array(json), to: Self.name)
  }
}
