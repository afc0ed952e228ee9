internal import Model
internal import XML

/// `link` elements, which RSS borrows from Atom: the URL of a document, the hub that announces its changes (WebSub §4),
/// and its neighbours among the archives (RFC 5005 §4 and appendix B).
extension FeedRenderer {
  func links(_ format: Feed.Format, _ kind: FeedDocument.Kind) -> [[XMLWriter.Attribute]] {
    func link(_ relation: String, _ address: String) -> [XMLWriter.Attribute] {
      [("rel", relation), ("type", format.mediaType), ("href", address)]
    }
    var links = [link("self", address(format, kind))]
    if kind.isArchive {
      links.append(link("current", address(format, .subscription(previous: nil))))
    } else {
      for hub in site.hubs { links.append([("rel", "hub"), ("href", hub)]) }
    }
    if let previous = kind.previous { links.append(link("prev-archive", address(format, archive: previous))) }
    if let next = kind.next { links.append(link("next-archive", address(format, archive: next))) }
    return links
  }

  static let archiveNamespace = "http://purl.org/syndication/history/1.0"
}
