import Testing

@testable import Model

struct MediaTypeTests {
  @Test(arguments: [
    ("index.html", "text/html; charset=utf-8"), ("a/b/PROGRAMME.PDF", "application/pdf"),
    ("https://example.org/x.csv", "text/csv; charset=utf-8"), ("dates.ics", "text/calendar; charset=utf-8"),
    ("form.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("table.ods", "application/vnd.oasis.opendocument.spreadsheet"), ("site.webmanifest", "application/manifest+json"),
    ("README", "application/octet-stream"), ("v1.2/README", "application/octet-stream"),
    ("a.", "application/octet-stream"),
    ("", "application/octet-stream"), ("x.exe", "application/octet-stream"), (".html", "text/html; charset=utf-8"),
  ])
  func answersNameTheTypeOfAFile(_ name: String, _ expected: String) {
    #expect(MediaType.content(ofFile: name) == expected)
  }

  @Test func allFilesThatCanBeAttachedHaveAType() {
    for ending in Attachment.endings {
      #expect(Attachment.type(ofFile: "a." + ending) != nil, "\(ending)")
    }
    #expect(Attachment.type(ofFile: "a.svg") == nil)
    #expect(Attachment.type(ofFile: "a.html") == nil)
  }
}
