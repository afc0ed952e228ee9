internal import Foundation

/// One connection to an ``SMTPServer``, from the greeting to its end.
struct SMTPServerSession: ~Copyable {
  private let server: SMTPServer
  private let options: SMTPServer.Options
  private let plan: FaultPlan
  private let number: Int
  private var stream: SocketStream
  /// Whether the server had reached its limit of connections.
  private let isTooMany: Bool
  private var isLoggedIn = false
  private var sender: String?
  private var parameters = ""
  private var recipient: String?

  init(_ arrival: SMTPServer.Arrival, server: SMTPServer, options: SMTPServer.Options, plan: @escaping FaultPlan) {
    self.server = server
    self.options = options
    self.plan = plan
    number = arrival.number
    isTooMany = arrival.isTooMany
    stream = SocketStream(socket: arrival.socket, isByteAtATime: options.isByteAtATime)
  }

  /// Returns when the connection is over.
  mutating func run() {
    if isTooMany {
      stream.send(options.fullGreeting + "\r\n")
      stream.end()
      return leave()
    }
    let encryptsAtOnce = options.tls?.isImplicit == true
    var isOpen = (!encryptsAtOnce || encrypt()) && answer(.connect, "220 test.example ESMTP")
    while isOpen, let line = stream.line() {
      note(line)
      isOpen = obey(line)
    }
    leave()
  }

  private func leave() {
    let socket = stream.socket
    server.update { state in
      state.sockets.remove(socket)
      _ = close(socket)
    }
  }
}

extension SMTPServerSession {
  private func note(_ line: String) {
    let isPipelined = !stream.buffer.isEmpty
    let isEncrypted = stream.isEncrypted
    server.update { state in
      state.commands.append((line, isEncrypted))
      if isPipelined { state.pipelined += 1 }
    }
  }

  /// False if the connection is over.
  private mutating func obey(_ line: String) -> Bool {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    switch words.first?.uppercased() {
    case "EHLO": return answer(.hello, hello)
    case "HELO": return answer(.hello, "250 test.example")
    case "STARTTLS": return startTLS()
    case "AUTH": return logIn(words.count > 1 ? words[1] : "")
    case "MAIL": return mail(line)
    case "RCPT": return recipient(line)
    case "DATA": return data()
    case "RSET":
      forgetEnvelope()
      return answer(.reset, "250 2.0.0 forgotten")
    case "NOOP": return answer(nil, "250 2.0.0 yes")
    case "QUIT":
      _ = answer(.quit, "221 2.0.0 goodbye")
      return false
    default: return answer(nil, "500 5.5.2 what?")
    }
  }

  /// Replies as the plan requires, otherwise with `reply`. False if the connection is over.
  private mutating func answer(_ stage: SMTPEvent.Stage?, _ reply: String) -> Bool {
    guard let stage, let action = fault(at: stage) else {
      stream.send(reply + "\r\n")
      return true
    }
    return carryOut(action)
  }

  private func fault(at stage: SMTPEvent.Stage) -> FaultAction? {
    let ordinal = server.update { state in
      state.ordinals[stage, default: 0] += 1
      return state.ordinals[stage, default: 0]
    }
    return plan(
      SMTPEvent(
        stage: stage, connection: number, ordinal: ordinal, sender: sender ?? "", recipient: recipient ?? ""))
  }

  /// False if the connection is over.
  private mutating func carryOut(_ action: FaultAction) -> Bool {
    switch action {
    case .reply(let text):
      stream.send(text + "\r\n")
      if !text.hasPrefix("421") { return true }
      stream.end()
    case .replyThenClose(let text):
      stream.send(text + "\r\n")
      stream.end()
    case .close, .storeThenClose: stream.end()
    case .cutOff: stream.cutOff()
    case .reset: stream.armReset()
    case .silence: while stream.fill() { _ = stream.take(stream.buffer.count) }
    }
    return false
  }
}

extension SMTPServerSession {
  private var hello: String {
    var lines = ["test.example"]
    if options.hasPipelining { lines.append("PIPELINING") }
    if options.has8BitMIME { lines.append("8BITMIME") }
    if options.hasSMTPUTF8 { lines.append("SMTPUTF8") }
    if let size = options.maxSize { lines.append("SIZE \(size)") }
    if mayStartTLS { lines.append("STARTTLS") }
    if !options.users.isEmpty {
      lines += options.authLines ?? ["AUTH " + options.mechanisms.joined(separator: " ")]
    }
    return lines.dropLast().map { "250-\($0)\r\n" }.joined() + "250 \(lines[lines.count - 1])"
  }

  private var mayStartTLS: Bool { options.tls?.isImplicit == false && !stream.isEncrypted }

  private mutating func startTLS() -> Bool {
    guard mayStartTLS else { return answer(nil, "502 5.5.1 not now") }
    if let action = fault(at: .startTLS) {
      guard case .reply(let text) = action, text.hasPrefix("220") else { return carryOut(action) }
      stream.send(text + "\r\n")
      return encrypt()
    }
    stream.send("220 2.0.0 go ahead\r\n")
    return encrypt()
  }

  /// False if the connection is over.
  private mutating func encrypt() -> Bool {
    guard let identity = options.tls?.identity else { return false }
    if let action = fault(at: .handshake) {
      guard stream.fill() else { return false }
      if carryOut(action) { stream.end() }
      return false
    }
    return stream.encrypt(as: identity)
  }

