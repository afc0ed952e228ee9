import DNS
import Testing

struct DKIMRecordTests {
  @Test(arguments: [
    ("v=DKIM1; k=rsa; p=AAAA", "rsa AAAA"),
    ("p=AAAA", "rsa AAAA"),
    (" v=DKIM1 ;; k = ed25519 ; p=AA AA\tAA; n=a note;", "ed25519 AAAAAA"),
    ("v=DKIM1; p=", "rsa "),
    ("v=DKIM1; t=y:s; p=AAAA", "rsa AAAA testing"),
    ("v=DKIM1; t=s; p=AA=", "rsa AA="),
    ("k=rsa; v=DKIM1; p=AAAA", nil),
    ("v=DKIM2; p=AAAA", nil),
    ("v=DKIM1; k=rsa", nil),
    ("v=DKIM1; p=A; p=B", nil),
    ("v=DKIM1; p", nil),
    ("v=spf1 -all", nil),
    ("", nil),
  ])
  func aRecordIsRead(_ text: String, _ read: String?) {
    let record = DKIMRecord(text).map {
      "\($0.algorithm) \($0.publicKey)" + ($0.isTesting ? " testing" : "")
    }
    #expect(record == read)
  }

  @Test func aLongRecordIsCutIntoStringsOfDNS() {
    let strings = DKIMRecord.strings(algorithm: "rsa", publicKey: String(repeating: "A", count: 392))
    #expect(strings.map(\.count) == [255, 155])
    #expect(DKIMRecord(strings.joined())?.publicKey.count == 392)
    #expect(DKIMRecord.strings(algorithm: "ed25519", publicKey: "AA==") == ["v=DKIM1; k=ed25519; p=AA=="])
  }
}

struct SPFRecordTests {
  @Test(arguments: [
    ("v=spf1 mx -all", "fail 1 ok"),
    ("V=SPF1 ip4:192.0.2.0/24 ip6:2001:db8::/32 ~ALL", "softFail 0 ok"),
    ("v=spf1 include:_spf.example.org a:mail.example.org/28 exists:%{i}.x.example.org ?all", "neutral 3 ok"),
    ("v=spf1 +all", "pass 0 ok"),
    ("v=spf1 all", "pass 0 ok"),
    ("v=spf1 redirect=_spf.example.org", "redirected 1 ok"),
    ("v=spf1 redirect=_spf.example.org -all", "fail 1 ok"),
    ("v=spf1", "unsaid 0 ok"),
    ("v=spf1 exp=why.example.org unknown=x -all mx", "fail 0 ok"),
    ("v=spf1 ipv4:192.0.2.1 -all", "fail 0 ipv4:192.0.2.1"),
    ("v=spf1 include: -all", "fail 0 include:"),
    ("v=spf1 mx, -all", "fail 0 mx,"),
    ("v=spf1 -all:x", "unsaid 0 -all:x"),
    ("v=spf10 -all", nil),
    ("spf1 -all", nil),
    ("", nil),
  ])
  func aRecordIsRead(_ text: String, _ read: String?) {
    #expect(SPFRecord(text).map { "\($0.rest) \($0.lookups) \($0.faultyTerm ?? "ok")" } == read)
  }
}

struct DMARCRecordTests {
  @Test(arguments: [
    ("v=DMARC1; p=none", ""),
    ("v=DMARC1;p=REJECT;sp=quarantine;rua=mailto:a@b.org", ""),
    ("v=DMARC1; p=reject; adkim=s; aspf=S", "dkim-strict spf-strict"),
    ("v=DMARC1; p=nonsense; rua=mailto:a@b.org", ""),
    ("v=DMARC1; p=nonsense", nil),
    ("v=DMARC1", nil),
    ("p=none; v=DMARC1", nil),
    ("v=dmarc1; p=none", nil),
    ("v=DMARC1; p=none; p=reject", nil),
    ("", nil),
  ])
  func aRecordIsRead(_ text: String, _ read: String?) {
    let record = DMARCRecord(text).map {
      [$0.isDKIMStrict ? "dkim-strict" : nil, $0.isSPFStrict ? "spf-strict" : nil]
        .compactMap(\.self).joined(separator: " ")
    }
    #expect(record == read)
  }

  @Test(arguments: [
    ("example.org", "example.org", true),
    ("Example.ORG", "example.org", true),
    ("bounce.example.org", "example.org", true),
    ("example.org", "news.example.org", true),
    ("a.example.org", "b.example.org", true),
    ("example.org", "example.com", false),
    ("badexample.org", "example.org", false),
    ("a.co.uk", "b.co.uk", false),
    ("x.a.co.uk", "y.a.co.uk", true),
    ("org", "example.org", false),
  ])
  func domainsOfOneOrganisationAreAligned(_ domain: String, _ from: String, _ relaxed: Bool) {
    #expect(isAligned(domain, with: from, strict: false) == relaxed)
    #expect(isAligned(domain, with: from, strict: true) == (domain.lowercased() == from))
  }
}
