internal import Cryptography
internal import Curl
internal import Files
internal import Glibc
internal import Model

/// An object that is to be in the bucket.
final class ObjectUpload {
  let path: String
  /// Of the bytes and of the fields that are sent with them.
  let content: Fingerprint
  private let upload: HTTPUpload
  private let bodyHash: String

  init(_ path: String, _ bytes: [UInt8]) {
    self.path = path
    upload = .bytes(bytes)
    let hash = sha256(bytes)
    bodyHash = lowercaseHex(hash)
    content = Self.fingerprint(of: hash, ObjectFields(of: path))
  }

  /// Reads the file, and keeps it open until it was sent.
  init(_ path: String, copying file: borrowing OpenFile) throws {
    self.path = path
    let hash = try Self.hash(of: file)
    bodyHash = lowercaseHex(hash)
    content = Self.fingerprint(of: hash, ObjectFields(of: path))
    let descriptor = fcntl(file.descriptor, F_DUPFD_CLOEXEC, 0)
    guard descriptor >= 0 else { throw PublicFolder.Failure(path: path, reason: errno) }
    upload = .file(descriptor, size: file.size)
  }

  deinit { if case .file(let descriptor, _) = upload { close(descriptor) } }

  /// - Parameter condition: `If-Match` or `If-None-Match`; nil to overwrite any object.
  func request(_ condition: HTTPField?) -> StoreRequest {
    var request = StoreRequest(.put, path)
    request.fields = ObjectFields(of: path).all + [HTTPField(Self.mark, contentText)]
    if let condition { request.fields.append(condition) }
    request.upload = upload
    request.bodyHash = bodyHash
    return request
  }

  /// Whether an object was put with the same bytes and fields, by us.
  func isSame(as object: HTTPResponse) -> Bool { object.first(Self.mark) == contentText }

  private var contentText: String { String(content.bits, radix: 16) }

  /// The field in which a store keeps ``content`` for us.
  private static let mark = "x-amz-meta-courant-content"

  private static func fingerprint(of hash: [UInt8], _ fields: ObjectFields) -> Fingerprint {
    Fingerprint(digest: sha256(hash + Array("\(fields.contentType)\n\(fields.cacheControl)".utf8)))
  }

  /// In pieces, so that memory does not grow with the file.
  private static func hash(of file: borrowing OpenFile) throws -> [UInt8] {
    guard let stream = HashStream() else { throw ChangedMeanwhile() }
    var block = [UInt8](repeating: 0, count: 65_536)
    var place = 0
    while place < file.size {
      let count = min(block.count, file.size - place)
      let got = block.withUnsafeMutableBytes { pread(file.descriptor, $0.baseAddress, count, off_t(place)) }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { throw ChangedMeanwhile() }
      stream.add(block[..<got])
      place += got
    }
    guard file.isUnchanged else { throw ChangedMeanwhile() }
    return stream.finish()
  }
}
