internal import CGlibc
internal import Foundation
internal import Glibc

extension PublicFolder {
  /// The open folder: all paths used in it are relative.
  struct Root: ~Copyable {
    let descriptor: Int32
    private let path: String

    /// Creates the folder if it does not exist.
    init(_ path: String, mode: mode_t) throws {
      self.path = path
      var descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      if descriptor < 0, errno == ENOENT {
        do {
          try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
          throw Failure(path: path, reason: (error as NSError).underlyingPOSIXCode ?? errno)
        }
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        fchmod(descriptor, mode)
      }
      guard descriptor >= 0 else { throw Failure(path: path, reason: errno) }
      self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// A failure about a file, from `errno`.
    func failure(_ file: String) -> Failure { Failure(path: path + "/" + file, reason: errno) }
  }
}

extension PublicFolder.Root {
  /// Waits until everything ever written to this file system is on disk. Since Linux 5.8 this fails if anything could
  /// not be written since the folder was opened.
  func syncAll() throws {
    guard syncfs(descriptor) == 0 else { throw failure(".") }
  }

  func write(_ bytes: ArraySlice<UInt8>, _ file: Int32, _ path: String) throws {
    var done = 0
    while done < bytes.count {
      let written = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress! + done, $0.count - done) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw failure(path) }
      done += written
    }
  }

  /// Gives an open file the date of another file.
  func date(_ file: Int32, like other: String) throws {
    var status = stat()
    guard fstatat(descriptor, other, &status, 0) == 0, futimens(file, [status.st_mtim, status.st_mtim]) == 0 else {
      throw failure(other)
    }
  }

  /// Whether a file exists with these bytes; false if it cannot be read.
  func holds(_ bytes: [UInt8], _ path: String) -> Bool {
    var status = stat()
    guard fstatat(descriptor, path, &status, 0) == 0, status.st_mode & S_IFMT == S_IFREG,
      Int(status.st_size) == bytes.count
    else { return false }
    let file = openat(descriptor, path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    var done = 0
    var block = [UInt8](repeating: 0, count: min(bytes.count, 65_536))
    while done < bytes.count {
      let count = block.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0, count <= bytes.count - done,
        block[..<count].elementsEqual(bytes[done..<(done + count)])
      else { return false }
      done += count
    }
    return true
  }
}

extension NSError {
  fileprivate var underlyingPOSIXCode: Int32? {
    if domain == NSPOSIXErrorDomain { return Int32(code) }
    return (userInfo[NSUnderlyingErrorKey] as? NSError)?.underlyingPOSIXCode
  }
}
