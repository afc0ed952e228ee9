// swift-tools-version: 6.2
import PackageDescription

/// Swift 6, every warning an error, and the upcoming features that make imports and existentials explicit.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// The wrappers of C libraries also mark each unsafe expression.
let strictMemory = strict + [.strictMemorySafety()]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// They become part of the one binary; a site's own files of the same name take their place.
let builtInTemplates = [
  "archive-index.html", "archive.html", "article-card.html", "article-dates.html", "article-facts.html",
  "article-line.html", "article-ratings.html", "article-related.html", "article-source.html", "article-topics.html",
  "article.html", "articles.html", "copy-script.html", "digest.html", "digest.text", "ended.html",
  "feed-addresses.html",
  "feed.html", "feeds.html", "index.html", "issue-line.html", "issue-links.html", "mail-article.html",
  "mail-article.text", "mail-footer.html", "mail-head.html", "mail-lead.html", "mail-masthead.html", "mail-meta.html",
  "mail-note.html", "mail-ratings.html", "mail-related.html", "mail-section.html", "mail-source.html",
  "mail-topics.html", "not-found.html", "note.html", "note.text", "page-card.html", "page-footer.html",
  "page-head.html", "page-header.html", "pager.html", "research-note.html", "research-note.text", "sign-up.html",
  "style.css", "topic.html", "topics.html", "withdrawn.html", "year.html",
]

/// What built-in themes bring; `NAME-x` takes the place of `x` in the theme NAME.
let builtInThemes = [
  "editorial-theme.css", "editorial-theme.toml", "plain-mail-lead.html", "plain-mail-topics.html",
  "plain-theme.css", "plain-theme.toml",
]

/// One test target a source target.
func tests(of name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests",
    dependencies: [.byName(name: name), "CourantTesting"] + (name == "Files" ? [] : ["Files"])
      + (name == "Model" ? [] : ["Model"]) + dependencies,
    exclude: exclude, swiftSettings: strict)
}

let tests: [Target] = [
  tests(of: "Bounces", exclude: ["Fixtures", "expected.txt"]), tests(of: "ByteScan"),
  tests(of: "CSV"), tests(of: "Couriers"), tests(of: "Curl"), tests(of: "DNS"),
  tests(of: "Files"),
  tests(of: "Digests", ["Hashing", "MIME", "Templates", "Themes", "Pages", "Languages"]),
  tests(of: "Gathering", ["Settings", "XML", "Pages"]), tests(of: "Gzip"),
  tests(of: "Hashing"), tests(of: "Languages"), tests(of: "LedgerSQL", [grdb]),
  tests(of: "MIME", ["Hashing"]), tests(of: "Markdown"), tests(of: "Model"),
  tests(of: "Pages", ["Templates", "Languages"]),
  tests(of: "Press", ["DNS", "Gzip", "Hashing", "LedgerSQL", "Couriers"]), tests(of: "Settings"),
  tests(of: "SiteFolder", ["Hashing", "Settings", "Languages"]), tests(of: "Syndication", ["XML", "Languages"]),
  tests(of: "Templates", ["Languages"]), tests(of: "Themes", ["Templates", "Languages"]), tests(of: "XML"),
  // Runs the binary, which lies beside the tests.
  .testTarget(name: "CommandTests", dependencies: ["courant-cli", "CourantTesting", "Files"], swiftSettings: strict),
]

