package import Model
internal import Time

/// Recorded acts as JSON. Property names are its keys.
package struct AuditReport: Encodable {
  package struct Entry: Encodable {
    package let id: Int64
    package let at: String
    package let who: String
    package let place: String
    package let origin: String?
    package let act: String
    package let kind: String
    package let name: String?
    package let reader: Int64?
    package let before: String?
    package let after: String?
  }

  package let acts: [Entry]

  package init(_ acts: [RecordedAct]) {
    self.acts = acts.map { act in
      Entry(
        id: act.id.number, at: act.at.rfc3339, who: act.by.name, place: act.by.place.rawValue, origin: act.by.origin,
        act: act.verb, kind: act.target.kind, name: act.target.name, reader: act.target.reader?.number,
        before: act.before, after: act.after)
    }
  }
}
