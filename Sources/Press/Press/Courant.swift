/// What this program calls itself.
package enum Courant {
  package static let version = "0.1.0"
}
