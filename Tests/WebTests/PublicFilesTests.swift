import CourantTesting
import Model
import Testing

@testable import Web

/// `public/` as `courant serve --static` shows it.
@Suite struct PublicFilesTests {
  @Test(arguments: [
    ("index.html", "text/html; charset=utf-8"), ("dates.ics", "text/calendar; charset=utf-8"),
    ("form.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("LICENSE", "application/octet-stream"),
  ])
  func filesHaveTheirMediaTypes(_ name: String, _ type: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: name)
    let answer = PublicFiles(folder: folder.path, below: Room.site).answer(WebRequest("GET", "/" + name))
    #expect(answer?.status == 200)
    #expect(answer?.field("Content-Type") == type)
  }
}
