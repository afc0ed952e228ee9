internal import Digests
internal import Files
internal import Foundation
package import Cryptography
package import Languages
package import Model
internal import Pages
internal import Presentation
package import PublicPlace
package import SiteFolder
internal import Syndication
package import Templates
package import Themes
package import Time

/// A site folder whose settings and templates were read and have no errors.
package struct OpenedSite: Sendable {
  /// Absolute path.
  package let folder: String
  package let site: Site
  /// The templates of pages.
  package let templates: TemplateSet
  /// The same with the phrases of the site's other languages, by tag.
  let templatesOfLanguages: [String: TemplateSet]
  /// The themes of emails, by the look of digests.
  package let themes: [MailLook: Theme]
  /// The site's own files of these themes.
  package let themeFiles: [TemplateOverride]
  /// Changes whenever a setting, a feed or a template of the site does.
  package let key: String
  /// Findings about settings that work, but probably not as intended.
  package let warnings: [Finding]

  /// Errors in the settings; nothing can run until they are fixed.
  package struct Faults: Error {
    package let lines: [String]

    init(lines: [String]) { self.lines = lines }

    package init(_ line: String) { lines = [line] }
  }

  /// - Parameter theme: of all emails, in place of those in the settings.
  package init(folder: String, theme: String? = nil) throws(Faults) {
    self.folder = Self.absolute(folder)
    let (read, found) = SiteReader(folder: self.folder, builtInThemes: TemplateSet.builtInThemes).read()
    var site = theme.map { name in read?.wearing(name) } ?? read
    let (overrides, foundInTemplates) = templateOverrides(folder: self.folder)
    let own = overrides.map { ($0.name, $0.path, $0.text) }
    let siteThemes = SiteThemes(site, overrides: own, folder: self.folder)
    let findings = found + foundInTemplates + siteThemes.findings
    var faults = findings.filter { $0.weight == .fault }.sorted().map(\.description)
    var templates: TemplateSet?
    var ofLanguages: [String: TemplateSet] = [:]
    do throws(TemplateErrors) {
      templates = try TemplateSet(overrides: own, language: site?.speech ?? .english)
      for tag in site?.otherLanguages ?? [] {
        ofLanguages[tag] = try TemplateSet(overrides: own, language: site?.speaking(tag).speech ?? .english)
      }
    } catch {
      faults += error.all.map(\.description)
    }
    // A theme that is asked for by name is looked at, whoever wears it.
    let all = siteThemes.faults.values.joined()
    let others = theme == nil ? site?.takeFaults(of: siteThemes) ?? Array(all) : Array(all)
    faults += Set(others.map(\.description)).subtracting(faults).sorted()
    guard faults.isEmpty, let site, var templates else { throw Faults(lines: faults) }
    self.site = site
    let colours = siteThemes.themes[site.mailLook]?.pageColours ?? PageColours(ofBuiltIn: MailSettings.defaultTheme)
    templates.colours = colours.sheet
    self.templates = templates
    templatesOfLanguages = ofLanguages.mapValues { templates in
      var templates = templates
      templates.colours = colours.sheet
      return templates
    }
    themes = siteThemes.themes.mapValues { $0.among(pagesIn: colours.sheet) }
    themeFiles = siteThemes.files
    let written = Self.settings(self.folder) + (overrides + siteThemes.files).flatMap { [$0.path, $0.text] }
    let style = FeedStyleSheet(language: site.speech, colours: colours.sheet).bytes
    key = lowercaseHex(sha256(Array(written.joined(separator: "\u{0}").utf8) + TemplateSet.allBuiltIn + style))
    let ofBlocked = site.web == nil ? [] : BlockedDomains(in: self.folder).findings
    warnings = (findings + ofBlocked + Self.coloursWrittenTwice(own)).filter { $0.weight == .warning }.sorted()
  }

  /// The names of all themes that a site may use: the built-in ones and its own.
  package static func themes(in folder: String) -> [String] {
    (TemplateSet.builtInThemes + themeFolders(in: absolute(folder))).sorted()
  }

  /// The names and contents of schedule.conf, of authors.toml if there is one, of every feed, and of all files of phrases.
  private static func settings(_ folder: String) -> [String] {
    let others = ["feeds/", "languages/"].flatMap { place in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + place)) ?? []
      return names.filter { $0.hasSuffix(".toml") }.sorted().map { place + $0 }
    }
    return (["schedule.conf", "authors.toml"] + others).flatMap { path in
      // The reader of the settings reports unreadable files.
      [path, String(decoding: (try? readFile(folder + "/" + path)) ?? [], as: UTF8.self)]
    }
  }

  /// The templates of pages with the phrases of another language. The site's own files are read again.
  package func templates(in language: Language) throws(TemplateErrors) -> TemplateSet {
    let own = templateOverrides(folder: folder).templates.map { ($0.name, $0.path, $0.text) }
    var templates = try TemplateSet(overrides: own, language: language)
    templates.colours = self.templates.colours
    return templates
  }

  /// Colours in the site's own `style.css`, which pages show in place of the theme's.
  private static func coloursWrittenTwice(_ own: [TemplateSet.File]) -> [Finding] {
    guard let file = own.first(where: { $0.name == TemplateSet.styleName }) else { return [] }
    let head = PageColours.head(of: file.text)
    guard let first = head.first else { return [] }
    let sentence =
      "sets " + head.map { "`--\($0.role)`" }.joined(separator: ", ")
      + " in place of the theme, whose colours emails have; delete this here, and write colours into theme.toml only"
    return [Finding(file.path, line: first.line, column: first.column, sentence, weight: .warning)]
  }

  /// Domains whose addresses the pages for readers refuse (`blocked_domains`).
  package var blockedDomains: Set<String> { BlockedDomains(in: folder).domains }

  package var ledgerPath: String { folder + "/var/courant.sqlite" }
  /// The password of the ledger's server, from the file that the settings name; nil if they name none.
  package func serverPassword(of server: LedgerServer) throws(Faults) -> String? {
    do throws(Finding) {
      return try server.password(in: folder)
    } catch {
      throw Faults(lines: [error.description])
    }
  }

  /// The domain in `[mail.dkim]`, even if other settings have mistakes.
  package static func signingDomain(in folder: String) -> String? { writtenSigningDomain(in: folder) }

  /// The server in `[ledger]` with its password, even if other settings have mistakes. Nil if the ledger is a file, or if the
  /// settings cannot be read but there is the file.
  package static func ledgerServer(in folder: String) throws -> (url: String, password: String?)? {
    do throws(Finding) {
      guard let server = try LedgerServer.read(in: folder) else { return nil }
      return (server.url, try server.password(in: folder))
    } catch {
      if FileManager.default.fileExists(atPath: folder + "/var/courant.sqlite") { return nil }
      throw Faults(lines: [error.description])
    }
  }

  package var publicPath: String { folder + "/public" }

  /// Where published files go.
  ///
  /// - Parameters:
  ///   - record: has what was put into the bucket.
  ///   - asked: notes every path of a folder that is looked for.
  ///   - isStopped: whether the run is to end soon.
  package func publicPlace(
    record: any PublicRecord & NoteBook, now: Instant, asked: AskedPaths? = nil,
    isStopped: @escaping () -> Bool = { false }
  ) -> any PublishingPlace {
    guard let address = site.publishing.bucket else { return PublicFolder(publicPath, asked: asked) }
    return bucket(address, record: record, now: now, isStopped: isStopped)
  }

  private func bucket(
    _ address: BucketAddress, record: any PublicRecord & NoteBook, now: Instant, isStopped: @escaping () -> Bool
  ) -> BucketPlace {
    var ways = BucketWays { [site, folder] in
      do throws(Finding) {
        return try bucketKeys(site.publishing, folder: folder, environment: ProcessInfo.processInfo.environment)
      } catch {
        throw MissingKeys(description: error.description)
      }
    }
    ways.caFile = site.publishing.caFile.map { folder + "/" + $0 }
    ways.agent = "Courant/" + Courant.version
    ways.isStopped = isStopped
    return BucketPlace(address, ways, record: record, now: now)
  }

  /// Findings if the keys of the bucket are missing, or if others can read them.
  package var bucketFaults: [Finding] {
    guard site.publishing.bucket != nil else { return [] }
    do throws(Finding) {
      _ = try bucketKeys(site.publishing, folder: folder, environment: ProcessInfo.processInfo.environment)
      return []
    } catch {
      return [error]
    }
  }

  /// The relay's password, from `COURANT_SMTP_PASSWORD` or its file; nil if it needs none.
  package func relayPassword() throws(Faults) -> String? {
    guard let relay = site.mail?.smtp else { return nil }
    do throws(Finding) {
      return try password(for: relay, folder: folder, environment: ProcessInfo.processInfo.environment)
    } catch {
      throw Faults(lines: [error.description])
    }
  }

  /// Findings if the password is not where `schedule.conf` says, or if others can read it.
  package var relayPasswordFaults: [Finding] {
    guard let relay = site.mail?.smtp else { return [] }
    do throws(Finding) {
      _ = try password(for: relay, folder: folder, environment: ProcessInfo.processInfo.environment)
      return []
    } catch {
      return [error]
    }
  }

  /// Findings if the secret of a webhook is missing, or if others can read it.
  package var webhookFaults: [Finding] {
    site.webhooks.compactMap { webhook in
      do throws(Finding) {
        _ = try signingSecret(of: webhook, folder: folder)
        return nil
      } catch {
        return error
      }
    }
  }

  /// Reads the keys that sign messages. A key that cannot be used is a fault of its own domain only.
  func mailSigners() -> MailSigners {
    var signers = MailSigners.none
    for dkim in site.mail?.allDKIM ?? [] {
      do throws(Finding) {
        let keys = try signingKeys(dkim)
        do throws(MessageFault) {
          try signers.add(dkim, keys: keys)
        } catch {
          throw Finding("schedule.conf", "[\(dkim.table)]: \(error)")
        }
      } catch {
        signers.add(dkim, fault: error)
      }
    }
    return signers
  }

  /// In the order of ``DKIMSettings/keys``.
  package func signingKeys(_ dkim: DKIMSettings) throws(Finding) -> [SigningKey] {
    try SiteFolder.signingKeys(dkim, folder: folder, sources: site.sources)
  }

  private static func absolute(_ folder: String) -> String {
    let path = folder.hasPrefix("/") ? folder : FileManager.default.currentDirectoryPath + "/" + folder
    return URL(fileURLWithPath: path).standardizedFileURL.path
  }
}

/// The keys of the bucket cannot be read: settings are wrong, but mail need not wait for that.
struct MissingKeys: Error, CustomStringConvertible {
  let description: String
}
