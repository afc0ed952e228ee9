import CourantTesting
import Files
import Foundation
import Testing

@Suite struct CreateFileTests {
  private let folder: TemporaryFolder
  private let bytes = Array("secret".utf8)

  init() throws { folder = try TemporaryFolder() }

  @Test func aNewFileHasItsBytesAndIsForItsOwnerAlone() throws {
    let path = folder.path + "/key"
    #expect(try createPrivateFile(path, bytes))
    #expect(try readFile(path) == bytes)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func aFileThatExistsStaysAsItIs() throws {
    try folder.write("old", to: "key")
    #expect(try !createPrivateFile(folder.path + "/key", bytes))
    #expect(folder.text("key") == "old")
  }

  @Test func nothingIsWrittenThroughASymbolicLink() throws {
    let link = folder.path + "/key"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path + "/elsewhere")
    #expect(try !createPrivateFile(link, bytes))
    #expect(folder.text("elsewhere") == nil)
  }

  @Test func withoutTheFolderThereIsAReason() {
    #expect(throws: FileFault.system(ENOENT)) { try createPrivateFile(folder.path + "/none/key", bytes) }
  }
}
