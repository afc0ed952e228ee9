import Captures
import CourantTesting
import Testing

@Suite struct TopicLineTests {
  /// Unknown pieces are in brackets.
  private func split(_ line: String, _ known: [String]) -> String {
    TopicLine(line, known: KnownTopics(known)).pieces.map { $0.isKnown ? $0.label : "[\($0.label)]" }.joined(
      separator: "|")
  }

  private static let cases: [(String, [String], String)] = [
    ("", ["a"], ""), ("fatigue", [], "[fatigue]"), ("fatigue", ["Fatigue"], "fatigue"),
    ("fatiguegaitpain", ["pain", "gait", "fatigue"], "fatigue|gait|pain"),
    // Dashes, spaces and capitals do not matter, and the label keeps its own.
    ("Na‐channelssleep–wake cycle", ["na-channels", "sleep wake cycle"], "Na‐channels|sleep–wake cycle"),
    ("ﬁbrosisMÜLLER cells", ["fibrosis", "Müller cells"], "ﬁbrosis|MÜLLER cells"),
    // The remainder is an unknown topic.
    ("biomarkersgaitmetabolism", ["biomarkers", "metabolism"], "biomarkers|[gait]|metabolism"),
    ("myelin sheathmetabolism", ["metabolism"], "[myelin sheath]|metabolism"),
    ("metabolismvaccination", ["metabolism"], "metabolism|[vaccination]"),
    (
      "amyloid plaquesbiomarkerscell deathmetabolismproteomics", ["biomarkers", "metabolism"],
      "[amyloid plaques]|biomarkers|[cell death]|metabolism|[proteomics]"
    ),
    // Two side by side cannot be reported apart.
    ("stem cellsbrain cellsmetabolism", ["metabolism"], "[stem cellsbrain cells]|metabolism"),
    // The longest of the known.
    ("multiple sclerosissclerosis", ["sclerosis", "multiple sclerosis"], "multiple sclerosis|sclerosis"),
    // A topic does not begin or end at a space or a dash, nor within a word.
    ("amyotrophic lateral sclerosis", ["lateral sclerosis"], "[amyotrophic lateral sclerosis]"),
    ("P‐glycoprotein", ["protein", "glycoprotein"], "[P‐glycoprotein]"),
    ("neuroinflammation", ["inflammation"], "[neuroinflammation]"),
    ("clinical trials", ["ALS"], "[clinical trials]"), ("clinical trialsALS", ["ALS"], "[clinical trials]|ALS"),
    ("dietary fibre", ["diet"], "[dietary fibre]"), ("symptoms", ["MS"], "[symptoms]"),
    ("MSpain", ["MS", "pain"], "MS|pain"),
    // A capital after small letters begins a topic, and so does a letter after a bracket.
    ("Multiple sclerosisBlood vessels", [], "[Multiple sclerosis]|[Blood vessels]"),
    ("sleep (REM)stress", [], "[sleep (REM)]|[stress]"),
    ("mRNA vaccines", [], "[mRNA vaccines]"), ("McDonald criteria", [], "[McDonald criteria]"),
    ("é", ["é"], "é"), ("e\u{301}migraine", ["é", "migraine"], "é|migraine"),
  ]

  @Test(arguments: cases) func topicsAreSplitByThoseThatAreKnown(_ line: String, _ known: [String], _ pieces: String) {
    #expect(split(line, known) == pieces)
  }

  @Test func aLineThatCanBeReadTwoWaysIsReported() {
    #expect(TopicLine("abcdef", known: KnownTopics(["abc", "def", "ab", "cdef"])).isAmbiguous)
    #expect(!TopicLine("abcdef", known: KnownTopics(["abc", "def"])).isAmbiguous)
  }

  /// Topics joined in any order are found again, if all are known and no topic is a part of another.
  @Test func joinedTopicsAreFoundAgain() {
    var numbers = SeededNumbers()
    let topics = [
      "P‐glycoprotein", "blood–brain barrier", "metabolism", "ALS", "T cells", "sleep", "migraine", "β-amyloid", "mRNA",
    ]
    for _ in 0..<100 {
      let some = Array(topics.shuffled(using: &numbers).prefix(Int.random(in: 1...topics.count, using: &numbers)))
      #expect(split(some.joined(), topics) == some.joined(separator: "|"))
    }
  }

  @Test func longLinesTakeLittleTime() {
    let line = String(repeating: "ab c", count: 500)
    let known = KnownTopics((0..<2_000).map { "ab\($0)" } + ["ab", "cab"])
    #expect(ContinuousClock().measure { _ = TopicLine(line, known: known) } < .seconds(30))
    #expect(TopicLine(String(repeating: "a", count: 5_000), known: known).pieces.count == 1)
  }
}