  private mutating func logIn(_ argument: String) -> Bool {
    let words = argument.split(separator: " ").map(String.init)
    guard let mechanism = words.first?.uppercased(), options.mechanisms.contains(mechanism) else {
      return answer(.login, "504 5.5.4 not this way")
    }
    let given: (user: String, password: String)?
    switch mechanism {
    case "PLAIN":
      let answer = words.count > 1 ? decoded(words[1]) : ask("")
      let fields = answer.split(separator: "\0", omittingEmptySubsequences: false)
      given = fields.count == 3 ? (String(fields[1]), String(fields[2])) : nil
    case "CRAM-MD5":
      // Simulates a server without clear-text passwords, which cannot verify the response.
      _ = ask("PDE4OTYuNjk3MTcwOTUyQHRlc3QuZXhhbXBsZT4=")
      given = nil
    case "LOGIN": given = (ask("VXNlcm5hbWU6"), ask("UGFzc3dvcmQ6"))
    default: return answer(.login, "504 5.5.4 not this way")
    }
    isLoggedIn = given.map { options.users[$0.user] == $0.password } ?? false
    return answer(.login, isLoggedIn ? "235 2.7.0 welcome" : "535 5.7.8 wrong user or password")
  }

  /// Sends a challenge, already in Base64, and returns the decoded response; empty if it is not Base64 of UTF-8.
  private mutating func ask(_ challenge: String) -> String {
    stream.send("334 \(challenge)\r\n")
    return decoded(stream.line() ?? "")
  }

  private func decoded(_ base64: String) -> String {
    Data(base64Encoded: base64).flatMap { String(data: $0, encoding: .utf8) } ?? ""
  }

  private mutating func mail(_ line: String) -> Bool {
    guard sender == nil else { return answer(.mail, "503 5.5.1 one at a time") }
    guard options.users.isEmpty || isLoggedIn else { return answer(.mail, "530 5.7.0 log in first") }
    guard let (address, rest) = path(line, after: "MAIL FROM:") else { return answer(.mail, "501 5.1.7 who?") }
    sender = address
    if let action = fault(at: .mail) {
      forgetEnvelope()
      return carryOut(action)
    }
    parameters = rest
    let size = rest.split(separator: " ").first { $0.hasPrefix("SIZE=") }.flatMap { Int($0.dropFirst(5)) }
    if let size, let limit = options.maxSize, size > limit {
      forgetEnvelope()
      return answer(nil, "552 5.3.4 too big")
    }
    return answer(nil, "250 2.1.0 sender ok")
  }

  private mutating func recipient(_ line: String) -> Bool {
    guard sender != nil else { return answer(nil, "503 5.5.1 MAIL first") }
    guard let (address, _) = path(line, after: "RCPT TO:") else { return answer(.recipient, "501 5.1.3 who?") }
    recipient = address
    if let action = fault(at: .recipient) {
      recipient = nil
      return carryOut(action)
    }
    return answer(nil, "250 2.1.5 recipient ok")
  }

  private mutating func data() -> Bool {
    if let action = fault(at: .data) {
      guard case .reply(let text) = action, text.hasPrefix("354") else { return carryOut(action) }
      stream.send(text + "\r\n")
      return message()
    }
    guard recipient != nil else { return answer(nil, "554 5.5.1 no valid recipients") }
    stream.send("354 go ahead\r\n")
    return message()
  }

  private mutating func message() -> Bool {
    while stream.buffer.isEmpty { guard stream.fill() else { return false } }
    if recipient != nil, let action = fault(at: .body) {
      if carryOut(action) { stream.end() }
      return false
    }
    guard let octets = octetsToFinalDot() else { return false }
    guard let sender, let recipient else { return answer(nil, "554 5.5.1 no valid recipients") }
    let action = fault(at: .finalDot)
    if action == nil || action == .storeThenClose {
      let message = SMTPServer.Accepted(
        sender: sender, recipient: recipient, parameters: parameters, octets: octets, connection: number,
        isEncrypted: stream.isEncrypted)
      server.update { $0.accepted.append(message) }
    }
    forgetEnvelope()
    if let action { return carryOut(action) }
    return answer(nil, "250 2.0.0 taken")
  }

  /// The data up to CRLF "." CRLF, with dot-stuffing removed (RFC 5321 §4.5.2); nil if the connection ends before.
  private mutating func octetsToFinalDot() -> [UInt8]? {
    var octets: [UInt8] = []
    while let line = octetLine() {
      if line == [0x2E, 0x0D, 0x0A] { return octets }
      octets += line.first == 0x2E ? line.dropFirst() : line[...]
    }
    return nil
  }

  /// The octets up to and including the next CRLF.
  private mutating func octetLine() -> [UInt8]? {
    var searched = 1
    while true {
      while searched < stream.buffer.count {
        if stream.buffer[searched] == 0x0A, stream.buffer[searched - 1] == 0x0D { return stream.take(searched + 1) }
        searched += 1
      }
      guard stream.fill() else { return nil }
    }
  }

  private mutating func forgetEnvelope() {
    sender = nil
    recipient = nil
    parameters = ""
  }
}

/// `MAIL FROM:<a@b> SIZE=3` → `a@b` and `SIZE=3`.
private func path(_ line: String, after command: String) -> (address: String, rest: String)? {
  guard line.uppercased().hasPrefix(command) else { return nil }
  let argument = line.dropFirst(command.count)
  guard argument.first == "<", let end = argument.firstIndex(of: ">") else { return nil }
  let address = argument[argument.index(after: argument.startIndex)..<end]
  return (String(address), argument[argument.index(after: end)...].trimmingCharacters(in: .whitespaces))
}
