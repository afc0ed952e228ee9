import Model
import Testing

/// Which article a file is. A shelf is written `id@source/path bytes title text`, a file the same way without its id.
@Suite struct IdentityTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// The ledger's record.
    let known: [KnownArticle]
    /// Files that are read now.
    let files: [FoundArticle]
    let gone: [FilePlace]
    /// One for each file: `=id` for a known article, `+name` for a new one, `copy of PATH`, `?id` for a question.
    let verdicts: [String]
    let lost: [String]
    /// Articles that no issue has.
    let unmailed: Set<String>

    init(
      _ name: String, known: [KnownArticle], files: [FoundArticle], gone: [String] = [], verdicts: [String],
      lost: [String] = [], unmailed: Set<String> = []
    ) {
      testDescription = name
      self.known = known
      self.files = files
      self.gone = gone.map { place($0) }
      self.verdicts = verdicts
      self.lost = lost
      self.unmailed = unmailed
    }
  }

  static let cases: [Case] = [
    Case(
      "a file that was edited in its place is the same article",
      known: [article("a", "a", 1)], files: [file("a", 2)], verdicts: ["=a"]),
    Case(
      "a renamed file is the same article",
      known: [article("a", "a", 1)], files: [file("b", 1)], gone: ["a"], verdicts: ["=a"]),
    Case(
      "a renamed file with other front matter is the same article",
      known: [article("a", "a", 1)], files: [file("b", 1, bytes: 9)], gone: ["a"], verdicts: ["=a"]),
    Case(
      "a renamed file of an older ledger is the same article",
      known: [article("a", "a", 1, bytes: nil)], files: [file("b", 1)], gone: ["a"], verdicts: ["=a"]),
    Case(
      "a renamed file with a corrected text is the same article",
      known: [article("a", "a", 1)], files: [file("b", 1, bytes: 9, words: 15)], gone: ["a"], verdicts: ["=a"]),
    Case(
      "a renamed file with another title is the same article by its date and long text",
      known: [article("a", "a", 1)], files: [file("b", 1, bytes: 9, heading: 7, isLong: true)], gone: ["a"],
      verdicts: ["=a"]),
    Case(
      "a short text under another title may be the article whose file is gone",
      known: [article("a", "a", 1)], files: [file("b", 1, bytes: 9, heading: 7)], gone: ["a"], verdicts: ["?a"]),
    Case(
      "another long text under the same title and date is another article",
      known: [article("a", "a", 1)], files: [file("b", 1, bytes: 9, words: 60, isLong: true)], gone: ["a"],
      verdicts: ["+b"], lost: ["a"]),
    Case(
      "several files renamed at once keep theirs",
      known: [article("a", "a", 1), article("b", "b", 2), article("c", "c", 3)],
      files: [file("x", 3), file("y", 1), file("z", 2)], gone: ["a", "b", "c"], verdicts: ["=c", "=a", "=b"]),
    Case(
      "two files that swap names keep their articles",
      known: [article("a", "a", 1), article("b", "b", 2)], files: [file("a", 2), file("b", 1)], verdicts: ["=b", "=a"]),
    Case(
      "three files whose names go round keep their articles",
      known: [article("a", "a", 1), article("b", "b", 2), article("c", "c", 3)],
      files: [file("a", 3), file("b", 1), file("c", 2)], verdicts: ["=c", "=a", "=b"]),
    Case(
      "another article under the old name gets its own name",
      known: [article("a", "a", 1)], files: [file("a", 2), file("b", 1)], verdicts: ["+a-2", "=a"]),
    Case(
      "so it does in a later run",
      known: [article("a", "b", 1, name: "a")], files: [file("a", 2)], verdicts: ["+a-2"]),
    Case(
      "and when the moved article is no longer there",
      known: [article("a", "b", 1, name: "a", .departed)], files: [file("a", 2)], verdicts: ["+a-2"]),
    Case(
      "its own name is one that is free",
      known: [article("a", "b", 1, name: "a"), article("a-2", "a-2", 5)], files: [file("a", 2)], verdicts: ["+a-3"]),
    Case(
      "a file that was renamed keeps its article at each reading",
      known: [article("a", "b", 1, name: "a")], files: [file("b", 1)], verdicts: ["=a"]),
    Case(
      "a file that was renamed keeps its article when it is edited",
      known: [article("a", "b", 1, name: "a")], files: [file("b", 2)], verdicts: ["=a"]),
    Case(
      "a file renamed again, and back, keeps its article",
      known: [article("a", "b", 1, name: "a")], files: [file("a", 1)], gone: ["b"], verdicts: ["=a"]),
    Case(
      "a copy is not an article while the first one exists",
      known: [article("a", "a", 1)], files: [file("b", 1)], verdicts: ["copy of articles/a.md"]),
    Case(
      "of two new files with the same text the second is a copy",
      known: [], files: [file("a", 1), file("b", 1)], verdicts: ["+a", "copy of articles/a.md"]),
    Case(
      "a copy with other front matter is a copy if its text is long",
      known: [article("a", "a", 1)], files: [file("b", 1, bytes: 9, isLong: true)],
      verdicts: ["copy of articles/a.md"]),
    Case(
      "two notes of one day with one title and a short text are two articles",
      known: [article("a", "a", 1)], files: [file("b", 1, bytes: 9)], verdicts: ["+b"]),
    Case(
      "a copy is the article once the first one is gone",
      known: [article("a", "a", 1)], files: [file("b", 1)], gone: ["a"], verdicts: ["=a"]),
    Case(
      "a copy with its own id is an article",
      known: [article("a", "a", 1)], files: [file("b", 1, bytes: 9, id: "mine")], verdicts: ["+b"]),
    Case(
      "of two copies that take the place of a file the one with its file name is the article",
      known: [article("a", "a", 1)], files: [file("new/b", 1), file("new/a", 1)], gone: ["a"],
      verdicts: ["copy of articles/new/a.md", "=a"]),
    Case(
      "an article goes with the id that its author wrote",
      known: [article("mine", "a", 1)], files: [file("b", 2, id: "mine")], gone: ["a"], verdicts: ["=mine"]),
    Case(
      "a written id wins over the same bytes",
      known: [article("a", "a", 1)], files: [file("b", 1, id: "b")], gone: ["a"], verdicts: ["+b"], lost: ["a"]),
    Case(
      "a file without the id that it had keeps its article",
      known: [article("mine", "a", 1)], files: [file("a", 1, bytes: 9)], verdicts: ["=mine"]),
    Case(
      "a file whose author says that it was at the address of an article is that article, even with another text",
      known: [article("a", "a", 1)], files: [file("b", 2, published: 9_000_000).formerly("a")], gone: ["a"],
      verdicts: ["=a"]),
    Case(
      "an article that left the shelf is known by its address",
      known: [article("a", "a", 1, .departed)], files: [file("b", 2, published: 9_000_000).formerly("a")],
      verdicts: ["=a"]),
    Case(
      "the address of an article that still has its file proves nothing",
      known: [article("a", "a", 1)], files: [file("b", 2, published: 9_000_000).formerly("a")], verdicts: ["+b"]),
    Case(
      "an address proves nothing while the file of its article is rewritten",
      known: [article("a", "a", 1)],
      files: [file("a", 3, published: 9_000_000), file("b", 2, published: 9_000_000).formerly("a")],
      verdicts: ["?a", "+b"]),
    Case(
      "the same text is more than an address",
      known: [article("a", "a", 1)], files: [file("b", 2).formerly("a"), file("c", 1)], gone: ["a"],
      verdicts: ["+b", "=a"]),
    Case(
      "a written id is more than an address",
      known: [article("a", "a", 1)], files: [file("b", 2, id: "b").formerly("a")], gone: ["a"], verdicts: ["+b"],
      lost: ["a"]),
    Case(
      "a source with another name has the same articles",
      known: [article("a", "a", 1), article("b", "b", 2)],
      files: [file("a", 1, "posts"), file("b", 7, "posts")], gone: ["a", "b"], verdicts: ["=a", "=b"]),
    Case(
      "an article goes to another source",
      known: [article("a", "a", 1)],
      files: [FoundArticle(place: FilePlace(source: "posts", path: "posts/a.md"), name: "a", 1)], gone: ["a"],
      verdicts: ["=a"]),
    Case(
      "a page that becomes a bundle and is rewritten is the same article",
      known: [article("x", "x", 1)],
      files: [FoundArticle(place: FilePlace(source: "articles", path: "articles/x/index.md"), name: "x", 2)],
      gone: ["x"], verdicts: ["=x"]),
    Case(
      "a file that was a draft is the article that it was",
      known: [article("a", "b", 1, name: "a", .hidden)], files: [file("b", 2)], verdicts: ["=a"]),
    Case(
      "an article that was gone is back under another name",
      known: [article("a", "a", 1, .departed)], files: [file("b", 1)], verdicts: ["=a"]),
    Case(
      "another article under the name of a deleted one is new and gets its own name",
      known: [article("a", "a", 1, .departed)], files: [file("a", 2, words: 90, published: 1_000_000)],
      verdicts: ["+a-2"]),
    Case(
      "a deleted article comes back to its place with another text and its date",
      known: [article("a", "a", 1, .departed)], files: [file("a", 2)], verdicts: ["=a"]),
    Case(
      "a deleted article comes back under another name with a corrected text",
      known: [article("a", "a", 1, .departed)], files: [file("b", 1, bytes: 9, words: 15)], verdicts: ["=a"]),
    Case(
      "a draft that was renamed, corrected and published again is the article that it was",
      known: [article("a", "a", 1, .hidden)], files: [file("b", 1, bytes: 9, words: 15)], verdicts: ["=a"]),
    Case(
      "a renamed file with a time in its date is the same article",
      known: [article("a", "a", 1)], files: [file("b", 1, bytes: 9, published: 34_200)], gone: ["a"], verdicts: ["=a"]),
    Case(
      "a renamed file with another date is the same article by its title and long text",
      known: [article("a", "a", 1)], files: [file("b", 1, bytes: 9, isLong: true, published: 1_000_000)], gone: ["a"],
      verdicts: ["=a"]),
    Case(
      "a copy with a word changed is not an article while the first one exists",
      known: [article("a", "a", 1)], files: [file("b", 1, bytes: 9, words: 15, isLong: true)],
      verdicts: ["almost articles/a.md"]),
    Case(
      "a short text that was renamed and rewritten is the same article by its title and date",
      known: [article("a", "a", 1)], files: [file("b", 1, bytes: 9, words: 90)], gone: ["a"], verdicts: ["=a"]),
    Case(
      "another long text with the title and date of a deleted one is another article",
      known: [article("a", "a", 1, .departed)], files: [file("b", 1, bytes: 9, words: 90, isLong: true)],
      verdicts: ["+b"]),
    Case(
      "a long text that was deleted comes back with another name and date and a word changed",
      known: [article("a", "a", 1, .departed)],
      files: [file("b", 1, bytes: 9, words: 15, isLong: true, published: 1_000_000)], verdicts: ["=a"]),
    Case(
      "a short text of another day with the title of a deleted one is another article",
      known: [article("a", "a", 1, .departed)], files: [file("b", 1, bytes: 9, words: 15, published: 1_000_000)],
      verdicts: ["+b"]),
    Case(
      "of two new files with nearly the same text the second is not an article",
      known: [], files: [file("a", 1, isLong: true), file("b", 1, bytes: 9, words: 15, isLong: true)],
      verdicts: ["+a", "almost articles/a.md"]),
    // One file name, two articles.
    Case(
      "a file overwritten by another article holds a new one",
      known: [article("a", "a", 1)], files: [file("a", 2, words: 90, isLong: true, published: 1_000_000)],
      verdicts: ["+a-2"]),
    Case(
      "a file overwritten by another short article holds a new one",
      known: [article("a", "a", 1)], files: [file("a", 2, words: 90, published: 1_000_000)], verdicts: ["+a-2"]),
    Case(
      "another text that keeps the title may be another article",
      known: [article("a", "a", 1)],
      files: [file("a", 1, bytes: 2, words: 90, isLong: true, published: 1_000_000)], verdicts: ["?a"]),
    Case(
      "and so may another short text",
      known: [article("a", "a", 1)], files: [file("a", 1, bytes: 2, words: 90, published: 1_000_000)], verdicts: ["?a"]),
    Case(
      "another text that keeps the date may be another article",
      known: [article("a", "a", 1)], files: [file("a", 2, words: 90, isLong: true)], verdicts: ["?a"]),
    Case(
      "while nobody was mailed it is an edit",
      known: [article("a", "a", 1)], files: [file("a", 2, words: 90, isLong: true)], verdicts: ["=a"], unmailed: ["a"]),
    Case(
      "a rewriting that keeps title and date is an edit",
      known: [article("a", "a", 1)], files: [file("a", 1, bytes: 2, words: 90, isLong: true)], verdicts: ["=a"]),
    Case(
      "a rewriting that keeps the second of the date is an edit",
      known: [timed("a", 1)], files: [file("a", 2, words: 90, isLong: true, published: 34_201)], verdicts: ["=a"]),
    Case(
      "a rewriting that keeps some of a long text is an edit",
      known: [article("a", "a", 1)], files: [file("a", 2, words: 40, isLong: true, published: 1_000_000)],
      verdicts: ["=a"]),
    Case(
      "a rewriting of an article of an older ledger is an edit",
      known: [
        unknown("a")
      ],
      files: [file("a", 2, words: 90, isLong: true, published: 1_000_000)], verdicts: ["=a"]),
    Case(
      "an article that is moved and edited stays itself while another one takes its name",
      known: [article("a", "a", 1)],
      files: [
        file("a", 2, words: 90, isLong: true, published: 1_000_000), file("b", 1, bytes: 9, words: 15, isLong: true),
      ],
      verdicts: ["+a-2", "=a"]),
    Case(
      "and while another long article of the same day takes its name",
      known: [article("a", "a", 1)],
      files: [file("a", 2, words: 90, isLong: true), file("b", 1, bytes: 9, words: 15, isLong: true)],
      verdicts: ["+a-2", "=a"]),
    Case(
      "and while a short article of the same day takes its name",
      known: [article("a", "a", 1)],
      files: [file("a", 2, words: 90), file("b", 1, bytes: 9, words: 15, isLong: true)],
      verdicts: ["+a-2", "=a"]),
    Case(
      "and while it is a short one",
      known: [article("a", "a", 1)], files: [file("a", 2, published: 1_000_000), file("b", 1, bytes: 9, words: 15)],
      verdicts: ["+a-2", "=a"]),
    Case(
      "articles that are edited and move on to the next name stay themselves",
      known: [article("a", "a", 1), article("b", "b", 200), article("c", "c", 400)],
      files: [
        file("a", 600, isLong: true, published: 1_000_000), file("b", 1, bytes: 9, words: 15, isLong: true),
        file("c", 200, bytes: 10, words: 215, isLong: true), file("z", 400, bytes: 11, words: 415, isLong: true),
      ], verdicts: ["+a-2", "=a", "=b", "=c"]),
    Case(
      "of articles with one title and date each stays itself when they move and are edited",
      known: [series("a", 1), series("b", 200), series("c", 400)],
      files: [
        file("x", 7, bytes: 10, words: 15, isLong: true), file("a", 7, bytes: 11, words: 215, isLong: true),
        file("b", 7, bytes: 400, words: 400, isLong: true),
      ], gone: ["c"], verdicts: ["=a", "=b", "=c"]),
    Case(
      "another article in the bundle of a lost page is a new one",
      known: [article("x", "x", 1)],
      files: [
        FoundArticle(
          place: FilePlace(source: "articles", path: "articles/x/index.md"), name: "x", writtenID: nil,
          traits: sample(2, bytes: 2, words: 90, published: 1_000_000), isLong: false)
      ], gone: ["x"], verdicts: ["+x-2"], lost: ["x"]),
    Case(
      "another article under the name of one that became a bundle is a new one",
      known: [article("x", "x", 1)],
      files: [
        file("x", 2, published: 1_000_000),
        FoundArticle(place: FilePlace(source: "articles", path: "articles/x/index.md"), name: "x", 1),
      ], verdicts: ["+x-2", "=x"]),
    Case(
      "an article that was hidden while another one took its name is the article that it was",
      known: [article("a", "a", 1, .hidden), article("a-2", "a", 2, name: "a-2")], files: [file("b", 1, bytes: 9)],
      verdicts: ["=a"]),
    Case(
      "another article under the name of a hidden one is a new one",
      known: [article("a", "a", 1, .hidden)], files: [file("a", 2, words: 90, isLong: true, published: 1_000_000)],
      verdicts: ["+a-2"]),
    Case(
      "a copy of what an article was is a copy, whose original has another title",
      known: [article("a", "a", 1)], files: [file("a", 1, bytes: 9, heading: 7), file("a.bak", 1)],
      verdicts: ["=a", "copy of articles/a.md"]),
    Case(
      "and another text",
      known: [article("a", "a", 1)], files: [file("a", 1, bytes: 9, words: 90), file("a.bak", 1)],
      verdicts: ["=a", "copy of articles/a.md"]),
    Case(
      "and another title and some other words",
      known: [article("a", "a", 1)],
      files: [file("a.bak", 1), file("a", 1, bytes: 9, heading: 7, words: 15, isLong: true)],
      verdicts: ["copy of articles/a.md", "=a"]),
    Case(
      "and another date and some other words",
      known: [article("a", "a", 1)],
      files: [file("a.bak", 1), file("a", 1, bytes: 9, words: 40, isLong: true, published: 1_000_000)],
      verdicts: ["copy of articles/a.md", "=a"]),
    Case(
      "an article that is moved is not a copy of another one with its title under its name",
      known: [article("a", "a", 1)],
      files: [file("b", 1), file("a", 1, bytes: 9, words: 90, isLong: true, published: 1_000_000)],
      verdicts: ["=a", "+a-2"]),
    // Another article takes the name and the title of one that is away.
    Case(
      "a newcomer with the name and the title of an article that is away is asked about",
      known: [article("a", "a", 1, .departed)],
      files: [file("a", 1, bytes: 2, words: 90, isLong: true, published: 1_000_000)], verdicts: ["?a"]),
    Case(
      "and while the file of that one is gone from another source",
      known: [article("a", "a", 1)],
      files: [file("a", 1, "posts", bytes: 2, words: 90, isLong: true, published: 1_000_000)], gone: ["a"],
      verdicts: ["?a"]),
    Case(
      "and while that one is hidden",
      known: [article("a", "a", 1, .hidden)],
      files: [file("a", 1, bytes: 2, words: 90, isLong: true, published: 1_000_000)], verdicts: ["?a"]),
    Case(
      "it is new where the other one is back elsewhere in the same run",
      known: [article("a", "a", 1, .departed)],
      files: [
        file("a", 1, bytes: 2, words: 90, isLong: true, published: 1_000_000), file("old/a", 1, bytes: 9, words: 15),
      ], verdicts: ["+a-2", "=a"]),
    Case(
      "it is new where the other one has moved and is edited",
      known: [article("a", "a", 1)],
      files: [
        file("a", 1, bytes: 2, words: 90, published: 1_000_000),
        file("b", 1, bytes: 9, words: 15, isLong: true),
      ], verdicts: ["+a-2", "=a"]),
    Case(
      "it is new where the other one has moved, with another title and edited",
      known: [article("a", "a", 1)],
      files: [
        file("a", 1, bytes: 2, words: 90, isLong: true, published: 1_000_000),
        file("b", 7, bytes: 9, words: 15, isLong: true),
      ], verdicts: ["+a-2", "=a"]),
    Case(
      "a newcomer with the title of one that is away under another name is new",
      known: [article("a", "a", 1, .departed)],
      files: [file("b", 1, bytes: 2, words: 90, isLong: true, published: 1_000_000)], verdicts: ["+b"]),
    Case(
      "a newcomer with its own id is not asked about",
      known: [article("a", "a", 1, .departed)], files: [file("a", 1, bytes: 2, words: 90, id: "mine", published: 1)],
      verdicts: ["+a"]),
    Case(
      "the answer makes it the article",
      known: [article("a", "a", 1, .departed)], files: [file("a", 1, bytes: 2, words: 90, id: "a", published: 1)],
      verdicts: ["=a"]),
    Case(
      "an article under another name, with another title and edited, is known by its date and long text",
      known: [article("a", "a", 1)], files: [file("b", 7, bytes: 9, words: 15, isLong: true)], gone: ["a"],
      verdicts: ["=a"]),
    Case(
      "and may be another one if its date also differs",
      known: [article("a", "a", 1)], files: [file("b", 7, bytes: 9, words: 15, isLong: true, published: 1_000_000)],
      gone: ["a"], verdicts: ["?a"]),
    Case(
      "a long text that is repeated under another title and date may be the article",
      known: [article("a", "a", 1, .departed)],
      files: [file("b", 7, bytes: 9, words: 1, isLong: true, published: 1_000_000)], verdicts: ["?a"]),
    Case(
      "another short text with the title and date of one that left long ago may be the article",
      known: [article("a", "a", 1, .departed)], files: [file("b", 1, bytes: 9, words: 90)], verdicts: ["?a"]),
    Case(
      "what is gone and nowhere else is lost",
      known: [article("a", "a", 1), article("b", "b", 2)], files: [file("c", 90)], gone: ["a", "b"], verdicts: ["+c"],
      lost: ["a", "b"]),
  ]

  @Test(arguments: cases) func aFileIsTheArticleThatItHolds(_ one: Case) throws {
    var identities = Identities(
      known: one.known, reread: Set(one.files.map(\.place)), gone: Set(one.gone), page: { "articles/\($0)/index.html" })
    let verdicts = try identities.decide(one.files, NumberedTexts(unmailed: one.unmailed))
    #expect(verdicts.map(text) == one.verdicts)
    #expect(identities.lost.map(\.id.text) == one.lost)
  }

  @Test(arguments: [(1, "copy of articles/b.md"), (2, "+a")])
  func aReportedCopyStaysACopyUntilItDiffers(_ content: Int, _ verdict: String) throws {
    let repeated = KnownRepeat(bytes: print(1), article: article("b", "b", 7).id)
    var earlier = EarlierFiles()
    earlier.repeats = [place("a"): repeated]
    var identities = Identities(
      known: [article("b", "b", 7)], reread: [place("a")], gone: [], earlier: earlier, page: { $0 })
    #expect(try identities.decide([file("a", content, published: 9)], NumberedTexts()).map(text) == [verdict])
    #expect(KnownRepeat(stamp: repeated.stamp) == repeated)
    #expect(KnownRepeat(stamp: "key 12 34") == nil)
  }

  @Test func aFileInDoubtStaysInDoubtAfterEdits() throws {
    let question = KnownQuestion(bytes: print(90), article: article("a", "a", 1).id, reason: "has its title")
    #expect(KnownQuestion(stamp: question.stamp) == question)
    #expect(KnownQuestion(stamp: "repeats 12 a") == nil)
    var earlier = EarlierFiles()
    earlier.add(question.stamp, of: place("b"))
    var identities = Identities(
      known: [article("a", "a", 1, .departed)], reread: [place("b")], gone: [], earlier: earlier, page: { $0 })
    #expect(try identities.decide([file("b", 90)], NumberedTexts()).map(text) == ["?a"])
  }

  @Test func wordsAreComparedWithoutMarkup() {
    let html = "<p>One  <a href=\"x y\">two</a>\n<b>thr</b>ee</p>\n"
    #expect(String(decoding: wordBytes(ofHTML: html), as: UTF8.self) == "One two thr ee")
  }

  @Test func sharedWordsAreCountedAgainstTheLongerText() {
    let text = Array("one two three four five six seven eight".utf8)
    #expect(share(of: text, in: Array("one two three four five six nine ten".utf8)) == 0.75)
    #expect(share(of: text, in: Array("one two three four five five".utf8)) == 0.625)
    #expect(share(of: [], in: []) == 1)
    #expect(share(of: text, in: Array("eight seven six five four three two one".utf8)) == 0)
    #expect(share(of: text, in: []) == 0)
  }

  private func text(_ verdict: Identities.Verdict) -> String {
    switch verdict {
    case .keeps(let article): "=\(article.id)"
    case .begins(let name): "+\(name)"
    case .copies(let place): "copy of \(place.path)"
    case .resembles(let place): "almost \(place.path)"
    case .asks(let article, _): "?\(article.id)"
    }
  }
}

