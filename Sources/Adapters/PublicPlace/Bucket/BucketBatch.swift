internal import Files

/// Objects that are put into a bucket together, 16 at a time.
final class BucketBatch: PublishingBatch {
  private let bucket: BucketPlace
  private var waiting: [ObjectUpload] = []

  init(_ bucket: BucketPlace) { self.bucket = bucket }

  /// The compressed file is left out: no server is there to choose it.
  func add(_ file: PublicFolder.File) { waiting.append(ObjectUpload(file.path, file.bytes)) }

  func copy(_ file: borrowing OpenFile, to path: String) throws {
    waiting.append(try ObjectUpload(path, copying: file))
  }

  func finish() throws -> [String] {
    defer { waiting = [] }
    return try bucket.put(waiting)
  }
}
