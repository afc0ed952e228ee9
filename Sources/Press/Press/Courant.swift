/// The program's name and version.
package enum Courant {
  package static let version = "0.1.0"
}
