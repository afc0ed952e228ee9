internal import Foundation
internal import Text

/// How a person names a paper: by its DOI, or by its number in PubMed.
package enum PaperName: Hashable, Sendable {
  /// In lower case, without a resolver.
  case doi(String)
  /// Digits.
  case pmid(String)

  /// `10.1000/xyz`, `doi:10.1000/xyz`, `https://doi.org/10.1000/xyz`; `12345678`, `PMID 12345678`,
  /// `https://pubmed.ncbi.nlm.nih.gov/12345678/`. Nil for anything else.
  package init?(_ written: String) {
    let text = written.trimmed.lowercased()
    if let url = WebURL(text) {
      let isResolver = ["doi.org", "dx.doi.org", "www.doi.org"].contains(url.host)
      let keys =
        PaperKey.keys(link: text).filter { $0.hasPrefix("pmid:") } + (isResolver ? PaperKey.keys(doi: text) : [])
      self.init(key: keys.first)
    } else if text.hasPrefix("10.") || text.hasPrefix("doi:") {
      self.init(key: PaperKey.doi(text))
    } else {
      let number = text.hasPrefix("pmid") ? text.dropFirst(4).drop { $0 == ":" || $0 == " " } : text[...]
      self.init(key: PaperKey.pmid(String(number)))
    }
  }

  private init?(key: String?) {
    guard let key, let sign = key.firstIndex(of: ":") else { return nil }
    let text = String(key[key.index(after: sign)...])
    self = key.hasPrefix("doi:") ? .doi(text) : .pmid(text)
  }

  /// As reports name it.
  package var text: String {
    switch self {
    case .doi(let doi): doi
    case .pmid(let number): "PMID \(number)"
    }
  }

  /// Where it is looked up.
  package var database: String {
    switch self {
    case .doi: "Crossref"
    case .pmid: "PubMed"
    }
  }
}
