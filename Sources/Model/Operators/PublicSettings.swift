/// Where published files go, and which commands run after changes (`[public]` in `schedule.conf`).
package struct PublicSettings: Hashable, Sendable {
  package enum Place: Hashable, Sendable {
    /// `public/` of the site.
    case folder
    case bucket(BucketAddress)
    /// `public/` of the site, from which this command of the shell copies what changed.
    case command(String)
  }

  package var place = Place.folder
  /// A file with the keys of the bucket, relative to the site folder; nil if the environment has them.
  package var credentialsFile: String?
  /// Certificates to trust in addition to the system's, relative to the site folder.
  package var caFile: String?
  /// A command of the shell that reads the URLs that changed.
  package var purge: String?

  package init() {}

  package var bucket: BucketAddress? {
    if case .bucket(let bucket) = place { bucket } else { nil }
  }
}

/// A bucket of an object store that has the interface of Amazon's S3.
package struct BucketAddress: Hashable, Sendable {
  package let name: String
  /// Before every path, without a slash at either end; empty for none.
  package var prefix = ""
  /// `https://HOST` or `http://HOST:PORT`, without a path.
  package var endpoint: String
  package var region = BucketAddress.usualRegion
  /// Whether the bucket is a part of the host's name, and not of the path.
  package var isInHost = false

  package static let usualRegion = "us-east-1"

  package init(_ name: String, endpoint: String) {
    self.name = name
    self.endpoint = endpoint
  }

  /// As messages show it.
  package var text: String { prefix.isEmpty ? "s3://\(name)" : "s3://\(name)/\(prefix)" }

  /// Differs between two places whose files have nothing to do with each other.
  package var identity: String { "\(text) \(endpoint)" }

  /// The key of a path under `public/`.
  package func key(of path: String) -> String { prefix.isEmpty ? path : prefix + "/" + path }
}

/// The credentials for a bucket.
package struct BucketKeys: Hashable, Sendable {
  package let id: String
  package let secret: String
  /// Of temporary credentials; nil otherwise.
  package let token: String?

  package init(id: String, secret: String, token: String? = nil) {
    self.id = id
    self.secret = secret
    self.token = token
  }
}
