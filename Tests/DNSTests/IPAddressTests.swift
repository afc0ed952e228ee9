import DNS
import Testing

@Suite struct IPAddressTests {
  @Test(arguments: [
    "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.127.255.254", "127.0.0.1", "169.254.1.1", "172.16.0.1", "172.31.255.254",
    "192.168.1.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fc00::1", "fd12::1", "fe80::1", "ff02::1",
  ])
  func anAddressOfAPrivateNetworkIsNotPublic(_ text: String) throws {
    #expect(try !#require(IPAddress(text)).isPublic)
  }

  @Test(arguments: [
    "1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.167.1.1",
    "223.255.255.255", "2001:4860:4860::8888", "2a00:1450::1",
  ])
  func anyOtherAddressIsPublic(_ text: String) throws {
    #expect(try #require(IPAddress(text)).isPublic)
  }

  @Test(arguments: [
    ("192.0.2.1", "1.2.0.192.in-addr.arpa"),
    ("2001:db8::567:89ab", "b.a.9.8.7.6.5.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa"),
  ])
  func theReverseNameHasTheSmallestPartFirst(_ text: String, _ name: String) throws {
    #expect(try #require(IPAddress(text)).reverseName == name)
  }

  @Test(arguments: [
    "", "localhost", "mail.example.org", "1.2.3", "1.2.3.4.5", "256.1.1.1", "[::1]", "::1%lo", "1.2.3.4\u{0}",
  ])
  func aNameIsNotAnAddress(_ text: String) {
    #expect(IPAddress(text) == nil)
  }
}
