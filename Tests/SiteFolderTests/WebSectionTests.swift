import Model
import Testing

@testable import SiteFolder

struct WebSectionTests {
  @Test(arguments: [
    ("127.0.0.1:8080", ListenAddress.host("127.0.0.1", port: 8080)), ("[::1]:80", .host("::1", port: 80)),
    ("localhost:0", .host("localhost", port: 0)), ("unix:/run/courant/web.sock", .socket("/run/courant/web.sock")),
    ("unix:web.sock", nil), ("8080", nil), ("127.0.0.1", nil), ("127.0.0.1:99999", nil), ("a b:80", nil), ("", nil),
    ("unix:/" + String(repeating: "a", count: 110), nil),
  ])
  func anAddressToListenOnIsRead(_ text: String, _ address: ListenAddress?) {
    #expect(ListenAddress(text) == address)
  }
}
