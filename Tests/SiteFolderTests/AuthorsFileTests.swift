import Model
import SiteFolder
import Testing

@Suite struct AuthorsFileTests {
  private func read(_ authors: String) throws -> (site: Site?, findings: [String]) {
    try withSite(soundSite.merging(["authors.toml": authors]) { $1 }) { folder in
      let (site, findings) = SiteReader(folder: folder).read()
      return (site, findings.map(\.description))
    }
  }

  @Test func theElementsAreReadInTheirOrder() throws {
    let (site, findings) = try read(
      """
      ["Zoë Zimmer"]
      role = "Neurologist"
      conflicts = "None."
      url = "https://example.org/zoe/"
      [Ann]
      """)
    #expect(findings == [])
    var zoe = Author(name: "Zoë Zimmer")
    zoe.role = "Neurologist"
    zoe.conflicts = "None."
    zoe.url = "https://example.org/zoe/"
    #expect(site?.authors == [zoe, Author(name: "Ann")])
    #expect(site?.author(named: "zoë zimmer") == zoe)
    #expect(site?.author(named: "Zoe") == nil)
  }

  @Test(arguments: [
    ("[Ann]\nrolle = \"x\"", "authors.toml:2:1: unknown key `rolle`; did you mean `role`?"),
    ("Ann = \"x\"", "authors.toml:1:7: `Ann` must be a table, for example [Ann]; found a string"),
    (
      "[Ann]\nurl = \"ann\"",
      "authors.toml:2:7: `url` must be the URL of a page, for example \"https://example.org/ann/\""
    ),
    (
      "[\"Ann Archer\"]\n[\"ann archer\"]",
      "authors.toml:2:2: `ann archer` and `Ann Archer` are one name; remove one of them"
    ),
    ("[\" \"]", "authors.toml:1:2: ` ` is not a name; write it as articles do"),
  ])
  func aMistakeIsReportedByItsPlace(_ text: String, _ finding: String) throws {
    let (site, findings) = try read(text)
    #expect(site == nil)
    #expect(findings == [finding])
  }
}
