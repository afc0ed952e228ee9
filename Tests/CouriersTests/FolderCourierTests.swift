import Couriers
import Files
import Foundation
import Model
import Testing

@Suite struct FolderCourierTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "courant-\(UUID().uuidString)").path

  @Test func eachMessageIsAFileOctetForOctet() throws {
    defer { remove(folder) }
    let courier = FolderCourier(folder: folder)
    let parcels = [try parcel(message: ".dots\r\n"), try parcel(to: "b@example.org", message: "no end"), try parcel()]
    let names = ["0001-reader@example.org.eml", "0002-b@example.org.eml", "0003-reader@example.org.eml"]
    for (parcel, name) in zip(parcels, names) {
      let outcome = try courier.carry(parcel) {}
      #expect(outcome == .accepted(Reply(stage: .finalDot, code: 250, text: "written to \(folder)/\(name)")))
      #expect(try readFile("\(folder)/\(name)") == parcel.message)
    }
    #expect(try files() == names)
  }

  @Test func aFolderIsContinued() throws {
    defer { remove(folder) }
    _ = try FolderCourier(folder: folder).carry(parcel(to: "a@example.org")) {}
    _ = try FolderCourier(folder: folder).carry(parcel(to: "a@example.org")) {}
    #expect(try files() == ["0001-a@example.org.eml", "0002-a@example.org.eml"])
  }

  @Test(arguments: [
    ("a/../b@example.org", "0001-a_.._b@example.org.eml"),
    ("*?|~@example.org", "0001-____@example.org.eml"),
    ("jörg@example.org", "0001-j_rg@example.org.eml"),
  ])
  func aFileNameIsSafe(_ address: String, _ name: String) throws {
    defer { remove(folder) }
    guard let recipient = EmailAddress(address) else { return }
    let plain = try parcel()
    _ = try FolderCourier(folder: folder)
      .carry(Parcel(sender: plain.sender, recipient: recipient, message: plain.message)) {}
    #expect(try files() == [name])
  }

  @Test func nothingIsLeftWhenCommitThrows() throws {
    struct DiskFull: Error {}
    defer { remove(folder) }
    let courier = FolderCourier(folder: folder)
    #expect(throws: DiskFull.self) { try courier.carry(parcel()) { throw DiskFull() } }
    #expect(try files() == [])
  }

  @Test func aFolderThatCannotBeWrittenIsARelayFailure() throws {
    let courier = FolderCourier(folder: "/proc/nowhere")
    guard case .unsent(let trouble) = try courier.carry(parcel(), commit: { Issue.record("nothing to commit") }) else {
      Issue.record("sent to nowhere")
      return
    }
    #expect(trouble.isPermanent)
    #expect(trouble.sentence.hasPrefix("/proc/nowhere takes no mail: "))
  }

  private func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  private func remove(_ folder: String) {
    // A folder that a test did not get to create need not be removed.
    try? FileManager.default.removeItem(atPath: folder)
  }
}
