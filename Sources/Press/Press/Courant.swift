/// The program's name and version.
package enum Courant {
  /// The changelogs start with the same version (`VersionTests`).
  package static let version = "1.0.0"
}
