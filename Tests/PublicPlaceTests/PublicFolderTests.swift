import CourantTesting
import Files
import PublicPlace
import Testing

struct PublicFolderTests {
  @Test func onlyFilesWithOtherBytesAreWritten() throws {
    let temporary = try TemporaryFolder()
    let folder = PublicFolder(temporary.path + "/public")
    #expect(try folder.write([1, 2], to: "a/b.png"))
    #expect(try !folder.write([1, 2], to: "a/b.png"))
    #expect(try folder.write([1, 3], to: "a/b.png"))
    #expect(try readFile(temporary.path + "/public/a/b.png") == [1, 3])
  }
}
