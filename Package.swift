// swift-tools-version: 6.2
import PackageDescription

/// Swift 6, with warnings as errors, and the upcoming features that make imports and existentials explicit.
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
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// Compiled into the single binary; a site's own files of the same name replace them.
let builtInTemplates = [
  "archive-index.html", "archive.html", "article-actions.html", "article-byline.html", "article-card.html",
  "article-changes.html", "article-dates.html", "article-evidence.html", "article-facts.html",
  "article-headline.html", "article-jump.html", "article-lead.html", "article-line.html", "article-minute.html",
  "article-ratings.html", "article-related.html", "article-source.html", "article-time.html", "article-topics.html",
  "article-translations.html", "article-urgent.html", "article-whole.html", "article-words.html",
  "article-writers.html", "article.html", "articles.html", "author.html", "body-end.html", "card-facts.html",
  "copy-script.html", "desk-chart.html", "desk-form.html", "desk-part.html", "desk-table.html", "desk.css",
  "desk.html", "digest.html", "digest.text", "easy.html", "ended.html", "feed-address.html", "feed-addresses.html",
  "feed.html", "feeds.html", "head-extra.html", "index.html", "issue-line.html", "issue-links.html",
  "issue-sponsor.html", "letter.html", "letter.text", "mail-article.html", "mail-article.text",
  "mail-attachments.html", "mail-contents.html", "mail-end.html", "mail-facts.html", "mail-footer.html",
  "mail-full.html", "mail-full.text", "mail-head.html", "mail-headline.html", "mail-headline.text", "mail-intro.html",
  "mail-lead.html", "mail-masthead.html", "mail-meta.html", "mail-note.html", "mail-ratings.html",
  "mail-related.html", "mail-section.html", "mail-source.html", "mail-sponsor.html", "mail-topics.html",
  "mail-urgent.html", "not-found.html", "note.html", "note.text", "page-attachments.html", "page-card.html",
  "page-footer.html", "page-head.html", "page-header.html", "page-image.html", "page-links.html", "pager.html",
  "research-note.html", "research-note.text", "rss-mark.html", "sheet.html", "sign-up.html", "standing-page.html",
  "style.css", "topic-names.html", "topic.html", "topics.html", "withdrawn.html", "web-form.html", "web-message.html",
  "web-part.html", "web-parts.html", "web-preferences.html", "web-search.html", "web-subscribe.html", "web.css",
  "year.html",
]

/// The files of built-in themes; `NAME-x` replaces `x` in the theme NAME.
let builtInThemes = [
  "editorial-theme.css", "editorial-theme.toml", "plain-mail-lead.html", "plain-mail-topics.html",
  "plain-theme.css", "plain-theme.toml",
]

/// The floors of the code: a target imports only targets on floors below its own (`docs/architecture.md`;
/// `FloorTests` checks it).
enum Floor: String {
  /// Module maps and shims of C libraries.
  case c = "C"
  /// Text or bytes in, text or bytes out. None of them depends on the model.
  case leaves = "Leaves"
  case adapters = "Adapters"
  case press = "Press"
  case doors = "Doors"
  case testing = "Testing"

  func path(_ name: String) -> String { "Sources/\(rawValue)/\(name)" }
}

/// A C library: its module map and shim.
func library(_ name: String, _ pkgConfig: String? = nil, apt packages: [String] = []) -> Target {
  .systemLibrary(
    name: name, path: Floor.c.path(name), pkgConfig: pkgConfig, providers: packages.isEmpty ? nil : [.apt(packages)])
}

func target(
  _ name: String, on floor: Floor, _ dependencies: [Target.Dependency] = [], resources: [Resource] = [],
  settings: [SwiftSetting] = strict
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: floor.path(name), resources: resources, swiftSettings: settings)
}

/// A wrapper of a C library, or a target that works on bytes: each unsafe expression is marked.
func leaf(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  target(name, on: .leaves, dependencies, settings: strictMemory)
}

