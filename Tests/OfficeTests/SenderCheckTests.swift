import CourantTesting
import Cryptography
import DNS
import Foundation
import Model
import Office
import Press
import Testing

/// A name server with these records, `TYPE NAME` → values.
private struct KnownNames: NameService {
  var records: [String: [String]] = [:]
  var isSilent = false

  func values(_ type: RecordType, at name: String) throws(NoAnswer) -> [String] {
    if isSilent { throw NoAnswer(name: name) }
    return records["\(type) \(name)"] ?? (type == .ns ? ["a.nic.example"] : [])
  }
}

@Suite struct SenderCheckTests {
  /// The record of the sample key, as `courant dkim keygen` prints it.
  private let record: String
  private let signing = """
    one_click = "https://news.example.org/unsubscribe"
    bounces = "bounces@bounce.example.org"
    [mail.dkim]
    domain = "example.org"
    selector = "s"
    key_file = "k.pem"

    """

  init() throws {
    record =
      "v=DKIM1; k=rsa; p=" + Data(try SigningKey(pem: Array(SampleKeys.rsa.utf8)).publicKey).base64EncodedString()
  }

  private var sound: [String: [String]] {
    [
      "txt s._domainkey.example.org": [record],
      "txt bounce.example.org": ["site-verification=x", "v=spf1 ip4:192.0.2.1 -all"],
      "txt _dmarc.example.org": ["v=DMARC1; p=none; rua=mailto:d@example.org"],
    ]
  }

