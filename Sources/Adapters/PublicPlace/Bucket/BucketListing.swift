internal import Curl
internal import Model
internal import XML

/// The objects in the bucket, compared with what is on record.
package struct PublicComparison: Hashable, Sendable {
  /// Recorded paths that are missing from the bucket.
  package var missing: [String] = []
  /// Paths of objects that something else has put there since.
  package var changed: [String] = []
  /// Keys below the prefix that are not on record.
  package var foreign: [String] = []

  package init() {}
}

extension BucketPlace {
  /// Lists the bucket, 1,000 objects a request. Paths that a run left uncertain are not compared.
  package func comparison() throws -> PublicComparison {
    let listed = try list()
    let objects = try recordedObjects()
    var comparison = PublicComparison()
    for (path, object) in objects {
      guard let etag = listed[path] else {
        comparison.missing.append(path)
        continue
      }
      if Self.plain(etag) != Self.plain(object.etag) { comparison.changed.append(path) }
    }
    comparison.foreign = listed.keys.filter { objects[$0] == nil }.sorted()
    comparison.missing.sort()
    comparison.changed.sort()
    return comparison
  }

  /// Records that objects are missing or have changed, so that the run puts them again.
  package func doubt(_ comparison: PublicComparison) throws {
    try record.announce(comparison.missing + comparison.changed)
    try record.forget(objects: comparison.missing)
  }

  /// The ETags of all objects below the prefix, by path.
  private func list() throws -> [String: String] {
    let prefix = address.key(of: "")
    var objects: [String: String] = [:]
    var token: String?
    repeat {
      var request = StoreRequest(.get, nil)
      request.query = [HTTPField("list-type", "2")]
      if !prefix.isEmpty { request.query.append(HTTPField("prefix", prefix)) }
      if let token { request.query.append(HTTPField("continuation-token", token)) }
      let response = try round().answers(to: [request])[0].get()
      guard response.status == 200 else { throw BucketFault(address, response, to: "list", keyID: "") }
      let page = ListingReader.read(response.body)
      guard page.isListing else { throw BucketFault(address, "the store's list cannot be read") }
      for object in page.objects where object.key.hasPrefix(prefix) {
        objects[String(object.key.dropFirst(prefix.count))] = object.etag
      }
      token = page.token
    } while token != nil
    return objects
  }

  private static func plain(_ etag: String) -> String { etag.filter { $0 != "\"" } }
}

/// Reads a `ListBucketResult` (S3 API, ListObjectsV2).
private final class ListingReader: XMLVisitor {
  struct Object {
    var key = ""
    var etag = ""
  }

  private(set) var objects: [Object] = []
  private(set) var isListing = false
  /// For the next page; nil if this is the last.
  var token: String? { isTruncated == "true" && !nextToken.isEmpty ? nextToken : nil }
  private var nextToken = ""
  private var isTruncated = ""
  private var names: [String] = []
  private var text: [UInt8] = []
  let isDone = false

  static func read(_ document: [UInt8]) -> ListingReader {
    let reader = ListingReader()
    _ = readXML(document, isRoot: { $0 == "listbucketresult" }, into: reader)
    return reader
  }

  func begin(_ name: XMLName, _ attributes: [XMLAttribute], line: Int) {
    names.append(name.local)
    text = []
    if name.local == "ListBucketResult" { isListing = true }
    if names.count == 2, name.local == "Contents" { objects.append(Object()) }
  }

  func text(_ bytes: ArraySlice<UInt8>) { text += bytes }

  func end() {
    let value = String(decoding: text, as: UTF8.self)
    let isInObject = names.count == 3 && names[1] == "Contents" && !objects.isEmpty
    switch names.popLast() {
    case "Key" where isInObject: objects[objects.count - 1].key = value
    case "ETag" where isInObject: objects[objects.count - 1].etag = value
    case "NextContinuationToken" where names.count == 1: nextToken = value
    case "IsTruncated" where names.count == 1: isTruncated = value
    default: break
    }
    text = []
  }
}
