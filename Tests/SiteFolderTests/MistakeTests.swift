import Model
import SiteFolder
import Testing

struct MistakeTests {
  @Test func theSoundSiteHasNoFindings() throws {
    let (site, findings) = try withSite(soundSite) { SiteReader(folder: $0).read() }
    #expect(findings == [])
    #expect(site != nil)
  }

  @Test(
    arguments: siteMistakes + mailMistakes + limitMistakes + domainMistakes + sourceMistakes + folderMistakes
      + upstreamMistakes + digestMistakes + sponsorMistakes + wordMistakes + feedMistakes + signingMistakes
      + syndicationMistakes
      + webMistakes + alertMistakes + webhookMistakes + logMistakes + ledgerMistakes + publicMistakes)
  func everyMistakeIsFoundAtItsPlace(mistake: Mistake) throws {
    var files = soundSite
    let sound = try #require(files[mistake.file])
    try #require(sound.contains(mistake.text))
    files[mistake.file] = sound.replacing(mistake.text, with: mistake.replacement)
    let (site, findings) = try withSite(files) {
      SiteReader(folder: $0, builtInThemes: ["editorial", "plain"]).read()
    }
    #expect(findings.map(\.description) == mistake.findings)
    #expect((site == nil) == findings.contains { $0.weight == .fault })
  }
}
