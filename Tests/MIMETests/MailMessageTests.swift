import MIME
import Testing

struct MailMessageTests {
  @Test func aSignatureFindsTheHalvesAndComesFirst() throws {
    let long = "a word " + String(repeating: "that makes the line longer ", count: 3)
    let fields = [HeaderField("Subject", try HeaderText(long + "x")), HeaderField("To", try HeaderText("you"))]
    var message = MailMessage(capacity: 10) { header in
      fields.forEach { header += $0.bytes }
    } body: {
      $0 += Array("A: b\r\n c\r\n".utf8)
    }
    let header = """
      Subject: a word that makes the line longer that makes the line longer that
       makes the line longer x
      To: you

      """
    #expect(message.fields.map(text) == fields.map { text($0.bytes[...]) })
    #expect(text(message.body) == "A: b\r\n c\r\n")
    #expect(text(message.bytes[...]) == header.replacing("\n", with: "\r\n") + "\r\nA: b\r\n c\r\n")

    let signature = HeaderField("DKIM-Signature", try HeaderText("v=1"))
    message.prepend(signature)
    #expect(message.fields.map(text) == ([signature] + fields).map { text($0.bytes[...]) })
    #expect(text(message.body) == "A: b\r\n c\r\n")
    #expect(text(message.bytes[...]).hasPrefix("DKIM-Signature: v=1\r\nSubject: "))
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
