internal import Glibc

/// Whether this process may take what drawing needs. GLib ends the process where it can start no thread or has no memory.
enum DrawingRoom {
  /// The address space that the libraries, their threads and their fonts take at most, in bytes (`ulimit -v`).
  static let bytes = 256 << 20

  /// Throws if a limit of the process does not allow that much, or another thread (`ulimit -u`).
  static func check(bytes: Int = bytes) throws(MissingDrawing) {
    guard hasAddresses(bytes) else {
      let needed = "\(bytes >> 20) MB of address space"
      throw MissingDrawing(description: "drawing needs \(needed), more than this process may have; raise `ulimit -v`")
    }
    guard canStartThread() else {
      throw MissingDrawing(description: "drawing needs threads, and this process may start none; raise `ulimit -u`")
    }
  }

  /// Reserves the addresses and gives them back; no memory is used.
  private static func hasAddresses(_ bytes: Int) -> Bool {
    let room = unsafe mmap(nil, bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
    guard let room = unsafe room, unsafe room != MAP_FAILED else { return false }
    unsafe munmap(room, bytes)
    return true
  }

  private static func canStartThread() -> Bool {
    var thread = pthread_t()
    guard unsafe pthread_create(&thread, nil, { _ in nil }, nil) == 0 else { return false }
    pthread_join(thread, nil)
    return true
  }
}
