import Foundation
import Model
import SiteFolder
import Testing

struct RelayPasswordTests {
  private let environment = ["COURANT_SMTP_PASSWORD": "from the environment"]

  private func relay(user: String? = "ann", file: String? = "secret") -> MailSettings.Relay {
    var relay = MailSettings.Relay(host: "localhost", port: 25, user: user)
    relay.passwordFile = file
    return relay
  }

  private func read(
    _ content: String, mode: Int = 0o600, _ relay: MailSettings.Relay, _ environment: [String: String] = [:]
  ) throws -> String? {
    try withSite(["secret": content]) { folder in
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder + "/secret")
      return try password(for: relay, folder: folder, environment: environment)
    }
  }

  @Test func theEnvironmentComesFirst() throws {
    #expect(try read("from the file\n", relay(), environment) == "from the environment")
    #expect(try read("from the file\n", relay(), ["COURANT_SMTP_PASSWORD": ""]) == "from the file")
  }

  @Test func withoutAUserThereIsNoPassword() throws {
    #expect(try read("x", relay(user: nil), environment) == nil)
    #expect(try read("x", relay(file: nil)) == nil)
  }

  @Test(arguments: [("a b ", "a b "), ("pä\n", "pä"), ("p\r\n", "p"), ("\u{FEFF}p\n", "p")])
  func onlyTheLineEndIsCut(content: String, expected: String) throws {
    #expect(try read(content, relay()) == expected)
  }

  @Test(arguments: [0o640, 0o604, 0o610, 0o602])
  func aFileThatOthersCanReachIsRefused(mode: Int) {
    #expect(throws: Finding("secret", "others can read this password; run `chmod 600 secret`")) {
      try read("x", mode: mode, relay())
    }
  }

  @Test(arguments: ["", "\n", "a\nb\n", "a\n\n", "a\u{0}"])
  func textOfSeveralLinesIsRefused(content: String) {
    #expect(throws: Finding("secret", "the password must be one non-empty line")) {
      try read(content, relay())
    }
  }

  @Test func aMissingFileIsReported() {
    #expect(throws: Finding("other", "there is no such file, but `password_file` in schedule.conf names it; create it"))
    {
      try read("x", relay(file: "other"))
    }
  }
}

struct TemplateOverrideTests {
  @Test func templatesAreReadByName() throws {
    let files = [
      "templates/digest.text": "text", "templates/digest.html": "html", "templates/README.md": "",
      "templates/.swp": "", "templates/digest.htm": "", "templates/style.css": "css",
    ]
    let (templates, findings) = try withSite(files) { templateOverrides(folder: $0) }
    #expect(
      templates.map { "\($0.name) \($0.path) \($0.text)" } == [
        "digest.html templates/digest.html html", "digest.text templates/digest.text text",
        "style.css templates/style.css css",
      ])
    #expect(
      findings == [
        Finding(
          "templates/digest.htm",
          "is not used; templates are files such as digest.html and digest.text, and style.css", weight: .warning)
      ])
  }

  /// Editors on Windows write one.
  @Test func aByteOrderMarkIsNotPartOfATemplateOrStyleSheet() throws {
    let files = ["templates/digest.text", "templates/style.css", "templates/themes/mine/theme.css"]
    let (templates, theme) = try withSite(Dictionary(uniqueKeysWithValues: files.map { ($0, "\u{FEFF}a") })) {
      (templateOverrides(folder: $0).templates, themeFiles(of: "mine", folder: $0).files)
    }
    #expect((templates + theme).map { Array($0.text.utf8) } == [[0x61], [0x61], [0x61]])
  }

  @Test func noFolderMeansNoTemplates() throws {
    let (templates, findings) = try withSite([:]) { templateOverrides(folder: $0) }
    #expect(templates.isEmpty && findings.isEmpty)
  }

  @Test func theFilesOfAThemeAreReadByName() throws {
    let place = "templates/themes/mine/"
    let files = [
      place + "theme.toml": "colours", place + "theme.css": "styles", place + "mail-lead.html": "html",
      place + "README.md": "", place + ".swp": "", place + "logo.png": "", "templates/themes/other/theme.toml": "",
      "templates/digest.html": "html",
    ]
    let (own, findings, overrides) = try withSite(files) { folder in
      let (own, findings) = themeFiles(of: "mine", folder: folder)
      return (own, findings, templateOverrides(folder: folder))
    }
    #expect(
      own.map { "\($0.name) \($0.path) \($0.text)" } == [
        "mail-lead.html \(place)mail-lead.html html", "theme.css \(place)theme.css styles",
        "theme.toml \(place)theme.toml colours",
      ])
    #expect(
      findings == [
        Finding(
          place + "logo.png",
          "is not used; a theme consists of theme.toml, theme.css and templates such as mail-lead.html",
          weight: .warning)
      ])
    #expect(overrides.templates.map(\.name) == ["digest.html"] && overrides.findings.isEmpty)
  }

  @Test func aSitesOwnThemeMayBeNamed() throws {
    var files = soundSite
    files["templates/themes/mine/README.md"] = ""
    files["schedule.conf"] = files["schedule.conf"]?.replacing("[mail]", with: "[mail]\ntheme = \"mine\"")
    #expect(try withSite(files) { SiteReader(folder: $0).read() }.site?.mail?.theme == "mine")
  }
}
