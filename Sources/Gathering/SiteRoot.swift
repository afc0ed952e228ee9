internal import Glibc
internal import Markdown
internal import Model
internal import Synchronization

/// The folder that no path may leave.
struct SiteRoot: Sendable {
  /// What Courant itself makes, at the top of the site: no source of articles.
  static let generated: Set<String> = ["public", "var"]

  private let root: String
  /// Without symbolic links; nil if there is no such folder.
  private let realRoot: String?
  private let lastFolder = LastFolder()

  init(_ root: String) { (self.root, realRoot) = (root, realPath(root)) }

  func absolute(_ path: String) -> String { path.isEmpty ? root : root + "/" + path }

  /// Where `path` really lies, if that exists and is inside the site folder.
  func resolved(_ path: String) -> String? {
    guard let real = realPath(absolute(path)), let realRoot else { return nil }
    return real == realRoot || realRoot == "/" || real.utf8.starts(with: (realRoot + "/").utf8) ? real : nil
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
    let descriptor = try descriptor(of: path)
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw UnreadableFile("this file is not a file.")
    }
    guard status.st_size <= MarkdownDocument.maxBytes else { throw .tooLong }
    return try bytes(of: descriptor, expecting: Int(status.st_size))
  }

  /// Opens a file inside the site folder. One that is no symbolic link lies where its folder does.
  private func descriptor(of path: String) throws(UnreadableFile) -> Int32 {
    // Without O_NONBLOCK, opening a pipe would wait for its writer.
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK
    let end = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    if let folder = lastFolder.real(path[..<(end ?? path.startIndex)], find: { resolved($0) }) {
      let name = end.map { path[path.utf8.index(after: $0)...] } ?? path[...]
      let descriptor = unsafe open(folder + "/" + name, flags | O_NOFOLLOW)
      if descriptor >= 0 { return descriptor }
    }
    guard let real = resolved(path) else {
      throw UnreadableFile(errno == ENOENT ? "this file is not there." : "this file is not inside the site folder.")
    }
    let descriptor = unsafe open(real, flags)
    guard descriptor >= 0 else { throw UnreadableFile("this file cannot be opened: \(lastError()).") }
    return descriptor
  }

  private func bytes(of descriptor: Int32, expecting size: Int) throws(UnreadableFile) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      // One byte more than there should be, so that a file of the expected size ends within the first read.
      let room = max(size + 1 - bytes.count, 4096)
      var got = 0
      let block = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        repeat { got = unsafe Glibc.read(descriptor, buffer.baseAddress, room) } while got < 0 && errno == EINTR
        count = max(got, 0)
      }
      guard got >= 0 else { throw UnreadableFile("this file cannot be read: \(lastError()).") }
      if bytes.isEmpty { bytes = block } else { bytes += block }
      guard bytes.count <= MarkdownDocument.maxBytes else { throw .tooLong }
      if got < room { return bytes }
    }
  }
}

/// Where the folder of the last file that was read really lies: articles are read folder by folder.
private final class LastFolder: Sendable {
  private let last = Mutex<(path: Substring, real: String?)?>(nil)

  func real(_ path: Substring, find: (String) -> String?) -> String? {
    last.withLock { last in
      if let last, last.path == path { return last.real }
      let real = find(String(path))
      last = (path, real)
      return real
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
