/// Limits the messages in any interval of one period.
///
/// Messages in the same 96th of a period (15 minutes of a day) are recorded as one group until a full period has passed
/// since its last message. So everything sent within the last period is counted, and capacity may return up to a 96th
/// of a period late, but never early.
struct Quota: Hashable {
  private static let groups: Int64 = 96

  private let count: Int
  /// Milliseconds.
  private let period: Int64
  /// Oldest first.
  private var sent: [Group] = []

  /// Messages that left together, and the time of the last one (milliseconds since 1970).
  private struct Group: Hashable {
    var last: Int64
    var messages: Int
  }

  init(_ rate: Rate, record: String) {
    count = rate.count
    period = rate.seconds * 1000
    let groups = record.split(separator: " ").map(Self.group)
    if !groups.contains(nil) { sent = groups.compactMap(\.self) }
  }

  /// `INSTANT:MESSAGES` for each group.
  var record: String { sent.map { "\($0.last):\($0.messages)" }.joined(separator: " ") }

  func opens(at now: Int64) -> Int64 {
    let counted = sent.filter { counts($0, at: now) }
    var messages = counted.reduce(0) { $0 + $1.messages }
    var open = now
    for group in counted where messages >= count {
      messages -= group.messages
      open = group.last + period
    }
    return open
  }

  mutating func spend(at now: Int64) { spend(at: now, leavingBy: now) }

  /// - Parameter latest: when the message has left at the latest.
  mutating func spend(at now: Int64, leavingBy latest: Int64) {
    sent = sent.filter { counts($0, at: now) }
    guard let newest = sent.indices.last, place(of: sent[newest].last) >= place(of: latest) else {
      sent.append(Group(last: latest, messages: 1))
      return
    }
    sent[newest].last = max(sent[newest].last, latest)
    sent[newest].messages += 1
  }

  /// Only from the group that counted them, so that nothing becomes available too early.
  mutating func giveBack(_ messages: Int, leavingBy latest: Int64) {
    guard let group = sent.firstIndex(where: { place(of: $0.last) == place(of: latest) }) else { return }
    sent[group].messages -= messages
    if sent[group].messages <= 0 { sent.remove(at: group) }
  }

  /// The 96th of a period, counted from 1970.
  private func place(of instant: Int64) -> Int64 { instant / (period / Self.groups) }

  mutating func giveBack() {
    guard let newest = sent.indices.last else { return }
    sent[newest].messages -= 1
    if sent[newest].messages == 0 { sent.removeLast() }
  }

  /// Whether a group counts. One dated more than a period ahead was recorded before the clock was set back.
  private func counts(_ group: Group, at now: Int64) -> Bool {
    (now - period + 1...now + period).contains(group.last)
  }

  private static func group(_ text: Substring) -> Group? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let last = Int64(parts[0]), let messages = Int(parts[1]),
      (0..<Int64.max / 2).contains(last), (1...1_000_000_000).contains(messages)
    else { return nil }
    return Group(last: last, messages: messages)
  }
}
