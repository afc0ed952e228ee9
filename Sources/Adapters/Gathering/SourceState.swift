internal import Cryptography
internal import Glibc

extension FolderSource {
  /// A fingerprint of what ``listing()`` depends on, for half of its time.
  ///
  /// - Parameter clock: nanoseconds since 1970.
  /// - Returns: nil if it cannot be listed, or if a file changed just now, so that its next change might not show.
  package func state(at clock: Int64) -> String? {
    guard let realSource = root.realSource, case .success = generated,
      var state = FolderState(omitting: root.ownFolders)
    else { return nil }
    state.add(realSource, followingLinks: false)
    for text in [generatorKey, "\(geteuid())"] + root.namesOfSecrets { state.add(text: text) }
    guard FileStamp.isSettled(state.lastChange, at: clock) else { return nil }
    return lowercaseHex(state.finish())
  }
}
