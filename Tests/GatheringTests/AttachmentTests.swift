import Foundation
import Model
import Testing

@testable import Gathering

/// `attach` in front matter.
@Suite struct AttachmentTests {
  private static let kinds =
    "csv, docx, epub, gif, ics, jpeg, jpg, odp, ods, odt, pdf, png, pptx, vcf, webp, xlsx"

  private func read(_ lines: String, in site: TemporarySite) throws -> ([Model.Attachment], [String]) {
    try site.write("---\ntitle: A\ndate: 2026-11-20\n\(lines)\n---\nBody.\n", to: "articles/a.md")
    switch site.source().read("articles/a.md") {
    case .article(let article, let warnings): return (article.attachments, warnings.map(\.description))
    case .fault(let findings): return ([], findings.map(\.description))
    default: return ([], ["not an article"])
    }
  }

  @Test(arguments: [
    ("attach: [Final programme.pdf, sub/table.csv]", ["Final%20programme.pdf 9", "sub/table.csv 5"]),
    ("attach: Final programme.pdf", ["Final%20programme.pdf 9"]),
    ("attach: [Final programme.pdf, ./FINAL PROGRAMME.PDF]", ["Final%20programme.pdf 9"]),
    ("attach: {file: sub/table.csv, title: ' All  numbers '}", ["sub/table.csv 5 All numbers"]),
    ("attach: [/sub/table.csv]", ["sub/table.csv 5"]),
    ("attach: []", []),
  ])
  func filesNextToTheArticleAreAttachedWithTheirLengths(_ lines: String, _ expected: [String]) throws {
    let site = try TemporarySite(["articles/Final programme.pdf": "programme", "articles/sub/table.csv": "a,b\n1"])
    let (files, findings) = try read(lines, in: site)
    #expect(findings == [])
    let base = "https://example.org/news/articles/"
    let shown = files.map { ["\($0.url.dropFirst(base.count)) \($0.length)", $0.title].compactMap(\.self) }
    #expect(shown.map { $0.joined(separator: " ") } == expected)
  }

  @Test(arguments: [
    ("gone.pdf", "names \"gone.pdf\", but there is no such file next to the article; add it, or correct the name"),
    ("empty.pdf", "names \"empty.pdf\", which is empty; write it again, or remove it from `attach`"),
    ("link.pdf", "names \"link.pdf\", which is a symbolic link; replace it with the file"),
    (
      "out.pdf",
      "names \"out.pdf\", but this link leads out of the folder `articles` and is not followed; "
        + "replace it with the file"
    ),
    ("folder.pdf", "names \"folder.pdf\", but not a regular file; not published"),
    (
      "../secret.pdf",
      "names \"../secret.pdf\", but there is no such file next to the article; add it, or correct the name"
    ),
    ("drafts/x.pdf", "names \"drafts/x.pdf\", which is not published; move it next to the article"),
    ("big.pdf", "names \"big.pdf\", which has 25.1 MB; attach at most 25 MB, or put it elsewhere and link to it"),
    ("run.exe", "names \"run.exe\", which cannot be attached; use one of \(kinds)"),
    ("a.md", "names \"a.md\", which cannot be attached; use one of \(kinds)"),
    ("x.svg", "names \"x.svg\", which cannot be attached; use one of \(kinds)"),
    (
      "https://x.example/a.pdf",
      "names \"https://x.example/a.pdf\", which is a URL; attach a file next to the article, or link to it in the text"
    ),
    ("''", "names no file; write [\"programme.pdf\"], the names of files next to the article"),
  ])
  func aFileThatCannotBeAttachedIsAnError(_ name: String, _ sentence: String) throws {
    let site = try TemporarySite([
      "articles/empty.pdf": "", "articles/real.pdf": "x", "secret.pdf": "x", "articles/drafts/x.pdf": "x",
      "articles/x.svg": "x", "articles/run.exe": "x", "articles/folder.pdf/x.pdf": "x",
    ])
    try site.link("articles/link.pdf", to: "real.pdf")
    try site.link("articles/out.pdf", to: "../secret.pdf")
    try site.write("", to: "articles/big.pdf")
    let big = try FileHandle(forWritingTo: URL(filePath: site.root + "/articles/big.pdf"))
    try big.truncate(atOffset: 25_060_000)
    let (_, findings) = try read("attach:\n  - \(name)", in: site)
    #expect(findings == ["articles/a.md:5:5: `attach` \(sentence)"])
  }

  @Test func elevenFilesAreTooMany() throws {
    let site = try TemporarySite(["articles/a.pdf": "x"])
    let (_, findings) = try read("attach: [\(Array(repeating: "a.pdf", count: 11).joined(separator: ", "))]", in: site)
    #expect(findings == ["articles/a.md:4:9: `attach` lists 11 files; write at most 10"])
  }

  @Test func anUnknownKeyIsAnError() throws {
    let site = try TemporarySite(["articles/a.pdf": "x"])
    let (_, findings) = try read("attach: [{file: a.pdf, titel: A}]", in: site)
    #expect(findings == ["articles/a.md:4:24: unknown key `attach.titel`; did you mean `title`?"])
  }

  /// Its length is stored with the article.
  @Test func anArticleIsReadAgainWhenItsAttachmentMayHaveChanged() throws {
    let site = try TemporarySite([
      "articles/a.pdf": "x", "articles/a.md": "---\ntitle: A\ndate: 2026-11-20\nattach: a.pdf\n---\nB",
    ])
    let file = withExtendedLifetime(site) { site.source().examine("articles/a.md") }
    #expect(file.lacksSomething)
    #expect(file.mentions?.shownFiles == ["articles/a.pdf"])
  }
}
