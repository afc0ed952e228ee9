/// Readers of a digest or feed that the settings no longer name, because it was renamed, removed or misspelt.
package struct Orphans: Hashable, Sendable {
  package struct Feed: Hashable, Sendable {
    package let digest: String
    package let name: Model.Feed.Name
    package let readers: Int
  }

  /// The number of readers who may be mailed, by digest.
  package private(set) var digests: [String: Int] = [:]
  /// Sorted by digest and name.
  package private(set) var feeds: [Feed] = []

  /// - Parameters:
  ///   - followings: confirmed readers who are not suppressed, for every digest in the ledger.
  ///   - retired: digests and feeds that the operator has retired.
  package init(_ followings: [String: [Following: Int]], site: Site, retired: Set<ReaderFacingName>) {
    let named = Set(site.feeds.map(\.name))
    for (digest, readers) in followings {
      if site.digest(digest) == nil {
        let count = readers.values.reduce(0, +)
        if count > 0, !retired.contains(.digest(digest)) { digests[digest] = count }
        continue
      }
      var lost: [Model.Feed.Name: Int] = [:]
      for (following, count) in readers {
        for name in following.names where !named.contains(name) && !retired.contains(.feed(name.text)) {
          lost[name, default: 0] += count
        }
      }
      feeds += lost.map { Feed(digest: digest, name: $0.key, readers: $0.value) }
    }
    feeds.sort { ($0.digest, $0.name) < ($1.digest, $1.name) }
  }

  /// Whether ``NameBook/followedSets()`` alone proves that there are none.
  package static func areExcluded(_ followed: [String: [Following]], site: Site) -> Bool {
    let named = Set(site.feeds.map(\.name))
    return followed.allSatisfy { digest, followings in
      site.digest(digest) != nil && followings.allSatisfy { named.isSuperset(of: $0.names) }
    }
  }

  package var isEmpty: Bool { digests.isEmpty && feeds.isEmpty }
}

extension Following {
  /// The individually followed feeds; empty if all are followed.
  package var names: [Feed.Name] {
    switch self {
    case .all: []
    case .some(let names): names
    }
  }

  /// The same with one feed renamed.
  package func renaming(_ old: Feed.Name, to new: Feed.Name) -> Following {
    guard case .some(let names) = self else { return self }
    return Following(names.map { $0 == old ? new : $0 })
  }
}
