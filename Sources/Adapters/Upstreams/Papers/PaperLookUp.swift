internal import Foundation
package import Model
internal import Text
internal import XML

/// Asks Crossref for a paper by its DOI, or PubMed by its number.
package struct PaperLookUp: Conversation {
  private let name: PaperName
  private let request: FetchRequest
  private var isAsked = false
  private var answer: FetchAnswer?

  /// The programming interfaces, without `/` at the end.
  package static let crossref = "https://api.crossref.org"
  package static let pubMed = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"

  /// - Parameters:
  ///   - base: the URL of the interface; nil for the usual one.
  ///   - request: what all requests have.
  ///   - contact: the operator's email address, for which both ask.
  package init(_ name: PaperName, base: String?, like request: FetchRequest, contact: String?) {
    self.name = name
    var asked = request
    switch name {
    case .doi(let doi):
      // A DOI may contain any character.
      let path = doi.split(separator: "/").map { percentEncoded(String($0)) }.joined(separator: "/")
      asked.url = "\(base ?? Self.crossref)/works/\(path)" + (contact.map { "?mailto=" + percentEncoded($0) } ?? "")
      asked.accept = "application/json"
    case .pmid(let number):
      asked.url = "\(base ?? Self.pubMed)/efetch.fcgi?db=pubmed&id=\(number)&retmode=xml&tool=courant"
      asked.url += contact.map { "&email=" + percentEncoded($0) } ?? ""
      asked.accept = "text/xml"
    }
    self.request = asked
  }

  package mutating func next(after answer: FetchAnswer?) -> FetchRequest? {
    guard isAsked else {
      isAsked = true
      return request
    }
    self.answer = answer
    return nil
  }

  /// The result, once the conversation has ended.
  package enum Outcome: Sendable {
    case found(Paper)
    /// The database does not know it, or its record has no title.
    case unknown
    /// With a sentence.
    case failed(String)
  }

  package var outcome: Outcome {
    guard let answer else { return .failed("nothing was asked") }
    switch answer.result {
    case .document(let bytes): return paper(in: bytes)
    // Crossref's answer for a DOI that it does not have.
    case .status(404): return .unknown
    // PubMed's answer for a number that it does not have.
    case .status(400) where name.database == "PubMed": return .unknown
    case .status(let code): return .failed("its server answers \(code)")
    case .unchanged: return .failed("its server answers 304 to a request without conditions")
    case .failed(let failure): return .failed(failure.sentence)
    }
  }

  private func paper(in bytes: [UInt8]) -> Outcome {
    switch name {
    case .doi:
      var scanner = JSONScanner(DecodedText(bytes).bytes)
      guard let work = (try? scanner.value())?["message"] else { return .failed("its answer cannot be read") }
      guard let paper = CrossrefRecord(work).paper else { return .unknown }
      return .found(paper)
    case .pmid(let number):
      guard let read = PubMedRecord.all(in: bytes) else { return .failed("its answer cannot be read") }
      let paper = read.papers.first { $0.pmid == number }
      return paper.map { .found($0) } ?? .unknown
    }
  }
}
