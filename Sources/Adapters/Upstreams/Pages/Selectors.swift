internal import Captures
internal import Model
internal import XML

/// The selectors of a source, compiled.
struct Selectors {
  private(set) var compiled: [Part: CSSSelector] = [:]
  let written: PageSelectors
  private let source: String

  enum Part: String { case items, link, title, date, body, remove }

  init(_ written: PageSelectors, of source: String) throws(UpstreamFailure) {
    self.written = written
    self.source = source
    let parts: [(Part, String?)] = [
      (.items, written.items), (.link, written.link), (.title, written.title), (.date, written.date),
      (.body, written.body), (.remove, written.remove),
    ]
    for (part, text) in parts {
      guard let text else { continue }
      do throws(SelectorError) {
        compiled[part] = try CSSSelector(text)
      } catch {
        throw UpstreamFailure(sentence: "`\(text)`, its selector `\(part.rawValue)`, cannot be used: \(error)")
      }
    }
  }

  func text(_ part: Part) -> String {
    switch part {
    case .items: written.items ?? ""
    case .link: written.link ?? ""
    case .title: written.title ?? ""
    case .date: written.date ?? ""
    case .body: written.body ?? ""
    case .remove: written.remove ?? ""
    }
  }

  /// Otherwise a site with a new design would look like one without news.
  func unmatched(_ part: Part, on url: String) -> UpstreamFailure {
    UpstreamFailure(
      sentence: "`\(text(part))`, its selector `\(part.rawValue)`, matches nothing on \(url); if the page has changed, "
        + "correct [sources.\(source).page]")
  }

  /// The selectors of an article's own page.
  ///
  /// - Parameter hasList: whether title and date are those of the list.
  func settings(hasList: Bool) -> [CaptureField: FieldSelector] {
    var fields: [CaptureField: String?] = [.body: written.body, .remove: written.remove]
    if !hasList {
      fields[.title] = written.title
      fields[.date] = written.date
    }
    var selectors: [CaptureField: FieldSelector] = [:]
    for (field, text) in fields {
      guard let text else { continue }
      // They could be compiled before.
      selectors[field] = try? FieldSelector("\(field.rawValue)=\(text)")
    }
    return selectors
  }
}
