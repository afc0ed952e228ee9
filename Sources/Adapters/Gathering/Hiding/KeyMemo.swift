internal import Synchronization

/// A cache of answers about keys of front matter: a site has few, all its articles use them, and finding an answer is slow.
final class KeyMemo<Answer: Sendable>: Sendable {
  /// More are not kept: a hostile file may have any number of keys.
  private static var most: Int { 1_000 }

  private let known = Mutex<[String: Answer]>([:])
  private let find: @Sendable (_ key: String) -> Answer

  /// - Parameter find: determines the answer from the key alone.
  init(_ find: @escaping @Sendable (_ key: String) -> Answer) { self.find = find }

  func answer(_ key: String) -> Answer {
    if let answer = known.withLock({ $0[key] }) { return answer }
    let answer = find(key)
    known.withLock { if $0.count < Self.most { $0[key] = answer } }
    return answer
  }
}
