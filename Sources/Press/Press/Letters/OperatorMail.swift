internal import Digests
package import Model
internal import Time

extension PressRun {
  /// A message to an operator, to be sent at once. No record has its words, which may be secret.
  package func parcel(_ note: OperatorNote, to address: EmailAddress) throws -> Parcel {
    var letter = Letter(.operators, id: .init(now.seconds), to: address, asked: now)
    letter.note = note
    let renderer = try LetterRenderer(site: site, templates: templates, signers: signers)
    let message = try renderer.message(letter)
    return Parcel(sender: site.mail?.bounces ?? address, recipient: address, message: message)
  }
}
