internal import Cryptography
package import DNS
package import Model
package import Press

/// Checks what a bulk sender to Gmail, Yahoo and Microsoft still lacks (their rules of 2024 and 2025), by DNS and the
/// settings. All findings are warnings, except a record that contradicts our key: then every signature is wrong.
package struct SenderCheck {
  private let mail: MailSettings
  private let opened: OpenedSite
  private let names: any NameService

  /// Nil if the site sends no mail.
  package init?(_ opened: OpenedSite, names: any NameService) {
    guard let mail = opened.site.mail else { return nil }
    self.mail = mail
    self.opened = opened
    self.names = names
  }

  package func findings() -> [Finding] {
    if let finding = freemailFinding(mail.from, "[mail] from") { return [finding] }
    let own = ownSenders.filter { freemailFinding($0.mailbox, $0.place) == nil }
    var findings = settingsFindings + ownSenders.compactMap { freemailFinding($0.mailbox, $0.place) }
    findings += own.compactMap(unsigned)
    do throws(NoAnswer) {
      try checkReach()
      findings += try signatureFindings()
      findings += try envelopeFindings()
      findings += try policyFindings(Sender(place: "[mail] from", mailbox: mail.from))
      for sender in own where sender.domain != fromDomain { findings += try policyFindings(sender) }
      findings += try relayFindings()
    } catch {
      let sentence =
        "[mail]: no answer from DNS (asked for \(error.name)), so DKIM, SPF, DMARC and the relay's name were not all "
        + "checked; try again later"
      findings.append(Finding("schedule.conf", sentence, weight: .warning))
    }
    return findings
  }

  /// What is wrong with the DNS records of the keys that sign, one sentence each, which begins with the record's name. Nil if
  /// DNS does not answer.
  package func keyFaults() -> [String]? {
    if mail.dkim == nil { return [] }
    do throws(NoAnswer) {
      try checkReach()
      var faults: [String] = []
      for key in keys {
        guard let fault = faultOfRecord(try names.values(.txt, at: key.recordName), for: key.secret) else { continue }
        faults.append(
          "\(key.recordName) in DNS \(fault), so no signature is valid; the TXT record must be: \(key.record)")
      }
      return faults
    } catch {
      return nil
    }
  }

  /// Some networks have name servers that resolve no outside names: then a missing record proves nothing.
  private func checkReach() throws(NoAnswer) {
    let topLevel = fromDomain.split(separator: ".").last.map(String.init) ?? fromDomain
    if try names.values(.ns, at: topLevel).isEmpty { throw NoAnswer(name: topLevel) }
  }

  /// The keys of all domains; those that cannot be read are reported where that happens.
  private var keys: [Key] {
    mail.allDKIM.flatMap { dkim -> [Key] in
      let secrets = (try? opened.signingKeys(dkim)) ?? []
      return zip(dkim.keys, secrets).map { Key(recordName: $0.recordName(in: dkim.domain), secret: $1) }
    }
  }

  private struct Key {
    let recordName: String
    let secret: SigningKey

    /// The record that DNS should have.
    var record: String { DKIMRecord.strings(for: secret).joined() }
  }

  private var fromDomain: String { mail.from.address.domain }

  /// Whether the relay is this machine.
  private var isRelayLocal: Bool {
    let host = mail.smtp.host
    return host == "localhost" || host == "::1" || host.hasPrefix("127.")
  }

  private func warning(_ key: String, _ sentence: String) -> Finding {
    Finding("schedule.conf", "[mail] \(key): \(sentence)", weight: .warning)
  }

  private func fault(_ key: String, _ sentence: String) -> Finding {
    Finding("schedule.conf", "[mail] \(key): \(sentence)")
  }
}

extension SenderCheck {
  private var settingsFindings: [Finding] {
    var findings: [Finding] = []
    if mail.dkim == nil {
      let sentence = "no signature, unless your relay signs; Gmail, Yahoo and Microsoft refuse bulk mail without one"
      findings.append(warning("dkim", "\(sentence); `courant dkim keygen` creates a key"))
    }
    if mail.oneClick == nil {
      let sentence = "no one-click unsubscribe (RFC 8058), which Gmail and Yahoo require of bulk senders"
      findings.append(warning("one_click", "\(sentence); see docs/one-click.md"))
    }
    if mail.tls != .required, mail.smtp.user == nil, !isRelayLocal {
      findings.append(warning("tls", "mail could be sent unencrypted; write tls = \"required\""))
    }
    return findings
  }

  private func signatureFindings() throws(NoAnswer) -> [Finding] {
    var findings: [Finding] = []
    for key in keys {
      let name = key.recordName
      let found = try names.values(.txt, at: name)
      if let sentence = faultOfRecord(found, for: key.secret) {
        findings.append(
          found.isEmpty
            ? warning("dkim", "DNS has no record \(name); publish this TXT record: \(key.record)")
            : fault("dkim", "\(name) in DNS \(sentence); it must be: \(key.record)"))
      } else if found.compactMap({ DKIMRecord($0) }).contains(where: \.isTesting) {
        findings.append(warning("dkim", "\(name) in DNS has t=y, so receivers ignore the signature; remove it"))
      }
    }
    for dkim in mail.allDKIM where dkim.ed25519 == nil {
      guard let only = try? opened.signingKeys(dkim).first, only.kind == .ed25519 else { continue }
      let sentence = "many receivers cannot check Ed25519; sign with an RSA key as well"
      findings.append(warning("dkim", sentence))
    }
    return findings
  }