let package = Package(
  name: "courant",
  products: [.executable(name: "courant", targets: ["courant-cli"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
  ],
  targets: [
    // C libraries: module maps and shims only.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(
      name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CResolver"),  // libresolv, a part of glibc
    .systemLibrary(name: "CSyncFS"),  // one function of the C library
    .systemLibrary(name: "CMalloc"),  // another
    .systemLibrary(name: "COpenSSLTLS", pkgConfig: "libssl", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    // Leaves: text or bytes in, text or bytes out. None of them knows what an article is.
    .target(name: "ByteScan", swiftSettings: strictMemory),
    .target(name: "Files", swiftSettings: strictMemory),
    .target(name: "XML", dependencies: ["CLibXML2", "ByteScan"], swiftSettings: strictMemory),
    .target(name: "Curl", dependencies: ["CCurl", "Hashing"], swiftSettings: strictMemory),
    .target(name: "Markdown", dependencies: ["CCmarkGFM", "ByteScan", "XML"], swiftSettings: strictMemory),
    .target(name: "Hashing", dependencies: ["COpenSSL"], swiftSettings: strictMemory),
    .target(name: "DNS", dependencies: ["CResolver"], swiftSettings: strictMemory),
    .target(name: "Gzip", dependencies: ["CZlib"], swiftSettings: strictMemory),
    .target(name: "MIME", dependencies: ["Hashing"], swiftSettings: strict),
    .target(name: "CSV", swiftSettings: strict),
    .target(name: "Settings", dependencies: ["Yams"], swiftSettings: strict),
    .target(name: "Languages", dependencies: ["ByteScan"], swiftSettings: strict),
    .target(
      name: "Templates", dependencies: ["Languages", "ByteScan"],
      resources: (builtInTemplates + builtInThemes.map { "themes/\($0)" }).map { .embedInCode("BuiltIn/\($0)") },
      swiftSettings: strict),

    // The core: no clock, no files, no network.
    .target(name: "Model", swiftSettings: strict),

    // Adapters.
    .target(name: "Themes", dependencies: ["Model", "Settings", "Templates", "Languages"], swiftSettings: strict),
    .target(
      name: "SiteFolder", dependencies: ["Model", "Settings", "Hashing", "Languages", "Files"], swiftSettings: strict),
    .target(
      name: "Gathering", dependencies: ["Model", "Settings", "Markdown", "XML", "Hashing", "Languages", "Files"],
      swiftSettings: strict),
    .target(
      name: "Syndication", dependencies: ["Model", "XML", "Languages", "ByteScan"],
      resources: [.embedInCode("feed.css")],
      swiftSettings: strict),
    .target(
      name: "Pages", dependencies: ["Model", "Templates", "Languages", "XML", "Hashing", "ByteScan"],
      swiftSettings: strict),
    .target(
      name: "Digests",
      dependencies: ["Model", "Templates", "Themes", "Pages", "Languages", "MIME", "Hashing", "XML"],
      swiftSettings: strict),
    .target(name: "Bounces", dependencies: ["Model", "Hashing"], swiftSettings: strict),
    .target(name: "LedgerSQL", dependencies: ["Model", "Hashing", "ByteScan", "Files", grdb], swiftSettings: strict),
    .target(name: "Couriers", dependencies: ["Model", "Curl"], swiftSettings: strict),

    // The run, and its command line.
    .target(
      name: "Press",
      dependencies: [
        "Model", "SiteFolder", "Gathering", "Syndication", "Pages", "Templates", "Themes", "Languages", "Digests",
        "CSV", "Hashing", "Bounces", "DNS", "MIME", "Gzip", "XML", "Files", "CSyncFS",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "courant-cli",
      dependencies: [
        "Press", "Model", "LedgerSQL", "Couriers", "CSV", "DNS", "Hashing", "Files", "CMalloc", argumentParser,
      ],
      swiftSettings: strict),

    // For tests only: sample values, an SMTP server with a fault plan, what every ledger must do.
    .target(name: "CourantTesting", dependencies: ["Model", "Files", "COpenSSLTLS"], swiftSettings: strictMemory),
  ] + tests
)

// What `Tools/bench-publish.py` builds for itself; neither the product nor its tests need it.
if Context.environment["COURANT_BENCH"] != nil {
  package.targets.append(
    .executableTarget(
      name: "bench-feeds", dependencies: ["Model", "Syndication"], path: "Tools/bench-feeds", swiftSettings: strict))
}

// What `Tools/fuzz.sh` builds for itself: libFuzzer in front of all that reads foreign bytes.
if Context.environment["COURANT_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["Bounces", "CSV", "Curl", "DNS", "Markdown", "Model", "Settings", "XML"],
      path: "Tools/fuzz",
      swiftSettings: [.swiftLanguageMode(.v6)], linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])]))
}

// What `Tools/toml-test.py` builds for itself.
if Context.environment["COURANT_TOML_TEST"] != nil {
  package.targets.append(
    .executableTarget(name: "toml-json", dependencies: ["Settings"], path: "Tools/toml-json", swiftSettings: strict))
}
