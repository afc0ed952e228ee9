internal import MIME
package import Model

/// Why a message cannot be rendered. Nothing is sent; the operator fixes the cause and runs again.
package enum MessageFault: Error, Hashable, CustomStringConvertible {
  package enum Part: String, Sendable { case html = "HTML", text = "text" }

  case noMailSettings
  /// A value is not allowed in this header field.
  case unusable(field: String, reason: String)
  /// The edition contains a U+0001 that does not enclose the name of a blank.
  case unknownBlank(Part)
  /// The message contains no way to unsubscribe; Courant mails no one without one.
  case noUnsubscribeLink(Part)
  /// The site signs its messages, but signing failed.
  case unsigned
  /// The key that should sign cannot be used.
  case noKey(Finding)
  case tooLong(bytes: Int, most: Int)
  /// The permit of a letter is gone, so it would lead nowhere.
  case noLink
  /// The template of letters does not show this value.
  case lettersLink(Part, url: String)
  /// The template of letters does not show the addresses of private feeds.
  case lettersAddress(Part)

  package var description: String {
    switch self {
    case .noMailSettings: "schedule.conf has no [mail] table, so no message can be made; add it"
    case .unusable(let field, let reason): "\(field) of the message: \(reason)"
    case .unknownBlank(let part): "the \(part.rawValue) of the message contains an unknown placeholder"
    case .noUnsubscribeLink(let part):
      "the \(part.rawValue) of the message has no unsubscribe link; add {{unsubscribe_url}} to its template"
    case .unsigned: "the message could not be signed, although schedule.conf has [mail.dkim]"
    case .noKey(let fault): fault.description
    case .tooLong(let bytes, let most):
      "the HTML of the message has \(bytes) bytes; mail programs cut it after \(most)"
    case .noLink: "the link of the letter has lapsed"
    case .lettersLink(let part, let url):
      "the \(part.rawValue) of the letter does not show its link; add {{\(url)}} to its template"
    case .lettersAddress(let part):
      "the \(part.rawValue) of the letter does not show the addresses of private feeds; add "
        + "{{#addresses}}{{title}} {{url}}{{/addresses}} to its template"
    }
  }
}

/// Runs `make`; if it refuses a value, the error names the field.
func messageFault<T>(in field: String, _ make: () throws(HeaderFault) -> T) throws(MessageFault) -> T {
  do { return try make() } catch { throw .unusable(field: field, reason: error.description) }
}