  private func findings(
    _ names: KnownNames, mail: String? = nil, relay: String = "127.0.0.1", from: String = "news@example.org"
  ) throws -> [String] {
    let site = try SampleSite(mail: mail ?? signing)
    let schedule = try #require(site.folder.text("schedule.conf"))
      .replacing("smtp://127.0.0.1", with: "smtp://\(relay)").replacing(
        "tls = \"off\"", with: "tls = \"opportunistic\""
      ).replacing("news@example.org", with: from)
    try site.folder.write(schedule, to: "schedule.conf")
    try site.folder.write(SampleKeys.rsa, to: "k.pem")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: site.path + "/k.pem")
    let check = try #require(SenderCheck(try OpenedSite(folder: site.path), names: names))
    return check.findings().map {
      ($0.weight == .fault ? "fault " : "") + $0.description.replacing("schedule.conf: ", with: "")
    }
  }

  @Test func aCorrectSenderHasNoFindings() throws {
    #expect(try findings(KnownNames(records: sound)) == [])
  }

  @Test func silenceIsOneWarning() throws {
    #expect(
      try findings(KnownNames(isSilent: true)) == [
        "[mail]: no answer from DNS (asked for org), so DKIM, SPF, DMARC and the relay's name were not all checked; "
          + "try again later"
      ])
  }

  @Test func aNameServerWithoutTheTopLevelDomainCountsAsNoAnswer() throws {
    var names = KnownNames(records: sound)
    names.records["ns org"] = []
    #expect(try findings(names) == findings(KnownNames(isSilent: true)))
  }

  @Test func everythingThatIsMissingIsNamed() throws {
    #expect(
      try findings(KnownNames(), mail: "") == [
        "[mail] dkim: no signature, unless your relay signs; Gmail, Yahoo and Microsoft refuse bulk mail without "
          + "one; `courant dkim keygen` creates a key",
        "[mail] one_click: no one-click unsubscribe (RFC 8058), which Gmail and Yahoo require of bulk senders; see "
          + "docs/one-click.md",
        "[mail] bounces: example.org has no SPF record; publish one that lists the servers that send for it, for "
          + "example the TXT record v=spf1 mx ~all",
        "[mail] from: example.org has no DMARC record, which Gmail, Yahoo and Microsoft require; publish at "
          + "_dmarc.example.org at least the TXT record v=DMARC1; p=none; rua=mailto:news@example.org",
      ])
  }

  @Test func eachSenderIsChecked() throws {
    var names = KnownNames(records: sound)
    names.records["txt s._domainkey.example.net"] = [record]
    names.records["txt _dmarc.example.net"] = ["v=DMARC1; p=none; aspf=s"]
    let mail =
      signing + """
        [mail.dkim.domains."example.net"]
        selector = "s"
        key_file = "k.pem"
        [mail.dkim.domains."gmail.com"]
        selector = "g"
        key_file = "k.pem"
        [web]
        letters_from = "hello@example.com"
        [digest.a]
        cron = "@daily"
        from = "a@example.net"
        [digest.b]
        cron = "@daily"
        from = "b@gmail.com"

        """
    #expect(
      try findings(names, mail: mail) == [
        "[digest.b] from: gmail.com lets no one else send in its name, so receivers refuse it; send from your own domain",
        "[web] letters_from: no key signs for example.com, so its signatures do not count; add one in "
          + "[mail.dkim.domains.\"example.com\"]",
        "[mail] dkim: DNS has no record g._domainkey.gmail.com; publish this TXT record: \(record)",
        "[mail] bounces: bounce.example.org is not the domain of [digest.a] from, so its SPF does not count for DMARC",
        "[web] letters_from: example.com has no DMARC record, which Gmail, Yahoo and Microsoft require; publish at "
          + "_dmarc.example.com at least the TXT record v=DMARC1; p=none; rua=mailto:bounces@bounce.example.org",
      ])
  }

  @Test func aFreemailAddressCannotBeASender() throws {
    #expect(
      try findings(KnownNames(), mail: "", from: "news@gmail.com") == [
        "[mail] from: gmail.com lets no one else send in its name, so receivers refuse it; send from your own domain"
      ])
  }

  @Test(
    arguments: [
      ([], "[mail] dkim: DNS has no record s._domainkey.example.org; publish this TXT record: RECORD"),
      (
        ["v=DKIM1; k=rsa; p=AAAA"],
        "fault [mail] dkim: s._domainkey.example.org in DNS is for another key; it must be: RECORD"
      ),
      (["v=DKIM1; p="], "fault [mail] dkim: s._domainkey.example.org in DNS revokes the key; it must be: RECORD"),
      (["v=spf1 -all"], "fault [mail] dkim: s._domainkey.example.org in DNS is not a DKIM record; it must be: RECORD"),
      (
        ["RECORD", "RECORD"],
        "fault [mail] dkim: s._domainkey.example.org in DNS has 2 DKIM records; it must be: RECORD"
      ),
      (
        ["v=DKIM1; k=ed25519; p=AAAA"],
        "fault [mail] dkim: s._domainkey.example.org in DNS is for ed25519, but the key is rsa; it must be: RECORD"
      ),
      (
        ["RECORD; t=y"],
        "[mail] dkim: s._domainkey.example.org in DNS has t=y, so receivers ignore the signature; remove it"
      ),
    ] as [([String], String)])
  func aRecordThatIsNotOurKeysIsNamed(_ records: [String], _ finding: String) throws {
    var names = KnownNames(records: sound)
    names.records["txt s._domainkey.example.org"] = records.map { $0.replacing("RECORD", with: record) }
    #expect(try findings(names) == [finding.replacing("RECORD", with: record)])
  }

  @Test(arguments: [
    (
      ["v=spf1 +all"], "the SPF record of bounce.example.org ends in +all, so anyone may send in your name; write ~all"
    ),
    (["v=spf1 mx"], "the SPF record of bounce.example.org does not mention other servers; end it with ~all"),
    (["v=spf1 ip:x ~all"], "the SPF record of bounce.example.org is invalid: `ip:x` is not SPF; correct it"),
    (["v=spf1 -all", "v=spf1 mx -all"], "bounce.example.org has 2 SPF records, so none is valid; keep one"),
    (
      ["v=spf1 " + String(repeating: "a:x.org ", count: 11) + "-all"],
      "the SPF record of bounce.example.org is invalid, because it needs 11 DNS lookups; use at most 10"
    ),
  ])
  func aWeakSPFRecordIsNamed(_ records: [String], _ finding: String) throws {
    var names = KnownNames(records: sound)
    names.records["txt bounce.example.org"] = records
    #expect(try findings(names) == ["[mail] bounces: " + finding])
  }

  @Test func aStrictPolicyAllowsNoOtherDomain() throws {
    var names = KnownNames(records: sound)
    names.records["txt _dmarc.example.org"] = ["v=DMARC1; p=reject; adkim=s; aspf=s"]
    names.records["txt _dmarc.a.example.org"] = ["v=DMARC1"]  // no record, for it has no policy
    #expect(
      try findings(names, from: "news@a.example.org") == [
        "[mail] bounces: bounce.example.org is not the domain of `from`, so its SPF does not count for DMARC",
        "[mail] dkim: DMARC of a.example.org has adkim=s, so only a signature of a.example.org itself counts",
      ])
  }

  @Test(
    arguments: [
      ("192.0.2.1", ["ptr 1.2.0.192.in-addr.arpa": ["mail.example.org"], "a mail.example.org": ["192.0.2.1"]], []),
      ("192.0.2.1", [:], ["the relay's address 192.0.2.1 has no name in DNS (PTR), which receivers require"]),
      (
        "mail.example.org",
        ["a mail.example.org": ["192.0.2.1", "10.0.0.1"], "ptr 1.2.0.192.in-addr.arpa": ["other.example.org"]],
        ["the relay's address 192.0.2.1 is named other.example.org in DNS, but that name does not resolve to it"]
      ),
      (
        "mail.example.org",
        [
          "aaaa mail.example.org": ["2001:db8::1"],
          "ptr 1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa": ["mail.example.org"],
        ], []
      ),
      ("10.1.2.3", [:], []),
      ("user@mail.example.org", ["a mail.example.org": ["192.0.2.1"]], []),
    ] as [(String, [String: [String]], [String])])
  func theNameOfARelayLeadsBackToIt(_ relay: String, _ records: [String: [String]], _ wanted: [String]) throws {
    let names = KnownNames(records: sound.merging(records) { $1 })
    let found = try findings(names, relay: relay).filter { !$0.contains("unencrypted") }
    #expect(found == wanted.map { "[mail] smtp: " + $0 })
  }
}
