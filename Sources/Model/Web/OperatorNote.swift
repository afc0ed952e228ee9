/// The words of a letter to operators: plain text, without links that do anything.
package struct OperatorNote: Hashable, Sendable {
  package let subject: String
  package let text: String

  package init(subject: String, text: String) {
    self.subject = subject
    self.text = text
  }
}
