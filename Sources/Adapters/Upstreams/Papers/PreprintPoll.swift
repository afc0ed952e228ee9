internal import Model
internal import Text
internal import Time
internal import XML

/// bioRxiv or medRxiv (https://api.biorxiv.org): the preprints of the last seven days, page by page.
struct PreprintPoll: UpstreamPoll {
  private let question: UpstreamQuestion
  private let server: String
  private let category: String?
  private var harvest = PaperHarvest()
  private var isAsked = false
  /// By DOI, where in the document.
  private var places: [String: Int] = [:]
  private var versions: [String: Int] = [:]
  private var requests = 0
  /// The position of the next page; nil at the end.
  private var cursor: Int? = 0

  private static let mostRequests = 40
  private static let days = 7

  init(_ question: UpstreamQuestion, server: String, category: String?) {
    self.question = question
    self.server = server
    self.category = category
  }

  var decisive: FetchAnswer? { harvest.decisive }

  mutating func next(after answer: FetchAnswer?) -> FetchRequest? {
    if let answer { read(answer) }
    guard !harvest.isOver, let cursor, requests < Self.mostRequests else { return nil }
    requests += 1
    return question.request(url(cursor), accept: "application/json")
  }

  private func url(_ cursor: Int) -> String {
    let first = (question.now - .seconds(Self.days * 86_400)).civil.isoDate
    let interval = "\(first)/\(question.now.civil.isoDate)"
    // The interface writes them with underscores.
    let name = category.map { $0.lowercased().replacing(" ", with: "_").replacing("-", with: "_") }
    let query = name.map { "?category=" + percentEncoded($0) } ?? ""
    return "\(question.source.url)/details/\(server)/\(interval)/\(cursor)/json\(query)"
  }

  private mutating func read(_ answer: FetchAnswer) {
    guard let bytes = harvest.take(answer) else { return }
    var scanner = JSONScanner(DecodedText(bytes).bytes)
    guard let value = try? scanner.value(), let message = value["messages"]?.values.first else {
      harvest.fail("\(server)'s answer cannot be read")
      return
    }
    let found = value["collection"]?.values ?? []
    let status = message["status"]?.text ?? ""
    guard status == "ok" || !found.isEmpty || status.contains("no posts") else {
      harvest.fail("\(server) answers: \(oneLine(status).cut(to: 200))")
      return
    }
    guard isOfCategory(found) else {
      harvest.fail("\(server) has no category `\(category ?? "")`; look for its name on its site")
      return
    }
    for preprint in found { add(preprint) }
    move(found.count, total: message["total"]?.text.flatMap { Int($0) } ?? 0)
  }

  /// For an unknown category, the API returns all of them.
  private func isOfCategory(_ found: [JSONValue]) -> Bool {
    guard let category else { return true }
    let wanted = folded(category)
    let others = found.filter { $0["category"]?.text.map(folded) != wanted }
    return found.isEmpty || others.count < found.count
  }

  private func folded(_ name: String) -> String { name.lowercased().filter { $0.isLetter } }

  private mutating func move(_ count: Int, total: Int) {
    guard count > 0, let current = cursor, current + count < total else { return cursor = nil }
    let next = current + count
    let most = (Self.mostRequests - 1) * count
    guard requests == 1, total - next > most else { return cursor = next }
    // The newest are at the end.
    harvest.document.remarks.append(
      "\(total) preprints came in \(Self.days) days, not all of which are read; set `category`"
    )
    harvest.document.isComplete = false
    cursor = total - most
  }

  /// If there are several versions, the last one is used, in the position of the first.
  private mutating func add(_ preprint: JSONValue) {
    guard let paper = paper(preprint), let doi = paper.doi else { return }
    let version = preprint["version"]?.text.flatMap { Int($0) } ?? 1
    if let place = places[doi] {
      guard version > versions[doi] ?? 1 else { return }
      let first = harvest.document.items[place]
      harvest.document.items[place] = paper.item
      harvest.document.items[place].published = first.published
      harvest.document.items[place].updated = paper.entered
    } else {
      places[doi] = harvest.document.items.count
      harvest.document.add(paper)
      if version > 1 { harvest.document.items[harvest.document.items.count - 1].updated = paper.entered }
    }
    versions[doi] = version
  }

  private func paper(_ preprint: JSONValue) -> Paper? {
    guard let title = preprint["title"]?.text.map({ plainText(ofHTML: $0) }), !title.isEmpty,
      let key = preprint["doi"]?.text.flatMap(PaperKey.doi)
    else { return nil }
    if let category, preprint["category"]?.text.map(folded) != folded(category) { return nil }
    var paper = Paper(title: title.cut(toScalars: 1_000))
    let doi = String(key.dropFirst(4))
    paper.doi = doi
    paper.journal = preprint["server"]?.text.flatMap(nonEmpty) ?? (server == "medrxiv" ? "medRxiv" : "bioRxiv")
    paper.url = "https://doi.org/" + doi
    paper.published = preprint["date"]?.text.flatMap(writtenDay)
    paper.entered = preprint["date"]?.text.flatMap { WrittenDate($0) }?.instant(in: .utc)
    paper.authors = Self.authors(preprint["authors"]?.text ?? "")
    let abstract = AbstractText.html(ofJATS: preprint["abstract"]?.text ?? "")
    paper.abstract = abstract.text
    paper.isCut = abstract.isCut
    paper.topics = preprint["category"]?.text.flatMap(nonEmpty).map { [$0] } ?? []
    if preprint["type"]?.text?.lowercased().contains("withdrawn") == true { paper.warning = "is withdrawn" }
    // The published paper, once there is one.
    if let published = preprint["published"]?.text.flatMap(PaperKey.doi) {
      paper.versions = [doi]
      paper.doi = String(published.dropFirst(4))
      paper.journal = nil
      paper.url = "https://doi.org/" + (paper.doi ?? doi)
      paper.published = nil
    }
    return paper
  }

  /// `Lee, A. B.; Wu, C.`
  private static func authors(_ text: String) -> [String] {
    text.split(separator: ";").prefix(200).compactMap { author in
      let names = author.split(separator: ",", maxSplits: 1).map { oneLine($0.trimmed) }
      return nonEmpty(names.reversed().joined(separator: " ").trimmed)
    }
  }

  func outcome() -> UpstreamOutcome { harvest.outcome(of: question) }
}
