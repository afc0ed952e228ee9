import Cryptography
import Testing

/// The examples of Amazon's documentation ("Authenticating requests: using the Authorization header", S3 API reference),
/// cases of `aws-sig-v4-test-suite`, and keys that the documentation has no example of, signed by botocore 1.44.
@Suite struct RequestSignatureTests {
  private static let time = "20130524T000000Z"
  private static let host = "examplebucket.s3.amazonaws.com"

  @Test func aGetWithARangeIsSignedAsDocumented() {
    var request = Self.s3("GET", "/test.txt")
    request.fields.append(SignablePair("Range", "bytes=0-9"))
    #expect(
      Self.signer.authorization(for: request, at: Self.time)
        == "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, "
        + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, "
        + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41")
  }

  @Test func aPutIsSignedAsDocumented() {
    var request = Self.s3("PUT", "/test%24file.text", body: "Welcome to Amazon S3.")
    request.fields.append(SignablePair("Date", "Fri, 24 May 2013 00:00:00 GMT"))
    request.fields.append(SignablePair("x-amz-storage-class", "REDUCED_REDUNDANCY"))
    #expect(
      Self.signer.authorization(for: request, at: Self.time)
        == "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, "
        + "SignedHeaders=date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class, "
        + "Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd")
  }

  @Test func aQueryWithoutValueIsSignedAsDocumented() {
    var request = Self.s3("GET", "/")
    request.query = [SignablePair("lifecycle", "")]
    #expect(Self.signature(of: request) == "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543")
  }

  @Test func aListIsSignedAsDocumented() {
    var request = Self.s3("GET", "/")
    request.query = [SignablePair("prefix", "J"), SignablePair("max-keys", "2")]
    #expect(Self.signature(of: request) == "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7")
  }

  /// Letters outside ASCII, spaces, and the signs that other encodings leave alone.
  @Test(arguments: [
    ("/topics/%C3%A4tiologie/index.html", "803ffe197b2b07faea67f59d7da6720f348e0cb2b28a4e53ff1316d0a3893d8e"),
    ("/a%20b%2Bc~d%25e.png", "50fb87d95ce1ccdc90d4f712608e0afab888f224156c5e68f2b1ad324198cd78"),
    (
      "/articles/%D9%85%D8%B1%D8%B6/%E6%97%A5%E6%9C%AC%E8%AA%9E.html",
      "c5fd9779c2e2503923b5f56f07cc84fd2457c1a76af16468b39ffe1525b4793d"
    ),
    ("/it%27s%281%29%21%2A.txt", "ae61c33c71ce5dda1d4d00c42c29a0008952ffbaa6283e5573f035da7d34d21e"),
    ("/a%24b%26c%3Dd%3Be%40f%3Ag%2Ch", "2e17ccdbdf2eddab9527b004b18bca4256fe26282f64119f9c78ba6c37381958"),
  ])
  func pathsAreSignedAsTheyAreSent(_ path: String, _ signature: String) {
    #expect(Self.signature(of: Self.s3("PUT", path, body: "Welcome to Amazon S3.")) == signature)
  }

  @Test func valuesOfAQueryAreSignedAsTheyAreSent() {
    var request = Self.s3("GET", "/")
    request.query = [
      SignablePair("list-type", "2"), SignablePair("prefix", "%C3%A4%20b%2Bc~%25"),
      SignablePair("continuation-token", "1%2Fabc%3D%3D"), SignablePair("encoding-type", "url"),
    ]
    #expect(Self.signature(of: request) == "aa96895671c824e0f71409d1127faec5426c520f262cfbac462f2433b8994bc6")
  }

  /// `get-vanilla`, `post-vanilla`, `get-vanilla-query-order-key-case`, `get-unreserved` and `get-utf8`.
  @Test(arguments: [
    ("GET", "/", [], "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
    ("POST", "/", [], "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
    (
      "GET", "/", ["Param2=value2", "Param1=value1"],
      "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"
    ),
    (
      "GET", "/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", [],
      "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f"
    ),
    ("GET", "/%E1%88%B4", [], "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85"),
  ])
  func theTestSuiteIsSignedAsPublished(_ method: String, _ path: String, _ query: [String], _ signature: String) {
    let signer = RequestSigner(
      keyID: "AKIDEXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", region: "us-east-1",
      service: "service")
    var request = SignableRequest(method, path, bodyHash: SignableRequest.hashOfNothing)
    request.fields = [SignablePair("Host", "example.amazonaws.com"), SignablePair("X-Amz-Date", "20150830T123600Z")]
    request.query = query.map { pair in
      let parts = pair.split(separator: "=").map(String.init)
      return SignablePair(parts[0], parts[1])
    }
    #expect(signer.authorization(for: request, at: "20150830T123600Z").hasSuffix("Signature=" + signature))
  }

  /// `get-header-value-trim`.
  @Test func spacesAroundValuesAndBetweenWordsAreSqueezed() {
    let signer = RequestSigner(
      keyID: "AKIDEXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", region: "us-east-1",
      service: "service")
    var request = SignableRequest("GET", "/", bodyHash: SignableRequest.hashOfNothing)
    request.fields = [
      SignablePair("Host", "example.amazonaws.com"), SignablePair("My-Header1", " value1"),
      SignablePair("My-Header2", " \"a   b   c\""), SignablePair("X-Amz-Date", "20150830T123600Z"),
    ]
    #expect(
      signer.authorization(for: request, at: "20150830T123600Z")
        .hasSuffix("Signature=acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736"))
  }

  @Test func aHashOfPiecesIsThatOfTheWhole() {
    guard let stream = HashStream() else {
      Issue.record("no memory")
      return
    }
    stream.add(Array("a".utf8)[...])
    stream.add([])
    stream.add(Array("bc".utf8)[...])
    #expect(stream.finish() == sha256("abc".utf8))
  }

  private static let signer = RequestSigner(
    keyID: "AKIAIOSFODNN7EXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", region: "us-east-1",
    service: "s3")

  private static func s3(_ method: String, _ path: String, body: String = "") -> SignableRequest {
    let hash = lowercaseHex(sha256(body.utf8))
    var request = SignableRequest(method, path, bodyHash: hash)
    request.fields = [
      SignablePair("Host", host), SignablePair("x-amz-date", time), SignablePair("x-amz-content-sha256", hash),
    ]
    return request
  }

  private static func signature(of request: SignableRequest) -> String {
    let value = signer.authorization(for: request, at: time)
    return String(value.suffix(64))
  }
}