/// Articles generated from numbers; those of close numbers share words.
private struct NumberedTexts: ComparedTexts {
  var unmailed: Set<String> = []

  func hasTitle(_ file: FoundArticle, _ article: KnownArticle) -> Bool {
    file.traits.heading == article.traits?.heading
  }

  func share(_ file: FoundArticle, _ article: KnownArticle) -> Double? {
    guard let before = article.traits?.wording.bits else { return nil }
    let difference = abs(Int(file.traits.wording.bits) - Int(before))
    return difference < 20 ? 1 : difference < 50 ? 0.5 : 0
  }

  func wasMailed(_ article: KnownArticle) -> Bool { !unmailed.contains(article.id.text) }
}

@Suite struct LossTests {
  @Test(arguments: [
    (1, 1, true), (2, 2, true), (4, 30, false), (5, 30, true), (5, 50, false), (6, 50, true), (4, 4, true),
    (4, 5, false),
    (100, 1_000, false), (101, 1_000, true),
  ])
  func manyArticlesLostAtOnceAreHeld(_ lost: Int, _ count: Int, _ isHeld: Bool) {
    let articles = (0..<lost).map { article("a\($0)", "a\($0)", 1) }
    let loss = Loss(articles, of: count, released: [])
    #expect(loss.held == (isHeld ? articles : []))
  }

