/// The servers that may send in the name of a domain (RFC 7208).
package struct SPFRecord: Hashable, Sendable {
  /// The result for mail from any other server.
  package enum Rest: Hashable, Sendable {
    /// `-all`, `~all`, `?all`, `+all`.
    case fail, softFail, neutral, pass
    /// `redirect=`: another domain's record decides.
    case redirected
    /// Nothing is stated, which means neutral.
    case unsaid
  }

  package let rest: Rest
  /// The number of terms in this record for which receivers query DNS again. More than 10, including those of the
  /// records they refer to, are an error (§4.6.4).
  package let lookups: Int
  /// The first malformed term, at which receivers stop reading; nil if there is none.
  package let faultyTerm: String?

  /// Nil if the text is not such a record. A domain has exactly one (§4.5).
  package init?(_ text: String) {
    let terms = text.split(separator: " ").map { $0.lowercased() }
    guard terms.first == "v=spf1" else { return nil }
    var rest = Rest.unsaid
    var lookups = 0
    var faulty: String?
    for term in terms.dropFirst() where rest == .unsaid || rest == .redirected {
      switch Self.read(term) {
      case .all(let said): rest = said
      case .lookup: lookups += 1
      case .redirect:
        rest = .redirected
        lookups += 1
      case .other: break
      case nil: faulty = faulty ?? term
      }
    }
    self.rest = rest
    self.lookups = lookups
    faultyTerm = faulty
  }

  private enum Term { case all(Rest), lookup, redirect, other }

  private static func read(_ term: String) -> Term? {
    if term.hasPrefix("redirect=") { return term.count > 9 ? .redirect : nil }
    if term.contains("="), !term.contains(":") || term.firstIndex(of: "=")! < term.firstIndex(of: ":")! {
      return .other  // an unknown modifier is ignored (§6)
    }
    let qualifier = term.first.flatMap { "+-~?".contains($0) ? $0 : nil }
    let mechanism = qualifier == nil ? term[...] : term.dropFirst()
    let name = mechanism.prefix { $0 != ":" && $0 != "/" }
    let hasValue = mechanism.dropFirst(name.count).first == ":" && mechanism.count > name.count + 1
    switch name {
    case "all" where mechanism == "all":
      switch qualifier {
      case "-": return .all(.fail)
      case "~": return .all(.softFail)
      case "?": return .all(.neutral)
      default: return .all(.pass)
      }
    case "ip4" where hasValue, "ip6" where hasValue: return .other
    case "include" where hasValue, "exists" where hasValue: return .lookup
    case "a", "mx", "ptr": return .lookup
    default: return nil
    }
  }
}