/// One test target per source target.
func tests(of name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests",
    dependencies: [.byName(name: name), "CourantTesting"] + (name == "Files" ? [] : ["Files"])
      + (name == "Model" ? [] : ["Model"]) + (name == "Time" ? [] : ["Time"]) + dependencies,
    exclude: exclude, swiftSettings: strict)
}

let libraries: [Target] = [
  library("CLibXML2", "libxml-2.0", apt: ["libxml2-dev"]),
  library("CCurl", "libcurl", apt: ["libcurl4-openssl-dev"]),
  library("CCmarkGFM", "libcmark-gfm", apt: ["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]),
  library("COpenSSL", "libcrypto", apt: ["libssl-dev"]),
  library("COpenSSLTLS", "libssl", apt: ["libssl-dev"]),
  library("CPQ", "libpq", apt: ["libpq-dev"]),
  library("CZlib", "zlib", apt: ["zlib1g-dev"]),
  library("CDrawing"),  // opened at run time
  library("CResolver"),  // libresolv, a part of glibc
  library("CGlibc"),  // two functions of glibc
  // `make build` sets the variable; `courant --version` prints it.
  .target(
    name: "CBuild", path: Floor.c.path("CBuild"),
    cSettings: Context.environment["COURANT_COMMIT"].map { [.define("COURANT_COMMIT", to: "\"\($0)\"")] }),
]

let leaves: [Target] = [
  leaf("Text"),
  leaf("Files", ["CGlibc"]),
  target("Time", on: .leaves, ["Text"]),
  leaf("Cryptography", ["COpenSSL"]),
  leaf("Compression", ["CZlib"]),
  leaf("Drawing", ["CDrawing", "Compression"]),
  leaf("XML", ["CLibXML2", "Text"]),
  leaf("Curl", ["CCurl", "Cryptography"]),
  leaf("Markdown", ["CCmarkGFM", "Text", "XML"]),
  leaf("DNS", ["CResolver", "Text"]),
  leaf("PQ", ["CPQ"]),
  target("Pictures", on: .leaves),
  target("Sounds", on: .leaves),
  target("MIME", on: .leaves, ["Cryptography"]),
  target("Settings", on: .leaves, ["Yams", "Text"]),
  target("Languages", on: .leaves, ["Text"]),
  target(
    "Templates", on: .leaves, ["Languages", "Text"],
    resources: (builtInTemplates + builtInThemes.map { "themes/\($0)" }).map { .embedInCode("BuiltIn/\($0)") }),
]

let adapters: [Target] = [
  target("Themes", on: .adapters, ["Model", "Time", "Settings", "Templates", "Languages", "Text"]),
  target(
    "SiteFolder", on: .adapters, ["Model", "Time", "Settings", "Cryptography", "Languages", "Files", "Text", "XML"]),
  target(
    "Gathering", on: .adapters,
    ["Model", "Time", "Settings", "Markdown", "XML", "Text", "Files", "Cryptography", "Languages"]),
  target(
    "Syndication", on: .adapters, ["Model", "Time", "XML", "Languages", "Text"], resources: [.embedInCode("feed.css")]),
  target("Presentation", on: .adapters, ["Model", "Time", "Templates", "Languages", "Text", "Cryptography"]),
  target(
    "Pages", on: .adapters,
    ["Model", "Time", "Presentation", "Templates", "Languages", "Markdown", "Pictures", "XML", "Text"]),
  target(
    "Digests", on: .adapters,
    ["Model", "Time", "Presentation", "Templates", "Themes", "Languages", "MIME", "Cryptography", "XML", "Text"]),
  target(
    "Cards", on: .adapters,
    ["Model", "Time", "Presentation", "Templates", "Languages", "Drawing", "Cryptography", "Text"]),
  target("Captures", on: .adapters, ["Model", "Time", "Markdown", "XML", "Text"]),
  target("Bounces", on: .adapters, ["Model", "Time", "Cryptography", "Text"]),
  target("PublicPlace", on: .adapters, ["Model", "Time", "Files", "Text", "XML", "Curl", "Cryptography", "CGlibc"]),
  target("Leaving", on: .adapters, ["Time", "Files", "Text"]),
  target("LedgerSQL", on: .adapters, ["Model", "Time", "Cryptography", "Text", "Files", "PQ", grdb, sqlite]),
  target("Couriers", on: .adapters, ["Model", "Time", "Curl", "Text"]),
  target("FeedReading", on: .adapters, ["Time", "XML", "Text"]),
  target("Fetching", on: .adapters, ["Model", "Time", "Curl", "Compression", "Text"]),
  target(
    "Upstreams", on: .adapters,
    ["Model", "Time", "FeedReading", "Captures", "XML", "Text", "Cryptography", "Compression"]),
]

let press: [Target] = [
  target("Delivery", on: .press, ["Model", "Time"]),
  target(
    "Press", on: .press,
    [
      "Model", "Time", "Delivery", "Leaving", "SiteFolder", "Gathering", "Syndication", "Presentation", "Pages",
      "Templates",
      "Themes",
      "Languages",
      "Digests", "PublicPlace", "Pictures", "Sounds", "Text", "Files", "Cryptography", "Bounces", "Cards",
      "Compression",
      "Drawing",
    ]),
  target(
    "Office", on: .press,
    [
      "Model", "Time", "Press", "SiteFolder", "Gathering", "Presentation", "Pages", "Templates", "Themes", "Digests",
      "PublicPlace", "Markdown", "XML", "Text", "Files", "Cryptography", "Bounces", "Curl", "DNS", "MIME", "Captures",
      "Upstreams", "Leaving", "Languages",
    ]),
]

let web: [Target] = [
  target(
    "Web", on: .press,
    ["Model", "Time", "Leaving", "Presentation", "Templates", "Languages", "Text", "Cryptography", "Files"]),
  target(
    "Desk", on: .press,
    ["Model", "Time", "Web", "Press", "Office", "Presentation", "Templates", "Languages", "Text", "Cryptography"]),
]

let doors: [Target] = [
  // The only target that knows Hummingbird.
  target("HTTPServing", on: .doors, ["Web", hummingbird]),
  .executableTarget(
    name: "courant-cli",
    dependencies: [
      "Press", "Office", "Delivery", "Model", "Time", "LedgerSQL", "Couriers", "Curl", "Text", "DNS", "Cryptography",
      "Files", "CGlibc", "CBuild", "Captures", "Cards", "Drawing", "FeedReading", "Fetching", "Upstreams", "Web",
      "HTTPServing", "Desk", "Leaving",
      "Templates", "Languages",
      argumentParser,
    ],
    path: Floor.doors.path("courant-cli"), swiftSettings: strict,
    // The used part of ICU's data, before Foundation's archive with all of it (docs/decisions/0085).
    linkerSettings: Context.environment["COURANT_ICU"].map { [.unsafeFlags([$0])] }),
]

let tests: [Target] = [
  tests(of: "Bounces", exclude: ["Fixtures", "expected.txt"]), tests(of: "Text"),
  tests(of: "Captures", ["Markdown", "XML", "Text", "Gathering", "Settings"]),
  tests(of: "Cards", ["Drawing", "Presentation", "Languages", "Templates"]), tests(of: "Compression"),
  tests(of: "Couriers"), tests(of: "Cryptography"), tests(of: "Curl"), tests(of: "DNS"), tests(of: "Drawing"),
  tests(of: "Files"),
  tests(of: "Digests", ["Cryptography", "MIME", "Templates", "Themes", "Presentation", "Languages"]),
  tests(of: "FeedReading", ["Text", "XML"]),
  tests(of: "Fetching", ["Compression", "Curl"]),
  tests(of: "Gathering", ["Settings", "Text", "XML", "Presentation", "Cryptography"]),
  tests(of: "Languages", exclude: ["samples.txt"]), tests(of: "LedgerSQL", [grdb, "Cryptography", "PQ", "Text"]),
  tests(of: "MIME", ["Cryptography"]), tests(of: "Markdown"), tests(of: "Model"),
  tests(of: "Pages", ["Presentation", "Templates", "Languages", "Pictures"]),
  tests(of: "PublicPlace", ["LedgerSQL", "Cryptography"]),
  tests(of: "PQ"), tests(of: "Pictures", exclude: ["Fixtures"]), tests(of: "Sounds", exclude: ["Fixtures"]),
  tests(
    of: "Press",
    [
      "Office", "PressTesting", "Delivery", "Leaving", "PublicPlace", "Cryptography", "LedgerSQL", "Couriers", "Cards",
      "Compression",
      "Drawing", "Upstreams", "Text",
    ]),
  tests(of: "Office", ["Press", "PressTesting", "Curl", "DNS", "Cryptography", "LedgerSQL", "Couriers"]),
  tests(of: "Settings"),
  tests(of: "SiteFolder", ["Cryptography", "Settings", "Languages"]), tests(of: "Syndication", ["XML", "Languages"]),
  tests(of: "Templates", ["Languages"]), tests(of: "Time", ["Text"]), tests(of: "Themes", ["Templates", "Languages"]),
  tests(of: "Web", ["Leaving", "Templates", "Text"]), tests(of: "Leaving"),
  tests(of: "HTTPServing", ["Web", "Curl"]),
  tests(of: "Desk", ["Web", "Press", "Office", "Delivery", "PressTesting", "LedgerSQL", "Couriers", "Text"]),
  tests(of: "Upstreams", ["Compression", "Text"]), tests(of: "XML"),
  // Reads the sources: which target imports which.
  .testTarget(name: "HouseTests", dependencies: ["CourantTesting", "Files"], swiftSettings: strict),
  // Runs the binary, which is in the same folder as the tests.
  .testTarget(
    name: "CommandTests", dependencies: ["courant-cli", "CourantTesting", "Files", "PQ", "Press"],
    swiftSettings: strict),
]

let package = Package(
  name: "courant",
  products: [.executable(name: "courant", targets: ["courant-cli"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
  ],
  targets: libraries + leaves
    // The core: no clock, no files, no network.
    + [.target(name: "Model", dependencies: ["Time"], swiftSettings: strict)]
    + adapters + press + web + doors
    // For tests only: sample values, an SMTP server with a fault plan, and tests for every ledger; and runs in process.
    + [
      target(
        "CourantTesting", on: .testing, ["Model", "Time", "Files", "Cryptography", "COpenSSLTLS"],
        settings: strictMemory),
      target(
        "PressTesting", on: .testing,
        ["CourantTesting", "Model", "Delivery", "Press", "Office", "LedgerSQL", "Couriers"]),
    ]
    + tests
)

// Built only by `Tools/bench-publish.py`; neither the product nor its tests need it.
if Context.environment["COURANT_BENCH"] != nil {
  package.targets.append(
    .executableTarget(
      name: "bench-feeds", dependencies: ["Model", "Time", "Syndication"], path: "Tools/bench-feeds",
      swiftSettings: strict))
}

// Built only by `Tools/fuzz.sh`: libFuzzer in front of all code that reads untrusted bytes.
if Context.environment["COURANT_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "Bounces", "Curl", "DNS", "FeedReading", "Markdown", "Model", "Time", "Settings", "Text", "Upstreams", "XML",
      ],
      path: "Tools/fuzz",
      swiftSettings: [.swiftLanguageMode(.v6)], linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])]))
}

// Built only by `Tools/toml-test.py`.
if Context.environment["COURANT_TOML_TEST"] != nil {
  package.targets.append(
    .executableTarget(name: "toml-json", dependencies: ["Settings"], path: "Tools/toml-json", swiftSettings: strict))
}
