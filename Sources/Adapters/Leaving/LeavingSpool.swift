internal import Files
internal import Foundation

/// The folder `var/leaving/`: one file for each reader who left while the ledger was unavailable.
///
/// A file is on disk before its reader is answered, and is deleted only after the ledger has recorded it. Recording it
/// twice is harmless.
package struct LeavingSpool: Sendable {
  package let folder: String
  /// Departures beyond this are not accepted, so that the disk cannot be filled while the ledger is broken.
  private let most: Int

  package enum Fault: Error, Hashable, CustomStringConvertible {
    case full
    case unwritable(String)

    package var description: String {
      switch self {
      case .full: "too many files wait there; repair the ledger, then run `courant run`"
      case .unwritable(let reason): reason
      }
    }
  }

  package init(site: String, most: Int = 10_000) {
    folder = site + "/var/leaving"
    self.most = most
  }

  /// Writes durably. The same departure is written once.
  package func add(_ departure: Departure) throws(Fault) {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .unwritable("\(folder): \(error)")
    }
    let name = folder + "/" + departure.token.lowercased() + (departure.all ? ".all" : ".one")
    guard names.count < most || FileManager.default.fileExists(atPath: name) else { throw .full }
    do throws(FileFault) {
      _ = try createPrivateFile(name, departure.bytes)
    } catch {
      throw .unwritable("\(name): \(error)")
    }
    syncFolder()
  }

  /// Whether someone who left with this token waits here.
  package func holds(_ token: String) -> Bool {
    [".all", ".one"].contains { FileManager.default.fileExists(atPath: folder + "/" + token.lowercased() + $0) }
  }

  /// Passes each departure to `record` and deletes its file; if `record` throws, the rest stay. Returns how many were
  /// recorded. A file that is not a complete departure is deleted: its reader never got an answer.
  package func takeIn(_ record: (Departure) throws -> Void) throws -> Int {
    var count = 0
    for name in names {
      let path = folder + "/" + name
      guard let bytes = try? readFile(path, most: 4096) else { continue }  // another process has just taken it
      if let departure = Departure(bytes) {
        try record(departure)
        count += 1
      }
      unlink(path)
    }
    return count
  }

  private var names: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []  // no folder: no departures
    return names.filter { $0.hasSuffix(".one") || $0.hasSuffix(".all") }.sorted()
  }

  /// A new file survives a power failure only if its folder is also on disk.
  private func syncFolder() {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
