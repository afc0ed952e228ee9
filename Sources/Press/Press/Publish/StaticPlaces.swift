internal import Cards
internal import Gathering
package import Model
internal import Pages
internal import Presentation
internal import PublicPlace

/// Files of `static/`, which are copied to the same paths under `public/`. One that would take the place of anything else there is
/// refused, except for the few that a site may replace.
extension PressRun {
  /// The files of `static/`, and everything else that is published.
  struct StaticPlaces {
    var files: [PublicFile] = []
    /// Paths of files that Courant would make, but that the site replaces.
    var replaced: Set<String> = []
    var refused: [Finding] = []
  }

  private static let replaceable: Set<String> = [Robots.path, SiteIcon.path, TouchIcon.path]

  /// - Parameter others: all other files, except those at former addresses of articles.
  func staticPlaces(beside others: [PublicFile]) throws -> StaticPlaces {
    var places = StaticPlaces()
    if statics.files.isEmpty { return places }
    places.replaced = Self.replaceable.intersection(statics.files.map(\.path))
    var taken = TakenPaths(others.flatMap(\.paths).filter { !places.replaced.contains($0) })
    let known = try ledger.publishedFiles()
    for file in statics.files {
      let isNew = known[file.path] == nil
      if let objection = taken.objection(to: file.path) ?? objection(to: file.path, isNew: isNew) {
        places.refused.append(Finding(file.original, "not published: \(objection)"))
        continue
      }
      taken.add(file.path)
      let stamp = file.stamp.text
      places.files.append(PublicFile(copy: file.path, of: file.original, stamp: stamp, open: file.open))
    }
    return places
  }

  /// Why no static file can have this path, whatever else is published now.
  private func objection(to path: String, isNew: Bool) -> String? {
    if site.isAnswered(path) { return "`courant serve` answers at /\(path), so nobody would see it; rename it" }
    if PagePath.isIssue(path) { return "the page of a past issue has this address, or will have it; rename it" }
    if path.hasSuffix("/" + PagePath.cardName), ["articles/", "archive/"].contains(where: path.hasPrefix) {
      return "the card of a page has this address; rename it"
    }
    guard isNew, (output as? PublicFolder)?.place(path) == .taken else { return nil }
    return
      "there is a folder or a link at public/\(path), or a file in place of its folder; remove that, or rename this file"
  }

  /// For `courant check`.
  package func staticFindings() throws -> [Finding] {
    let images = podcastImageFindings()
    let supply = try supply()
    if statics.files.isEmpty, namedFiles(of: supply.visible).isEmpty { return statics.findings + images }
    var report = RunReport()  // the check reports these problems by itself
    let own = try ownFiles(supply, &report)
    let places = try staticPlaces(beside: own)
    return try statics.findings + statics.objections + places.refused + images
      + missingFiles(of: supply.visible, among: own + places.files)
  }
}

/// The paths of other files, and of the folders that hold them.
private struct TakenPaths {
  private var files: Set<String> = []
  private var folders: Set<String> = []

  init(_ paths: [String]) {
    for path in paths { add(path) }
  }

  mutating func add(_ path: String) {
    files.insert(path)
    folders.formUnion(Self.folders(above: path))
  }

  func objection(to path: String) -> String? {
    if files.contains(path) { return "Courant publishes something else at /\(path); rename it" }
    if folders.contains(path) { return "Courant publishes files below /\(path)/; rename it" }
    let above = Self.folders(above: path).first(where: files.contains)
    return above.map { "Courant publishes a file at /\($0), so there can be no folder; rename it" }
  }

  private static func folders(above path: String) -> [String] {
    var folders: [String] = []
    var rest = path[...]
    while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
      rest = rest[..<slash]
      folders.append(String(rest))
    }
    return folders
  }
}