  @Test func onlyReleasedFilesAreWithdrawnWhenMoreAreLost() {
    let articles = (0..<10).map { article("a\($0)", "a\($0)", 1) }
    let released = Set(articles.prefix(5).map(\.place.path))
    let loss = Loss(articles, of: 10, released: released)
    #expect(loss.held == Array(articles.suffix(5)))
  }
}

private func place(_ name: String, _ source: String = "articles") -> FilePlace {
  FilePlace(source: source, path: "articles/\(name).md")
}

private func print(_ bits: Int) -> Fingerprint { Fingerprint(bits: UInt64(bits)) }

/// - Parameter content: determines bytes, title and words.
private func sample(
  _ content: Int, bytes: Int?, heading: Int? = nil, words: Int? = nil, published: Int64 = 0
) -> ArticleTraits {
  ArticleTraits(
    bytes: bytes.map(print), heading: print(heading ?? content), wording: print(words ?? content), published: published)
}

private func article(
  _ id: String, _ file: String, _ content: Int, bytes: Int?, name: String? = nil,
  _ presence: KnownArticle.Presence = .shelved
) -> KnownArticle {
  var known = KnownArticle(
    id: Article.ID(id), name: name, page: "articles/\(name ?? id)/index.html", place: place(file), presence: presence)
  known.traits = sample(content, bytes: bytes)
  return known
}

