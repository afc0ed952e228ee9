internal import Gathering
internal import PublicPlace

/// A file of a source was not copied; the old one in `public/` stays, and the run continues.
struct Uncopied: Error, CustomStringConvertible {
  /// Relative to `public/`.
  let path: String
  let description: String
  /// Whether only disk space is missing, so that the next run should try again.
  let isForWantOfRoom: Bool
}

extension PressRun {
  /// Copies a file unless it already exists with the same bytes; throws an ``Uncopied`` if the run can continue without
  /// it.
  func copy(_ file: PublicFile, to writing: any PublishingBatch, _ made: inout [PublicFile]) throws {
    guard case .copied(let original, let open) = file.source else { return }
    do {
      try writing.copy(try open(), to: file.path)
      made.append(file)
    } catch let failure as any PublishingFailure {
      guard failure.isForWantOfRoom else { throw failure }
      let sentence = "\(original): not published: \(failure)"
      throw Uncopied(path: file.path, description: sentence, isForWantOfRoom: true)
    } catch {
      throw Uncopied(path: file.path, description: "\(original): \(error)", isForWantOfRoom: false)
    }
  }
}
