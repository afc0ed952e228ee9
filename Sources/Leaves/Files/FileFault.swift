internal import Glibc

/// Why a file could not be read or created.
package enum FileFault: Error, Hashable, CustomStringConvertible {
  /// An `errno`.
  case system(Int32)
  /// Longer than the reader's limit.
  case tooLong

  package var description: String {
    switch self {
    case .system(let number): unsafe String(cString: strerror(number))
    case .tooLong: "the file is too long"
    }
  }
}
