internal import Model
internal import Text
internal import Time
internal import XML

/// A filter of Crossref (https://api.crossref.org/swagger-ui/index.html): the records of the last 30 days, the newest
/// first, until a page has nothing new.
struct CrossrefPoll: UpstreamPoll {
  private let question: UpstreamQuestion
  private let filter: String
  private var harvest = PaperHarvest()
  private var requests = 0
  /// What Crossref wants for the next page; nil at the end.
  private var cursor: String? = "*"
  private var seen: Set<String> = []

  private static let mostRequests = 10
  private static let rows = 100
  private static let days = 30
  private static let fields = [
    "DOI", "title", "container-title", "author", "created", "issued", "posted", "published-online", "published-print",
    "abstract", "subject", "relation", "update-to", "updated-by",
  ]

  init(_ question: UpstreamQuestion, filter: String) {
    self.question = question
    self.filter = filter
  }

  var decisive: FetchAnswer? { harvest.decisive }

  mutating func next(after answer: FetchAnswer?) -> FetchRequest? {
    if let answer { read(answer) }
    guard !harvest.isOver, let cursor else { return nil }
    guard requests < Self.mostRequests else {
      harvest.document.isComplete = false
      harvest.document.remarks.append(
        "the filter finds more than \(Self.mostRequests * Self.rows) papers in \(Self.days) days; the newest are read")
      return nil
    }
    requests += 1
    return question.request(url(cursor), accept: "application/json")
  }

  private func url(_ cursor: String) -> String {
    let first = (question.now - .seconds(Self.days * 86_400)).civil.isoDate
    let isDated = filter.contains("from-created-date:") || filter.contains("from-index-date:")
    let written = percentEncoded(isDated ? filter : filter + ",from-created-date:" + first)
    let parameters = [
      "filter=" + written.replacing("%3A", with: ":").replacing("%2C", with: ","),
      "select=" + Self.fields.joined(separator: ","),
      "sort=created", "order=desc", "rows=\(Self.rows)", "cursor=" + (cursor == "*" ? "*" : percentEncoded(cursor)),
    ]
    // Clients that identify themselves have to wait less.
    let contact = question.contact.map { ["mailto=" + percentEncoded($0)] } ?? []
    return question.source.url + "/works?" + (parameters + contact).joined(separator: "&")
  }

  private mutating func read(_ answer: FetchAnswer) {
    guard let bytes = harvest.take(answer) else { return }
    var scanner = JSONScanner(DecodedText(bytes).bytes)
    guard let value = try? scanner.value(), let message = value["message"], let items = message["items"] else {
      harvest.fail("Crossref's answer cannot be read")
      return
    }
    var hasNews = false
    for work in items.values {
      guard let paper = CrossrefRecord(work).paper, seen.insert(paper.doi ?? "").inserted else { continue }
      hasNews = hasNews || !paper.keys.contains { question.knows(paper: $0) }
      harvest.document.add(paper)
    }
    let next = message["next-cursor"]?.text
    cursor = items.values.count < Self.rows || !hasNews || next == cursor ? nil : next
  }

  func outcome() -> UpstreamOutcome { harvest.outcome(of: question) }
}
