import CourantTesting
import Press
import Testing

/// The version is written in one place in the sources; the changelogs start with it.
@Suite struct VersionTests {
  /// `swift build` alone does not know the commit.
  @Test func theCommandPrintsTheVersionAndTheCommitIfTheBuildKnewIt() throws {
    let output = try CourantProcess.run("--version").output
    let parts = try #require(output.wholeMatch(of: /([0-9.]+)( \([0-9a-f]{12}(-dirty)?\))?\n/))
    #expect(parts.1 == Courant.version)
  }

  @Test func theChangelogStartsWithIt() throws {
    let first = try repositoryText("CHANGELOG.md").firstMatch(of: /(?m)^## (.+)$/)
    #expect(first.map { String($0.1) } == Courant.version)
  }

  @Test func theChangelogOfThePackageStartsWithIt() throws {
    let first = try repositoryText("packaging/debian/changelog").prefixMatch(of: /courant \(([0-9.]+)\)/)
    #expect(first.map { String($0.1) } == Courant.version)
  }

  @Test func theUpgradeNotesStartWithIt() throws {
    let first = try repositoryText("docs/upgrading.md").firstMatch(of: /(?m)^## To (.+)$/)
    #expect(first.map { String($0.1) } == Courant.version)
  }
}