  private func envelopeFindings() throws(NoAnswer) -> [Finding] {
    let domain = mail.bounces.domain
    let records = try names.values(.txt, at: domain).compactMap { SPFRecord($0) }
    guard let record = records.first else {
      let sentence = "\(domain) has no SPF record; publish one that lists the servers that send for it"
      return [warning("bounces", "\(sentence), for example the TXT record v=spf1 mx ~all")]
    }
    if records.count > 1 {
      return [warning("bounces", "\(domain) has \(records.count) SPF records, so none is valid; keep one")]
    }
    return spfWeaknesses(record).map { warning("bounces", "the SPF record of \(domain) \($0)") }
  }

  private func policyFindings(_ sender: Sender) throws(NoAnswer) -> [Finding] {
    let domain = sender.domain
    guard let record = try dmarcRecord(of: domain) else {
      let sentence = "\(domain) has no DMARC record, which Gmail, Yahoo and Microsoft require; publish at"
      let record = "v=DMARC1; p=none; rua=mailto:\(mail.bounces)"
      return [sender.warning("\(sentence) _dmarc.\(domain) at least the TXT record \(record)")]
    }
    let other = domain == fromDomain ? "`from`" : "\(sender.place)"
    var findings: [Finding] = []
    if !isAligned(mail.bounces.domain, with: domain, strict: record.isSPFStrict) {
      findings.append(
        warning("bounces", "\(mail.bounces.domain) is not the domain of \(other), so its SPF does not count for DMARC"))
    }
    if let dkim = mail.dkim(for: domain), !isAligned(dkim.domain, with: domain, strict: record.isDKIMStrict) {
      findings.append(
        warning("dkim", "DMARC of \(domain) has adkim=s, so only a signature of \(domain) itself counts"))
    }
    return findings
  }

  /// The record of the domain, or of the nearest one above it that has one.
  private func dmarcRecord(of domain: String) throws(NoAnswer) -> DMARCRecord? {
    var labels = domain.split(separator: ".")
    while labels.count >= 2 {
      let records = try names.values(.txt, at: "_dmarc." + labels.joined(separator: ".")).compactMap { DMARCRecord($0) }
      if records.count == 1 { return records[0] }
      labels.removeFirst()
    }
    return nil
  }

  /// Checks the name that receivers see when our relay delivers. A relay that requires a login belongs to a provider,
  /// whose delivering servers are unknown.
  private func relayFindings() throws(NoAnswer) -> [Finding] {
    guard mail.smtp.user == nil, !isRelayLocal else { return [] }
    var findings: [Finding] = []
    for address in try addresses(of: mail.smtp.host) {
      guard let numbers = IPAddress(address), numbers.isPublic else { continue }
      let found = try names.values(.ptr, at: numbers.reverseName)
      var isConfirmed = false
      for name in found where !isConfirmed { isConfirmed = try addresses(of: name).contains(address) }
      if isConfirmed { continue }
      let sentence =
        found.first.map { "is named \($0) in DNS, but that name does not resolve to it" }
        ?? "has no name in DNS (PTR), which receivers require"
      findings.append(warning("smtp", "the relay's address \(address) \(sentence)"))
    }
    return findings
  }

  private func addresses(of host: String) throws(NoAnswer) -> [String] {
    if IPAddress(host) != nil { return [host] }
    return try names.values(.a, at: host) + names.values(.aaaa, at: host)
  }
}

// MARK: - Senders other than that of all mail

extension SenderCheck {
  private struct Sender {
    /// Where its setting is, for messages.
    let place: String
    let mailbox: Mailbox

    var domain: String { mailbox.address.domain }

    func warning(_ sentence: String) -> Finding {
      Finding("schedule.conf", "\(place): \(sentence)", weight: .warning)
    }
  }

  /// Those of digests and of letters, one per domain.
  private var ownSenders: [Sender] {
    var all = opened.site.digests.compactMap { digest in
      digest.from.map { Sender(place: "[digest.\(digest.name)] from", mailbox: $0) }
    }
    if let letters = opened.site.web?.lettersFrom { all.append(Sender(place: "[web] letters_from", mailbox: letters)) }
    var seen = Set<String>()
    return all.filter { seen.insert($0.domain).inserted }
  }

  private func freemailFinding(_ mailbox: Mailbox, _ place: String) -> Finding? {
    let domain = mailbox.address.domain
    guard freemailDomains.contains(domain) else { return nil }
    let reason = "\(domain) lets no one else send in its name, so receivers refuse it"
    return Sender(place: place, mailbox: mailbox).warning("\(reason); send from your own domain")
  }

  /// For a sender that no key of ours fits; settings refuse that for digests.
  private func unsigned(_ sender: Sender) -> Finding? {
    guard mail.dkim != nil, mail.dkim(for: sender.domain) == nil else { return nil }
    return sender.warning(
      "no key signs for \(sender.domain), so its signatures do not count; add one in "
        + "[mail.dkim.domains.\"\(sender.domain)\"]")
  }
}
