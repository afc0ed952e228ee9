internal import Languages
internal import Text

/// The answers that are proposed to the operator of a new site: what the machine and the folder suggest.
package struct SiteProposals: Sendable {
  private let folder: String
  private let domain: String?
  private let timeZone: String?
  private let language: String?

  /// - Parameter folder: an absolute path.
  /// - Parameter domain: the domain of the machine's mail.
  /// - Parameter locale: as in the environment, for example `de_AT.UTF-8`.
  package init(folder: String, domain: String?, timeZone: String?, locale: String?) {
    self.folder = folder
    self.domain = domain.flatMap { $0.contains(".") ? $0.lowercased() : nil }
    self.timeZone = timeZone
    let tag = (locale ?? "").prefix { $0 != "." && $0 != "@" }.replacing("_", with: "-")
    let ranges = Language.ranges(of: String(tag))
    language = Language.builtIn.first { ranges.contains($0.lowercased()) }
  }

  /// A valid answer. Later ones build on earlier ones.
  func answer(to question: SiteQuestion, after answers: SiteAnswers) -> String {
    let candidates = [suggestion(for: question, answers), question.example].compactMap(\.self)
    var trial = answers
    return candidates.first { trial.take($0, to: question) == nil } ?? question.example
  }

  private func suggestion(for question: SiteQuestion, _ answers: SiteAnswers) -> String? {
    switch question {
    case .title: titleOfFolder
    case .url: domain.map { "https://\($0)" }
    case .language: language
    case .timeZone: timeZone
    case .from: sender(answers)
    case .publisher, .relay, .topics: nil
    }
  }

  /// `Brain news` for `/srv/brain-news`.
  private var titleOfFolder: String? {
    guard let name = folder.split(separator: "/").last else { return nil }
    let words = name.split { "-_ ".contains($0) }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private func sender(_ answers: SiteAnswers) -> String? {
    guard let host = answers[.url].firstMatch(of: /:\/\/([^\/:\[\]]+)/)?.1.lowercased() else { return nil }
    let domain = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    return "\(answers[.title]) <digest@\(domain)>"
  }
}
