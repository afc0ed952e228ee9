internal import Model
internal import SiteFolder
internal import Text

/// The values of a new site that its operator chose; the others are examples.
package struct SiteAnswers: Sendable {
  private var given: [SiteQuestion: String] = [:]

  package init() {}

  package subscript(question: SiteQuestion) -> String { given[question] ?? question.example }

  func isGiven(_ question: SiteQuestion) -> Bool { given[question] != nil }

  /// Why this cannot be the answer; nil if it was taken.
  package mutating func take(_ answer: String, to question: SiteQuestion) -> String? {
    var changed = self
    changed.given[question] = answer.trimmed
    if let fault = changed.fault(of: question) { return fault }
    self = changed
    return nil
  }

  /// The topics that have a feed.
  var topics: [String] {
    self[.topics].split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// The name of a topic's feed: `topic-2` for the second topic if its letters do not make a name, as in Japanese. Nil if it has
  /// no letters.
  func feedName(ofTopic topic: String) -> String? {
    let name = withoutAccents(TopicSlug(topic).text)
    if isPlainName(name) { return name }
    let number = topics.firstIndex(of: topic).map { $0 + 1 } ?? 1
    return name.contains(where: \.isLetter) ? "topic-\(number)" : nil
  }

  private func fault(of question: SiteQuestion) -> String? {
    guard let table = question.table else { return faultOfTopics() }
    return SiteFolder.fault(ofKey: question.rawValue, inTable: table, settings: Scaffold.settings(self))
  }

  private func faultOfTopics() -> String? {
    var known: Set = ["all"]
    for topic in topics {
      guard let name = feedName(ofTopic: topic) else {
        return "`\(topic)` is not a valid name for a feed; \(nameRule), or write feeds/NAME.toml for it later"
      }
      guard known.insert(name).inserted else {
        return "there would be two feeds called `\(name)`; leave out `\(topic)`"
      }
    }
    return nil
  }
}
