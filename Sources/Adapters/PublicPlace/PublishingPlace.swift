package import Files
package import Time

/// Where published files go: a folder, or a bucket of an object store. Confined to the thread of a run.
package protocol PublishingPlace {
  /// How many files are written and confirmed together at most.
  var most: Int { get }
  /// Whether readers see a batch before the next one, so that what others need must come first.
  var isOrdered: Bool { get }
  /// Whether a web server sends the compressed file next to a file.
  var servesCompressed: Bool { get }

  /// Called before anything is announced or written, while the site's lock is held.
  func prepare() throws
  /// Begins to write files together.
  func batch() throws -> any PublishingBatch
  /// Removes files that nothing produces any more.
  ///
  /// - Parameter paths: all of them.
  func remove(_ paths: [String]) throws -> PublicRemoval

  /// Whether a file is there, as far as it is known without asking over a network.
  func exists(_ path: String) -> Bool
  /// Whether all of these files are there, each as far as ``exists(_:)`` knows.
  ///
  /// - Parameter paths: in the order of their bytes, so that files of one folder come together.
  func holdsAll(_ paths: [String]) -> Bool
  /// Nil if the file does not exist or cannot be read.
  func read(_ path: String) -> [UInt8]?
  /// When a file was written; nil if it does not exist.
  func date(_ path: String) -> Instant?
  /// The state of a path that an author chose; relative, no `.` or `..`.
  func place(_ path: String) -> PublicFolder.Place
  /// The names in a folder, empty if there is no such folder; nil if names are not listed here.
  func names(in folder: String) -> [String]?
  /// False only if there is certainly no such file.
  func mayExist(_ path: String) -> Bool
}

extension PublishingPlace {
  package func holdsAll(_ paths: [String]) -> Bool { paths.allSatisfy(exists) }
}

/// Files that are written together. Files that were not finished are left out if this ends early.
package protocol PublishingBatch: AnyObject {
  /// Writes a file that is missing or has different bytes.
  func add(_ file: PublicFolder.File) throws
  /// Copies a file in the same way. After a throw nothing of the copy is left, and an existing file is unchanged.
  func copy(_ file: borrowing OpenFile, to path: String) throws
  /// Returns the paths of the files that were written. After it returns, all files are in place and durable.
  func finish() throws -> [String]
}

/// What became of files that nothing produces any more.
package struct PublicRemoval {
  /// Files that were there and are not any more.
  package var removed: [String] = []
  /// Files that stay until a later run.
  package var later: [String] = []

  package init() {}
}

/// Files could not be written: the disk is full, the store does not answer, or the permissions are wrong.
package protocol PublishingFailure: Error, CustomStringConvertible {
  var isForWantOfRoom: Bool { get }
}
