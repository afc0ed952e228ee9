internal import Gathering
internal import Cryptography
internal import Model

/// A file of a survey, as it was read.
struct ShelvingPiece {
  let survey: Int
  let file: SourceSurvey.File
  var read: ReadFile
  var verdict: Identities.Verdict?

  /// The file that it repeats, and how closely.
  var original: (FilePlace, String)? {
    switch verdict {
    case .copies(let original)?: (original, "word for word")
    case .resembles(let original)?: (original, "almost word for word, with the same title and date")
    default: nil
    }
  }

  /// The record of the file, with the assets that it names.
  func mentioning(_ read: ShelfChanges.Read) -> ShelfChanges.Read {
    var read = read
    read.mentions = self.read.mentions?.text ?? ""
    return read
  }

  /// The question to its author.
  var question: Question? {
    guard case .asks(let article, let reason)? = verdict else { return nil }
    return Question(path: file.path, bytes: read.bytes, article: article, reason: reason)
  }

  func place(in surveys: [SourceSurvey]) -> FilePlace { FilePlace(source: surveys[survey].name, path: file.path) }
}

extension ShelvingPiece {
  struct Question {
    let path: String
    let bytes: Fingerprint?
    let article: KnownArticle
    let reason: String

    var finding: Finding {
      let whose = article.place.path == path ? "that it held" : "of \(article.place.path)"
      return Finding(
        path,
        "may be the article `\(article.id)` \(whose), which was mailed, or a new one: it \(reason); write "
          + "`id: \(article.id)` into it if it is that article, or another `id` if it is new; it waits until then")
    }

    /// Until there is an answer, the file has no article.
    var unanswered: ShelfChanges.Read {
      let known = bytes.map { KnownQuestion(bytes: $0, article: article.id, reason: reason) }
      return .init(path: path, stamp: known?.stamp, article: nil, findings: [finding])
    }
  }
}

/// Compares the files to decide about with the articles in the ledger.
struct FilesAndArticles: ComparedTexts {
  let read: [FilePlace: Article?]
  let remembered: RememberedTexts

  func hasTitle(_ file: FoundArticle, _ known: KnownArticle) -> Bool {
    guard let traits = known.traits, let article = read[file.place] ?? nil else { return false }
    return Fingerprint(digest: sha256(article.headingBytes(dated: traits.published))) == traits.heading
  }

  func share(_ file: FoundArticle, _ known: KnownArticle) throws -> Double? {
    guard let now = read[file.place] ?? nil else { return nil }
    // The text of an article that is new in this run is only in its file.
    let unsaved = known.presence == .shelved ? read[known.place] ?? nil : nil
    guard let before = try remembered.article(known.id) ?? unsaved else { return nil }
    return Model.share(of: now.wordingBytes, in: before.wordingBytes)
  }

  func wasMailed(_ article: KnownArticle) throws -> Bool { try remembered.wasMailed(article.id) }
}

extension SourceSurvey {
  func readFile(_ path: String) -> ReadFile {
    // A source that schedule.conf no longer names has no files to read.
    source?.examine(path, under: holds) ?? .nothing
  }
}

extension ReadFile {
  /// Keys for items of feeds. A page that Courant renders has none: feeds that mention it are about the site itself.
  var keys: [String] {
    guard let article else { return [] }
    return formerKeys + (article.hasPage ? [] : [ItemKey.link(article.link)])
  }

  var article: Article? { if case .article(let article, _) = reading { article } else { nil } }
  var isUnreadable: Bool { if case .unreadable = reading { true } else { false } }
}
