internal import Gathering
internal import Model

/// Files whose names hide them. An article whose file was moved to such a name was withdrawn by its author: it is not lost, and
/// does not stay published.
struct HiddenFiles {
  private let names: Set<String>

  init(_ surveys: [SourceSurvey]) {
    let hidden = surveys.flatMap { survey in
      survey.listing.articles.map(\.path).filter { survey.source?.hidesByName($0) ?? false }
    }
    names = Set(hidden.map(Self.name))
  }

  /// Whether one of them may be this file, which is gone.
  func mayBe(_ path: String) -> Bool { names.contains(Self.name(path)) }

  /// The part of the path that stays when a file or a bundle's folder moves to `_drafts` or gets a name that begins
  /// with `_`.
  private static func name(_ path: String) -> String {
    let plain = path.split(separator: "/").map { String($0.drop { $0 == "_" }) }
    let isBundle = plain.last?.hasPrefix("index.") ?? false
    return plain.suffix(isBundle ? 2 : 1).joined(separator: "/")
  }
}
