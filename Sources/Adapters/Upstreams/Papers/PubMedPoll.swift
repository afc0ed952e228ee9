internal import Model
internal import Text
internal import XML

/// A search of PubMed by E-utilities (https://www.ncbi.nlm.nih.gov/books/NBK25499/): the numbers of the papers that
/// came in the last 30 days, then those that are unknown, 200 in a request.
struct PubMedPoll: UpstreamPoll {
  private let question: UpstreamQuestion
  private let query: String
  private var exchange = Exchange()
  private var isAsked = false
  /// Nil until the search is answered.
  private var batches: ArraySlice<[String]>?
  private var document = UpstreamDocument()
  private var failure: UpstreamFailure?

  /// Twice what a broad search finds in a month; more is a search to be narrowed.
  private static let mostPapers = 1_000
  private static let batchSize = 200
  private static let days = 30

  init(_ question: UpstreamQuestion, query: String) {
    self.question = question
    self.query = query
  }

  var decisive: FetchAnswer? { exchange.decisive }

  mutating func next(after answer: FetchAnswer?) -> FetchRequest? {
    guard isAsked else {
      isAsked = true
      return question.request(searchURL, accept: "text/xml")
    }
    guard let answer else { return nil }
    if batches == nil { readSearch(answer) } else { readPapers(answer) }
    guard failure == nil, exchange.broken == nil, let batch = batches?.popFirst() else { return nil }
    return question.request(question.pubMedURL(of: batch), accept: "text/xml")
  }

  private var searchURL: String {
    let parameters = [
      "db=pubmed", "term=" + percentEncoded(query), "datetype=edat", "reldate=\(Self.days)",
      "retmax=\(Self.mostPapers)", "retmode=xml",
    ]
    return question.source.url + "/esearch.fcgi?" + (parameters + question.pubMedIdentity).joined(separator: "&")
  }

  private mutating func readSearch(_ answer: FetchAnswer) {
    guard let bytes = exchange.take(answer) else { return }
    var found: XMLRecord?
    let read = XMLRecords.read(bytes, roots: ["esearchresult"], records: ["eSearchResult"]) { record in
      found = record
      return false
    }
    guard let found, read != nil else {
      failure = UpstreamFailure(sentence: "PubMed's answer to the search cannot be read")
      return
    }
    if let error = (found["ERROR"] ?? found["ErrorList", "FieldNotFound"])?.text {
      failure = UpstreamFailure(sentence: "PubMed refuses the query: \(error.cut(to: 200))")
      return
    }
    noteWarnings(found)
    let ids = (found["IdList"]?.all("Id") ?? []).map(\.text).filter { PaperKey.pmid($0) != nil }
    document.shown = ids.count
    let unknown = ids.filter { !question.knows(paper: "pmid:\($0)") }
    batches =
      stride(from: 0, to: unknown.count, by: Self.batchSize).map {
        Array(unknown[$0..<min($0 + Self.batchSize, unknown.count)])
      }[...]
  }

  private mutating func noteWarnings(_ found: XMLRecord) {
    let lists = [found["ErrorList"], found["WarningList"]].compactMap(\.self)
    let words = ["PhraseNotFound", "QuotedPhraseNotFound"].flatMap { name in lists.flatMap { $0.all(name) } }
    for word in words.prefix(5) { document.remarks.append("PubMed knows nothing of \(word.text.cut(to: 100))") }
    let count = found["Count"].flatMap { Int($0.text) } ?? 0
    if count > Self.mostPapers {
      document.remarks.append(
        "the query finds \(count) papers in \(Self.days) days, of which \(Self.mostPapers) are read; narrow it")
      document.isComplete = false
    }
  }

  private mutating func readPapers(_ answer: FetchAnswer) {
    guard case .document(let bytes) = answer.result else { return exchange.stop(with: answer) }
    guard let read = PubMedRecord.all(in: bytes) else {
      failure = UpstreamFailure(sentence: "PubMed's answer with the papers cannot be read")
      return
    }
    for paper in read.papers { document.add(paper) }
    guard !read.isComplete, !document.isCutOff else { return }
    document.isComplete = false
    document.isCutOff = true
    document.remarks.append("PubMed's answer is cut off; only complete papers are read")
  }

  func outcome() -> UpstreamOutcome {
    if let failure, document.items.isEmpty { return .unreadable(failure) }
    guard batches != nil, exchange.broken == nil || !document.items.isEmpty else { return .unanswered }
    var document = document
    if exchange.broken != nil || failure != nil { document.isComplete = false }
    document.hasRest = exchange.broken != nil || failure != nil
    document.saysNothingOfOthers(question)
    return .document(document, hash: nil)
  }
}

extension UpstreamQuestion {
  fileprivate func pubMedURL(of numbers: [String]) -> String {
    let parameters = ["db=pubmed", "id=" + numbers.joined(separator: ","), "retmode=xml"]
    return source.url + "/efetch.fcgi?" + (parameters + pubMedIdentity).joined(separator: "&")
  }

  /// Who asks, as NCBI wants to know.
  fileprivate var pubMedIdentity: [String] {
    ["tool=courant"] + (contact.map { ["email=" + percentEncoded($0)] } ?? [])
      + (key.map { ["api_key=" + percentEncoded($0)] } ?? [])
  }
}
