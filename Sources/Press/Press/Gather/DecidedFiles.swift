internal import Gathering
internal import Model

/// The files of one source whose articles are decided, as the ledger records them.
struct DecidedFiles {
  private let survey: SourceSurvey
  private let identities: Identities
  private let shelved: Set<FilePlace>
  private var read: [ShelfChanges.Read] = []
  private var unread: [String: [Finding]] = [:]
  private var isSettled = true

  /// - Parameter shelved: the places of the articles that were on the shelf before.
  init(_ survey: SourceSurvey, _ identities: Identities, shelved: Set<FilePlace>) {
    self.survey = survey
    self.identities = identities
    self.shelved = shelved
  }

  /// Whether the next run need not look at any of the files again.
  var isComplete: Bool { isSettled && unread.isEmpty }

  /// - Parameter withdrawn: paths of files that are gone, with their articles.
  func changes(withdrawn: [String]) -> ShelfChanges {
    var changes = ShelfChanges(source: survey.name, listingKey: nil, read: read, gone: withdrawn)
    changes.unread = unread
    return changes
  }

  /// - Parameter places: the places that this file takes are recorded there.
  mutating func add(_ piece: ShelvingPiece, _ places: inout Places) {
    let path = piece.file.path
    let place = FilePlace(source: survey.name, path: path)
    if case .unreadable(let finding) = piece.read.reading {
      unread[path] = [stays(finding, place)]
    } else if let question = piece.question {
      isSettled = false
      if identities.waiting.contains(place) {
        unread[path] = [question.finding]
      } else {
        read.append(piece.mentioning(question.unanswered))
      }
    } else if let (original, how) = piece.original {
      isSettled = false
      read.append(piece.mentioning(repeated(piece, original, how)))
    } else {
      let file = article(piece, &places)
      isSettled = isSettled && file.stamp != nil
      read.append(piece.mentioning(file))
    }
  }

  /// Places in the source that cannot be looked at.
  mutating func addTroubles() {
    for (path, findings) in survey.troubles {
      if survey.listing.closed.contains(path) || survey.listing.links.contains(path) {
        unread[path] = findings
      } else {
        read.append(.init(path: path, stamp: "unusable", article: nil, findings: findings))
      }
    }
  }

  private func repeated(_ piece: ShelvingPiece, _ original: FilePlace, _ how: String) -> ShelfChanges.Read {
    let path = piece.file.path
    let sentence = "repeats \(original.path), \(how); remove one of them, or give this one its own `id`"
    let known = piece.read.bytes.flatMap { bytes in
      identities.article(at: original).map { KnownRepeat(bytes: bytes, article: $0) }
    }
    return .init(path: path, stamp: known?.stamp, article: nil, findings: [Finding(path, sentence)])
  }

  private func article(_ piece: ShelvingPiece, _ places: inout Places) -> ShelfChanges.Read {
    let path = piece.file.path
    let place = FilePlace(source: survey.name, path: path)
    let admitted = places.admit(piece.read.reading, at: place)
    let stamp = piece.file.isSettled && !admitted.isDuplicate ? stamp(of: piece) : nil
    var read = ShelfChanges.Read(path: path, stamp: stamp, article: admitted.article, findings: admitted.findings)
    read.name = survey.source?.knownNames[ExactText(path)]?.name
    read.bytes = piece.read.bytes
    read.keys = piece.read.keys
    return read
  }

  private func stamp(of piece: ShelvingPiece) -> String {
    piece.read.lacksSomething ? survey.waitingStamp(of: piece.file) : piece.file.stamp
  }

  private func stays(_ finding: Finding, _ place: FilePlace) -> Finding {
    guard shelved.contains(place) else { return finding }
    return Finding(finding.path, finding.sentence + "; its article stays as it was")
  }
}
