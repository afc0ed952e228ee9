internal import Glibc
internal import Markdown
internal import Model

/// The folder that no path may leave.
struct SiteRoot: Sendable {
  /// What Courant itself makes, at the top of the site: no source of articles.
  static let generated: Set<String> = ["public", "var"]

  private let root: String
  /// Without symbolic links; nil if there is no such folder.
  private let realRoot: String?

  init(_ root: String) { (self.root, realRoot) = (root, realPath(root)) }

  func absolute(_ path: String) -> String { path.isEmpty ? root : root + "/" + path }

  /// Where `path` really lies, if that exists and is inside the site folder.
  func resolved(_ path: String) -> String? {
    guard let real = realPath(absolute(path)), let realRoot else { return nil }
    return real == realRoot || realRoot == "/" || real.hasPrefix(realRoot + "/") ? real : nil
  }

  /// The status of what a symbolic link leads to; false if that is not inside the site folder.
  func follow(_ path: String, _ status: inout stat) -> Bool {
    guard let target = resolved(path) else { return false }
    return unsafe stat(target, &status) == 0
  }

  func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(absolute(path), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The bytes of a regular file inside the site folder, or a sentence that says why there are none.
  func read(_ path: String) throws(UnreadableFile) -> [UInt8] {
    guard let real = resolved(path) else {
      throw UnreadableFile(errno == ENOENT ? "this file is not there." : "this file is not inside the site folder.")
    }
    // Without O_NONBLOCK, opening a pipe would wait for its writer.
    let descriptor = unsafe open(real, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw UnreadableFile("this file cannot be opened: \(lastError()).") }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw UnreadableFile("this file is not a file.")
    }
    guard status.st_size <= MarkdownDocument.maxBytes else { throw .tooLong }
    return try bytes(of: descriptor, expecting: Int(status.st_size))
  }

  private func bytes(of descriptor: Int32, expecting size: Int) throws(UnreadableFile) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var count = 0
    while true {
      let got = unsafe bytes.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress! + count, $0.count - count)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw UnreadableFile("this file cannot be read: \(lastError()).") }
      count += got
      if got == 0 { return Array(bytes.prefix(count)) }
      guard count <= MarkdownDocument.maxBytes else { throw .tooLong }
      if count == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }  // it grows while we read
    }
  }
}

struct UnreadableFile: Error {
  let sentence: String

  init(_ sentence: String) { self.sentence = sentence }

  static let tooLong = UnreadableFile(
    "this file is longer than \(MarkdownDocument.maxBytes / 1_000_000) MB; no article is.")
}

extension FileStamp {
  init(_ status: stat) {
    let nanoseconds = { (time: timespec) in Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec) }
    self.init(
      size: Int64(status.st_size), modified: nanoseconds(status.st_mtim), changed: nanoseconds(status.st_ctim),
      inode: UInt64(status.st_ino))
  }
}

private func realPath(_ path: String) -> String? {
  guard let real = unsafe realpath(path, nil) else { return nil }
  defer { unsafe free(real) }
  return unsafe String(cString: real)
}

/// What `errno` says.
func lastError() -> String { unsafe String(cString: strerror(errno)) }

/// A path as a finding can show it: on one line.
func printable(_ path: String) -> String { oneLine(path) }
