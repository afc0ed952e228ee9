internal import Model
internal import Settings

/// The word for each `kind` of a source that is read over the network.
enum SourceKind: String, CaseIterable {
  case feed, page, sitemap, pubmed, biorxiv, medrxiv, crossref, arxiv

  /// The URL of its programming interface, without `/` at the end. Nil if the operator must give it.
  var interface: String? {
    switch self {
    case .feed, .page, .sitemap, .arxiv: nil
    case .pubmed: "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"
    case .biorxiv, .medrxiv: "https://api.biorxiv.org"
    case .crossref: "https://api.crossref.org"
    }
  }

  /// Whether its articles are abstracts, to which publishers have rights.
  var isScholarly: Bool { self == .arxiv || interface != nil }
}

/// The keys of `[sources.NAME]`, and for which sources each of them is.
enum SourceKey: String, CaseIterable {
  case folder, feed, exclude, link, generator
  case kind, url, query, server, category, filter, page
  case topics, topicMap = "topic_map", topicsFrom = "topics_from", splitCategories = "split_categories"
  case only, not, content, newSource = "new_source", maxNew = "max_new", updates, future, every
  case dateFormat = "date_format", timeZone = "time_zone"
  case title, mirror, keepIDs = "keep_ids", heuristics
  case user, passwordFile = "password_file", keyFile = "key_file", userAgent = "user_agent"
  case caFile = "ca_file", allowPrivate = "allow_private", allowHTTPDowngrade = "allow_http_downgrade", proxy

  private static let onlyOfFolders: Set<SourceKey> = [.folder, .feed, .exclude, .link, .generator]
  private static let ofFolders = onlyOfFolders.union([.topics, .dateFormat, .title])

  /// The kinds that it is for.
  private var kinds: Set<SourceKind> {
    switch self {
    case .query: [.pubmed]
    case .keyFile: [.pubmed, .crossref]
    case .server: [.biorxiv, .medrxiv]
    case .category: [.biorxiv, .medrxiv, .arxiv]
    case .filter: [.crossref]
    case .page, .heuristics: [.page, .sitemap]
    case .dateFormat, .timeZone, .mirror: [.feed, .page, .sitemap]
    case .keepIDs: [.feed]
    case _ where Self.onlyOfFolders.contains(self): []
    default: Set(SourceKind.allCases)
    }
  }

  /// Reports the keys that have no effect in a folder.
  static func refuseForFolder(in section: SettingReader) {
    for key in allCases where !ofFolders.contains(key) {
      section.refuse(key, "is for sources with `url` or `kind`, not for folders; remove it")
    }
  }

  /// Reports the keys that have no effect in a source of this kind.
  static func refuse(for kind: SourceKind, in section: SettingReader) {
    for key in allCases where !key.kinds.contains(kind) {
      let kinds = SourceKind.allCases.filter(key.kinds.contains).map { "\"\($0.rawValue)\"" }
      let others = kinds.isEmpty ? "folders" : "kind = " + kinds.joined(separator: ", ")
      section.refuse(key, "is for \(others), not for kind = \"\(kind.rawValue)\"; remove it")
    }
  }
}

extension SettingReader {
  /// Whether `[sources.NAME]` is read over the network.
  var isUpstream: Bool { setting("url") != nil || setting("kind") != nil }

  fileprivate func refuse(_ key: SourceKey, _ sentence: String) {
    guard let entry = table.entry(key.rawValue) else { return }
    report(at: entry.keyPosition, "`\(key.rawValue)` \(sentence)")
  }
}
