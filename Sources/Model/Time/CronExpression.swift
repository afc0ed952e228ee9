/// STUB, replaced by the schedule work.
package struct CronExpression: Hashable, Sendable {
  package let source: String
  package init(_ text: String) { source = text }
}
