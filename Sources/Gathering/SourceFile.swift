internal import Files
internal import Glibc

/// A regular file of a source, open for reading. What it is was judged when it was opened.
package struct SourceFile: ~Copyable {
  package let descriptor: Int32
  let status: stat

  /// In bytes, when it was opened.
  package var size: Int { Int(status.st_size) }

  /// Whether it is still what it was when it was opened.
  package var isUnchanged: Bool {
    var now = stat()
    return unsafe fstat(descriptor, &now) == 0 && FileStamp(now) == FileStamp(status)
  }

  /// Takes the descriptor over. Throws if it is none of a regular file.
  init(owning descriptor: Int32) throws(UnreadableFile) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .notAFile
    }
    (self.descriptor, self.status) = (descriptor, status)
  }

  deinit { close(descriptor) }

  /// All of it; at most `most` bytes.
  func bytes(most: Int) throws(UnreadableFile) -> [UInt8] {
    do throws(FileFault) {
      return try readToEnd(descriptor, size: size, most: most)
    } catch .tooLong {
      throw .tooLong
    } catch {
      throw UnreadableFile("this file cannot be read: \(error).", isPassing: true)
    }
  }
}

/// Why a file is not read.
package struct UnreadableFile: Error, CustomStringConvertible {
  package let sentence: String

  /// Whether the file may be as it was, and only cannot be read at the moment: permissions, a faulty disk or network, too
  /// many open files.
  let isPassing: Bool

  init(_ sentence: String, isPassing: Bool = false) {
    self.sentence = sentence
    self.isPassing = isPassing
  }

  package var description: String { sentence }
}
