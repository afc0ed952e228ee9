import Bounces
import Testing

@Suite struct UnsubscribeRequestTests {
  private let token = "abcdefghijklmnopqrstuvwxyz234567abcdefg"

  private func tokens(_ mail: String) -> [String] {
    let (head, tail) = (token.prefix(20), token.suffix(19))
    let mail = mail.replacing("TOKEN", with: token).replacing("HEAD", with: head).replacing("TAIL", with: tail)
    return UnsubscribeRequest.tokens(in: Array(mail.utf8))
  }

  @Test(arguments: [
    // Encoded, whole or split between two words, after anything that a gateway or a program put in front of it.
    "Subject: =?utf-8?B?dW5zdWJzY3JpYmUg?= TOKEN\n\n",
    "Subject: =?UTF-8?Q?[EXT]_unsubscribe_HEAD?=\r\n =?UTF-8?Q?TAIL?=\r\n\r\n",
    "Subject: =?iso-8859-1?q?R=E9p_=3A_unsubscribe?= =?us-ascii?Q?_TOKEN?=\n\n",
    "Subject: =?iso-2022-jp?Q?=1B$B!'=1B(BTOKEN?=\n\n",
    "Subject: =?shift_jis?Q?=81=46TOKEN?=\n\n",
    "Subject: =?utf-8*en?Q?unsubscribe_TOKEN?=\n\n",
    "Subject: =?utf-8?Q?unsubscribe=20TOKEN\n\n",
    "Subject: [EXTERNAL] Re: unsubscribe TOKEN\n\n",
    "Subject: [EXT]unsubscribe HEAD\r\n TAIL\r\n\r\n",
    "Subject: unsubscribe%20TOKEN\n\n",
    "Subject: unsubscribe+TOKEN\n\n",
    "Subject: unsubscribeTOKEN\n\n",
    // In the address; Apple Mail may leave the subject empty.
    "Subject:\nTo: leave+TOKEN@example.org\n\n",
    "To: \"Leave\" <leave-TOKEN@example.org>\nSubject: \n\n",
    "To: news@example.org\nX-Original-To: leave+TOKEN@example.org\n\n",
    "To: leave%2BTOKEN@example.org\n\n",
    // In the text.
    "Subject: \n\n> unsubscribe TOKEN\n",
    "Subject: x\n\n>> > Unsubscribe: TOKEN.\n",
    "Subject: x\n\nunsubscribe\nTOKEN\n",
    "Subject: x\n\nplease unsubscribe TOKEN\n",
    "Subject: x\nContent-Transfer-Encoding: quoted-printable\n\nunsubscribe HEAD=\r\nTAIL\r\n",
    "Subject: x\n\nunsubscribe HEAD=\nTAIL\n",
    "Subject: x\nContent-Type: text/html\n\n<html><body><p>unsubscribe&nbsp;<b>TOKEN</b></p></body></html>\n",
    "Subject: x\nContent-Type: text/html\n\n<div>Hello</div><div>TOKEN<br></div>\n",
    "Subject: x\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\nHello\n--b\nContent-Type: text/html\n\nTOKEN\n--b--\n",
    // No mail.
    "List-Unsubscribe=One-Click&token=TOKEN", "https://news.example.org/unsubscribe/TOKEN",
  ])
  func aTokenIsFoundInEveryFormThatProgramsMakeOfIt(_ mail: String) { #expect(tokens(mail).contains(token)) }

  @Test func base64HidesNoToken() {
    // The encoded text is `unsubscribe ` and the token.
    let body = "dW5zdWJzY3JpYmUgYWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXoyMzQ1NjdhYmNkZWZn"
    #expect(tokens("Subject: x\nContent-Transfer-Encoding: base64\n\n\(body)\n").contains(token))
    #expect(tokens("Subject: =?utf-8?B?\(body)?=\n\n").contains(token))
    let halves = "=?utf-8?B?\(body.prefix(32))?= =?utf-8?B?\(body.dropFirst(32))?="
    #expect(tokens("Subject: Re: \(halves)\n\n").contains(token))
  }

  @Test(arguments: [
    "Subject: Re: this week\n\nThank you!\n\n> Unsubscribe: https://news.example.org/unsubscribe/TOKEN\n",
    "Subject: Re: this week\n\n> TOKEN\n",
    "Subject: x\n\nList-Unsubscribe: <https://news.example.org/unsubscribe/TOKEN>,\n <mailto:a@b.org?subject=unsubscribe%20TOKEN>\n",
    "Subject: x\nContent-Type: text/html\n\n<a href=\"https://news.example.org/unsubscribe/TOKEN\">Unsubscribe</a>\n",
    "From: leave+TOKEN@example.org\nReply-To: leave+TOKEN@example.org\nSubject: x\n\n",
    "Subject: x\n\nyour code is TOKEN, isn't it\n",
    "X-Subject: TOKEN\n\n",
  ])
  func quotingOurLinksDoesNotUnsubscribe(_ mail: String) { #expect(!tokens(mail).contains(token)) }
}
