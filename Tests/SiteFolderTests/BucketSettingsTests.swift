import Foundation
import Model
import Testing

@testable import Settings
@testable import SiteFolder

@Suite struct BucketSettingsTests {
  private func bucket(_ place: String) throws -> BucketAddress? {
    let reader = SettingReader(try readTOML("[public]\nplace = \"\(place)\"\n"))
    let settings = try PublicSettings(#require(reader.table("public")))
    #expect(reader.problems == [])
    return settings.bucket
  }

  @Test func amazonsBucketsAreInTheNameOfTheHost() throws {
    var expected = BucketAddress("news", endpoint: "https://s3.us-east-1.amazonaws.com")
    expected.isInHost = true
    #expect(try bucket("s3://news") == expected)
    var other = BucketAddress("news", endpoint: "https://s3.eu-west-1.amazonaws.com")
    other.region = "eu-west-1"
    other.prefix = "a/b"
    other.isInHost = true
    #expect(try bucket("s3://news/a//b/?region=eu-west-1") == other)
  }

  /// A wildcard certificate covers no dots.
  @Test func aNameWithDotsIsInThePath() throws {
    #expect(try bucket("s3://news.example.org")?.isInHost == false)
  }

  @Test func otherStoresHaveTheBucketInThePath() throws {
    let expected = BucketAddress("news", endpoint: "http://127.0.0.1:9000")
    #expect(try bucket("s3://news?endpoint=http://127.0.0.1:9000/") == expected)
    #expect(try bucket("s3://news?endpoint=http%3A%2F%2F127.0.0.1%3A9000") == expected)
    #expect(try bucket("s3://news?endpoint=https://store.example&style=host")?.isInHost == true)
  }

  // MARK: - Keys

  private let environment = [
    "AWS_ACCESS_KEY_ID": "ID", "AWS_SECRET_ACCESS_KEY": "SECRET", "AWS_SESSION_TOKEN": "TOKEN",
  ]

  private func keys(_ content: String?, mode: Int = 0o600, _ environment: [String: String] = [:]) throws -> BucketKeys {
    var settings = PublicSettings()
    settings.credentialsFile = content == nil ? nil : "keys"
    return try withSite(["keys": content ?? ""]) { folder in
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder + "/keys")
      return try bucketKeys(settings, folder: folder, environment: environment)
    }
  }

  @Test func theEnvironmentComesFirst() throws {
    #expect(try keys("x", environment) == BucketKeys(id: "ID", secret: "SECRET", token: "TOKEN"))
  }

  @Test(arguments: [
    "aws_access_key_id = ID\naws_secret_access_key=S/+=\n",
    "[other]\naws_access_key_id = X\n[default]\r\nAWS_ACCESS_KEY_ID=ID\r\naws_secret_access_key = S/+=\n[more]\n"
      + "aws_secret_access_key = Y\n",
  ])
  func aFileHasTheFormOfAmazonsProgram(_ content: String) throws {
    #expect(try keys(content) == BucketKeys(id: "ID", secret: "S/+="))
  }

  @Test(arguments: [0o640, 0o604])
  func aFileThatOthersCanReadIsRefused(mode: Int) {
    #expect(throws: Finding("keys", "others can read this key; run `chmod 600 keys`")) {
      try keys("aws_access_key_id = ID\naws_secret_access_key = S\n", mode: mode)
    }
  }

  @Test func whatIsMissingIsNamed() {
    #expect(throws: Finding("keys", "`aws_secret_access_key` is missing; a bucket needs a key and its secret")) {
      try keys("aws_access_key_id = ID\n")
    }
    #expect(throws: Finding("schedule.conf", "`AWS_SECRET_ACCESS_KEY` is missing; a bucket needs a key and its secret"))
    {
      try keys(nil, ["AWS_ACCESS_KEY_ID": "ID"])
    }
    #expect(
      throws: Finding(
        "schedule.conf",
        "[public] place: the keys of the bucket are missing; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or point "
          + "`credentials_file` to a file that only you can read")
    ) { try keys(nil) }
  }

  /// They are part of a header field.
  @Test func keysAreASCII() {
    #expect(throws: Finding("keys", "the key of the bucket, its secret and its token must be plain ASCII")) {
      try keys("aws_access_key_id = I D\naws_secret_access_key = S\n")
    }
  }
}
