internal import Cryptography
internal import Glibc

/// What a source looks like, without listing it.
package struct SourceState: Sendable {
  /// Changes whenever ``FolderSource/listing()`` may.
  package let fingerprint: String
  /// The part of it that is not about files.
  package let context: String
  package let entries: FolderEntries
}

extension FolderSource {
  /// What ``listing()`` depends on, for half of its time.
  ///
  /// - Parameter clock: nanoseconds since 1970.
  /// - Returns: nil if it cannot be listed, or if a file changed just now, so that its next change might not show.
  package func state(at clock: Int64) -> SourceState? {
    guard let realSource = root.realSource, case .success = generated,
      var state = FolderState(omitting: root.ownFolders, keepingEntries: true)
    else { return nil }
    state.add(realSource, followingLinks: false)
    guard FileStamp.isSettled(state.lastChange, at: clock) else { return nil }
    let context = [realSource, generatorKey, "\(geteuid())"] + root.namesOfSecrets
    for text in context { state.add(text: text) }
    let (fingerprint, entries) = state.finishWithEntries()
    return SourceState(
      fingerprint: lowercaseHex(fingerprint),
      context: lowercaseHex(sha256(context.joined(separator: "\u{0}").utf8)), entries: entries)
  }

  /// The path in a listing of an entry of the folder, `/sub/name`.
  package func path(ofEntry path: String) -> String { folder.isEmpty ? String(path.dropFirst()) : folder + path }
}
