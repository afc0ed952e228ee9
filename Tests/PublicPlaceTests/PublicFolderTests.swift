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

  @Test func foldersThatAreLeftEmptyAreRemovedWithTheirLastFile() throws {
    let temporary = try TemporaryFolder()
    let folder = PublicFolder(temporary.path + "/public")
    for path in ["p/x/1.txt", "p/x/2.txt", "p.txt"] { _ = try folder.write([1], to: path) }
    #expect(try folder.remove("p/x/1.txt") && folder.exists("p/x"))
    #expect(try folder.remove("p/x/2.txt") && !folder.exists("p"))
    #expect(try folder.remove("p.txt") && folder.exists(""))
    #expect(try !folder.remove("p/x/2.txt"))
  }
}
