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
    if freemailDomains.contains(fromDomain) {
      let reason = "\(fromDomain) lets no one else send in its name, so receivers refuse it"
      return [warning("from", "\(reason); send from your own domain")]
    }
    var findings = settingsFindings
    do throws(NoAnswer) {
      try checkReach()
      findings += try signatureFindings()
      findings += try envelopeFindings()
      findings += try policyFindings()
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
    guard let dkim = mail.dkim, let keys = try? opened.signingKeys() else { return [] }  // reported where they are read
    do throws(NoAnswer) {
      try checkReach()
      var faults: [String] = []
      for (key, secret) in zip(dkim.keys, keys) {
        let name = key.recordName(in: dkim.domain)
        guard let fault = faultOfRecord(try names.values(.txt, at: name), for: secret) else { continue }
        let record = DKIMRecord.strings(for: secret).joined()
        faults.append("\(name) in DNS \(fault), so no signature is valid; the TXT record must be: \(record)")
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
    guard let dkim = mail.dkim, let keys = try? opened.signingKeys() else { return [] }  // reported where they are read
    var findings: [Finding] = []
    for (key, secret) in zip(dkim.keys, keys) {
      let name = key.recordName(in: dkim.domain)
      let record = DKIMRecord.strings(for: secret).joined()
      let found = try names.values(.txt, at: name)
      if let sentence = faultOfRecord(found, for: secret) {
        findings.append(
          found.isEmpty
            ? warning("dkim", "DNS has no record \(name); publish this TXT record: \(record)")
            : fault("dkim", "\(name) in DNS \(sentence); it must be: \(record)"))
      } else if found.compactMap({ DKIMRecord($0) }).contains(where: \.isTesting) {
        findings.append(warning("dkim", "\(name) in DNS has t=y, so receivers ignore the signature; remove it"))
      }
    }
    if keys.count == 1, keys[0].kind == .ed25519 {
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

  private func policyFindings() throws(NoAnswer) -> [Finding] {
    guard let record = try dmarcRecord() else {
      let sentence = "\(fromDomain) has no DMARC record, which Gmail, Yahoo and Microsoft require; publish at"
      let record = "v=DMARC1; p=none; rua=mailto:\(mail.bounces)"
      return [warning("from", "\(sentence) _dmarc.\(fromDomain) at least the TXT record \(record)")]
    }
    var findings: [Finding] = []
    if !isAligned(mail.bounces.domain, with: fromDomain, strict: record.isSPFStrict) {
      findings.append(
        warning("bounces", "\(mail.bounces.domain) is not the domain of `from`, so its SPF does not count for DMARC"))
    }
    if let dkim = mail.dkim, !isAligned(dkim.domain, with: fromDomain, strict: record.isDKIMStrict) {
      findings.append(
        warning("dkim", "DMARC of \(fromDomain) has adkim=s, so only a signature of \(fromDomain) itself counts"))
    }
    return findings
  }

  /// The record of From's domain, or of the nearest domain above it that has one.
  private func dmarcRecord() throws(NoAnswer) -> DMARCRecord? {
    var labels = fromDomain.split(separator: ".")
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
