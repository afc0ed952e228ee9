internal import Foundation
internal import Text

/// Identifiers of papers in the one form in which they are keys across sources: `doi:10.1000/1`, `pmid:1`,
/// `arxiv:2601.00001`.
enum PaperKey {
  /// A DOI with or without its resolver, in lower case; nil if it is none.
  static func doi(_ written: String) -> String? {
    let text = decoded(written.trimmed.cut(toScalars: 400)).lowercased()
    guard var doi = (DOI(whole: text) ?? DOI(in: text))?.text else { return nil }
    for end in pageNames where doi.hasSuffix(end) { doi.removeLast(end.count) }
    return DOI(whole: withoutVersion(doi)).map { "doi:" + $0.text }
  }

  static func pmid(_ written: String) -> String? {
    let digits = written.trimmed
    let isNumber = (1...9).contains(digits.utf8.count) && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
    guard isNumber, let number = Int(digits), number > 0 else { return nil }
    return "pmid:\(number)"
  }

  /// `2601.00001v2`, `hep-th/9901001`.
  static func arxiv(_ written: some StringProtocol) -> String? {
    let text = written.lowercased().trimmed
    guard let found = text.wholeMatch(of: /([0-9]{4}\.[0-9]{4,5}|[a-z\-]+(?:\.[a-z]{2})?\/[0-9]{7})(?:v[0-9]{1,3})?/)
    else { return nil }
    return "arxiv:" + found.1
  }

  /// The keys of a DOI: that of a preprint at arXiv is also its number there.
  static func keys(doi written: String) -> [String] {
    guard let doi = doi(written) else { return [] }
    let arXiv = "doi:10.48550/arxiv."
    guard doi.hasPrefix(arXiv), let number = arxiv(doi.dropFirst(arXiv.count)) else { return [doi] }
    return [doi, number]
  }

  /// The keys of the paper whose page a link is.
  static func keys(link: String) -> [String] {
    guard let url = WebURL(link), url.path.utf8.count < 500 else { return [] }
    let parts = url.path.split(separator: "/")
    switch url.host.hasPrefix("www.") ? String(url.host.dropFirst(4)) : url.host {
    case "pubmed.ncbi.nlm.nih.gov": return parts.first.flatMap { pmid(String($0)) }.map { [$0] } ?? []
    case "ncbi.nlm.nih.gov" where parts.first == "pubmed":
      return parts.dropFirst().first.flatMap { pmid(String($0)) }.map { [$0] } ?? []
    case "arxiv.org", "export.arxiv.org":
      guard ["abs", "pdf", "html"].contains(parts.first ?? "") else { return [] }
      let number = parts.dropFirst().joined(separator: "/").replacing(".pdf", with: "")
      return arxiv(number).map { [$0] } ?? []
    default: return url.path.contains("/10.") ? keys(doi: url.path) : []
    }
  }

  /// The keys of an item, as its feed states them.
  static func keys(guid: String) -> [String] {
    let arXiv = "oai:arxiv.org:"
    if guid.prefix(arXiv.count).lowercased() == arXiv {
      return arxiv(guid.dropFirst(arXiv.count)).map { [$0] } ?? []
    }
    return guid.hasPrefix("http") ? keys(link: guid) : []
  }

  /// In the order given, each once.
  static func distinct(_ keys: [String]) -> [String] {
    var seen: Set<String> = []
    return keys.filter { seen.insert($0).inserted }
  }

  /// Endings that publishers add to a DOI in the URL of a page.
  private static let pageNames = [
    "/full", "/abstract", "/pdf", "/epdf", "/html", "/fulltext", "/meta", ".full", ".pdf",
  ]

  /// bioRxiv, medRxiv and arXiv put the version in their URLs, not in their DOIs.
  private static func withoutVersion(_ doi: String) -> String {
    guard ["10.1101/", "10.64898/", "10.48550/arxiv."].contains(where: doi.hasPrefix) else { return doi }
    return doi.replacing(/v[0-9]{1,3}(?:\.[a-z.\-]+)?$/, with: "")
  }

  private static func decoded(_ text: String) -> String {
    text.contains("%") ? text.removingPercentEncoding ?? text : text
  }
}
