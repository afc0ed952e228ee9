internal import Text
internal import Time
internal import XML

/// PubMed's record of a paper (https://www.nlm.nih.gov/bsd/licensee/elements_descriptions.html).
struct PubMedRecord {
  private let record: XMLRecord
  private let citation: XMLRecord?
  private let article: XMLRecord?

  /// - Parameter record: `PubmedArticle`.
  init(_ record: XMLRecord) {
    self.record = record
    citation = record["MedlineCitation"]
    article = record["MedlineCitation", "Article"]
  }

  /// All papers of an answer; nil if it is none.
  static func all(in bytes: [UInt8]) -> (papers: [Paper], isComplete: Bool)? {
    var papers: [Paper] = []
    let read = XMLRecords.read(bytes, roots: ["pubmedarticleset"], records: ["PubmedArticle"]) { record in
      if let paper = PubMedRecord(record).paper { papers.append(paper) }
      return papers.count < 1_000
    }
    return read.map { (papers, $0.isComplete) }
  }

  /// Nil without a title or a number.
  var paper: Paper? {
    guard let pmid = citation?["PMID"]?.text, PaperKey.pmid(pmid) != nil, !title.isEmpty else { return nil }
    var paper = Paper(title: title)
    paper.pmid = pmid
    paper.doi = doi
    paper.journal = (article?["Journal", "Title"] ?? article?["Journal", "ISOAbbreviation"])?.text
    paper.url = "https://pubmed.ncbi.nlm.nih.gov/\(pmid)/"
    paper.published = published
    paper.entered = entered
    paper.authors = authors
    paper.abstract = AbstractText.html(ofPubMed: article?["Abstract"])
    paper.topics = topics
    paper.warning = warning
    paper.isCut = record.isCut
    return paper
  }

  /// PubMed ends every title with a full stop, and puts translated ones in brackets.
  private var title: String {
    var title = article?["ArticleTitle"]?.text ?? ""
    if title.hasSuffix("."), !title.hasSuffix("..") { title.removeLast() }
    if title.hasPrefix("["), title.hasSuffix("]") { title = String(title.dropFirst().dropLast()) }
    return title.cut(toScalars: 1_000)
  }

  private var doi: String? {
    let identifiers = record["PubmedData", "ArticleIdList"]?.all("ArticleId") ?? []
    let locations = article?.all("ELocationID") ?? []
    let written =
      identifiers.first { $0.attribute("IdType") == "doi" } ?? locations.first { $0.attribute("EIdType") == "doi" }
    return written.flatMap { PaperKey.doi($0.text) }.map { String($0.dropFirst(4)) }
  }

  /// The day it appeared online; that of the printed issue is often in the future.
  private var published: String? {
    if let date = article?["ArticleDate"], let day = Self.date(date) { return day }
    guard let date = article?["Journal", "JournalIssue", "PubDate"] else { return nil }
    let medline = date["MedlineDate"]?.text.prefix(4)
    return Self.date(date) ?? partialDate(year: medline.map(String.init), month: nil, day: nil)
  }

  private static func date(_ record: XMLRecord) -> String? {
    partialDate(year: record["Year"]?.text, month: record["Month"]?.text, day: record["Day"]?.text)
  }

  private var entered: Instant? {
    let dates = record["PubmedData", "History"]?.all("PubMedPubDate") ?? []
    let entry = ["entrez", "pubmed"].lazy.compactMap { status in
      dates.first { $0.attribute("PubStatus") == status }
    }.first
    guard let entry, let day = Self.date(entry), let date = WrittenDate(ofFeed: day) else { return nil }
    var civil = date.civil
    civil.hour = entry["Hour"].flatMap { Int($0.text) } ?? 0
    civil.minute = entry["Minute"].flatMap { Int($0.text) } ?? 0
    return civil.isValid ? Instant(seconds: civil.secondsSince1970) : nil
  }

  private var authors: [String] {
    (article?["AuthorList"]?.all("Author") ?? []).prefix(200).compactMap { author in
      if let group = author["CollectiveName"]?.text, !group.isEmpty { return group }
      let names = [author["ForeName"] ?? author["Initials"], author["LastName"]].compactMap { $0?.text }
      return nonEmpty(names.filter { !$0.isEmpty }.joined(separator: " "))
    }
  }

  /// The authors' keywords, and the subjects that PubMed's editors found most important.
  private var topics: [String] {
    let keywords = (citation?.all("KeywordList") ?? []).flatMap { $0.all("Keyword") }.map(\.text)
    let headings = (citation?["MeshHeadingList"]?.all("MeshHeading") ?? []).compactMap { $0["DescriptorName"] }
    let major = headings.filter { $0.attribute("MajorTopicYN") == "Y" }.map(\.text)
    var seen: Set<String> = []
    return (keywords + major).filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }
  }

  private var warning: String? {
    let types = Set((article?["PublicationTypeList"]?.all("PublicationType") ?? []).map(\.text))
    return Self.warnings.first { types.contains($0.type) }?.sentence
  }

  private static let warnings = [
    (type: "Retracted Publication", sentence: "is retracted"),
    (type: "Retraction of Publication", sentence: "is the retraction of another paper"),
    (type: "Retraction Notice", sentence: "is the retraction of another paper"),
    (type: "Expression of Concern", sentence: "is an expression of concern about another paper"),
    (type: "Published Erratum", sentence: "is the erratum of another paper"),
  ]
}
