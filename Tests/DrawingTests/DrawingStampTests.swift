import CourantTesting
import Foundation
import Testing

@testable import Drawing

struct DrawingStampTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("a font", to: "noto/sans/NotoSans.ttf")
  }

  private var stamp: [String] { DrawingStamp.folders([folder.path]) }

  @Test func foldersAreNamedOnceEach() {
    let folders = stamp.map { $0.prefix { $0 != " " }.dropFirst(folder.path.count) }
    #expect(folders == ["", "/noto", "/noto/sans"])
    #expect(DrawingStamp.now() == DrawingStamp.now())
  }

  @Test(arguments: ["noto/sans/Another.ttf", "noto/serif/NotoSerif.ttf"])
  func anotherFontChangesTheStamp(file: String) throws {
    let before = stamp
    try folder.write("another", to: file)
    #expect(stamp != before)
  }

  @Test func fontsBehindALinkAreSeen() throws {
    let linked = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/linked", withDestinationPath: linked.path)
    let before = stamp
    try linked.write("another", to: "deep/NotoSerif.ttf")
    #expect(stamp != before)
  }

  @Test func aCircleOfLinksEnds() throws {
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/noto/round", withDestinationPath: folder.path)
    #expect(stamp.count < 100)
  }

  @Test func aMissingFolderIsNoLine() {
    #expect(DrawingStamp.folders([folder.path + "/none"]) == [])
  }
}
