internal import Model
internal import Text
internal import XML

/// A search of PubMed by E-utilities (https://www.ncbi.nlm.nih.gov/books/NBK25499/): the numbers of the papers added in the
/// last 30 days, then the unknown papers, 200 per request.
struct PubMedPoll: UpstreamPoll {
  private let question: UpstreamQuestion
  private let query: String
  private var harvest = PaperHarvest()
  private var isAsked = false
  /// Nil until the search is answered.
  private var batches: ArraySlice<[String]>?

  /// Twice what a broad search finds in a month; a search with more results should be narrowed.
  private static let mostPapers = 1_000
  private static let batchSize = 200
  private static let days = 30

  init(_ question: UpstreamQuestion, query: String) {
    self.question = question
    self.query = query
  }

  var decisive: FetchAnswer? { harvest.decisive }

  mutating func next(after answer: FetchAnswer?) -> FetchRequest? {
    guard isAsked else {
      isAsked = true
      return question.request(searchURL, accept: "text/xml")
    }
    guard let answer else { return nil }
    if batches == nil { readSearch(answer) } else { readPapers(answer) }
    guard !harvest.isOver, let batch = batches?.popFirst() else { return nil }
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
    guard let bytes = harvest.take(answer) else { return }
    var found: XMLRecord?
    let read = XMLRecords.read(bytes, roots: ["esearchresult"], records: ["eSearchResult"]) { record in
      found = record
      return false
    }
    guard let found, read != nil else {
      harvest.fail("PubMed's answer to the search cannot be read")
      return
    }
    if let error = (found["ERROR"] ?? found["ErrorList", "FieldNotFound"])?.text {
      harvest.fail("PubMed refuses the query: \(error.cut(to: 200))")
      return
    }
    noteWarnings(found)
    let ids = (found["IdList"]?.all("Id") ?? []).map(\.text).filter { PaperKey.pmid($0) != nil }
    harvest.document.shown = ids.count
    let unknown = ids.filter { !question.knows(paper: "pmid:\($0)") }
    batches =
      stride(from: 0, to: unknown.count, by: Self.batchSize).map {
        Array(unknown[$0..<min($0 + Self.batchSize, unknown.count)])
      }[...]
  }

  private mutating func noteWarnings(_ found: XMLRecord) {
    let lists = [found["ErrorList"], found["WarningList"]].compactMap(\.self)
    let words = ["PhraseNotFound", "QuotedPhraseNotFound"].flatMap { name in lists.flatMap { $0.all(name) } }
    harvest.document.remarks += words.prefix(5).map { "PubMed knows nothing of \($0.text.cut(to: 100))" }
    let count = found["Count"].flatMap { Int($0.text) } ?? 0
    if count > Self.mostPapers {
      harvest.document.remarks.append(
        "the query finds \(count) papers in \(Self.days) days, of which \(Self.mostPapers) are read; narrow it")
      harvest.document.isComplete = false
    }
  }

  private mutating func readPapers(_ answer: FetchAnswer) {
    guard let bytes = harvest.take(answer) else { return }
    guard let read = PubMedRecord.all(in: bytes) else {
      harvest.fail("PubMed's answer with the papers cannot be read")
      return
    }
    for paper in read.papers { harvest.document.add(paper) }
    guard !read.isComplete, !harvest.document.isCutOff else { return }
    harvest.document.isComplete = false
    harvest.document.isCutOff = true
    harvest.document.remarks.append("PubMed's answer is cut off; only complete papers are read")
  }

  func outcome() -> UpstreamOutcome { harvest.outcome(of: question) }
}

extension UpstreamQuestion {
  fileprivate func pubMedURL(of numbers: [String]) -> String {
    let parameters = ["db=pubmed", "id=" + numbers.joined(separator: ","), "retmode=xml"]
    return source.url + "/efetch.fcgi?" + (parameters + pubMedIdentity).joined(separator: "&")
  }

  /// Identifies the client, as NCBI requests.
  fileprivate var pubMedIdentity: [String] {
    ["tool=courant"] + (contact.map { ["email=" + percentEncoded($0)] } ?? [])
      + (key.map { ["api_key=" + percentEncoded($0)] } ?? [])
  }
}