private func article(
  _ id: String, _ file: String, _ content: Int, name: String? = nil, _ presence: KnownArticle.Presence = .shelved
) -> KnownArticle {
  article(id, file, content, bytes: content, name: name, presence)
}

/// From a ledger without traits.
private func unknown(_ id: String) -> KnownArticle {
  var known = article(id, id, 1)
  known.traits = nil
  return known
}

/// Its date has a time.
private func timed(_ id: String, _ content: Int) -> KnownArticle {
  var known = article(id, id, content)
  known.traits = sample(content, bytes: content, published: 34_201)
  return known
}

/// One of several with the same title and date.
private func series(_ id: String, _ words: Int) -> KnownArticle {
  var known = article(id, id, 7)
  known.traits = sample(7, bytes: words, words: words)
  return known
}

private func file(
  _ name: String, _ content: Int, _ source: String = "articles", bytes: Int? = nil, heading: Int? = nil,
  words: Int? = nil, id: String? = nil, isLong: Bool = false, published: Int64 = 0
) -> FoundArticle {
  FoundArticle(
    place: place(name, source), name: name, writtenID: id.map { Article.ID($0) },
    traits: sample(content, bytes: bytes ?? content, heading: heading, words: words, published: published),
    isLong: isLong)
}

extension FoundArticle {
  fileprivate func formerly(_ id: String) -> FoundArticle {
    var file = self
    file.addressees = [Article.ID(id)]
    return file
  }

  fileprivate init(place: FilePlace, name: String, _ content: Int) {
    self.init(place: place, name: name, writtenID: nil, traits: sample(content, bytes: content), isLong: false)
  }
}
