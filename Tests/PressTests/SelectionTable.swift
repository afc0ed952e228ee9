/// How other publishers fail, one case a failure.
extension SelectionCase {
  static let table = edges + past + arrivals + changes + overflow + outages
}

extension SelectionCase {
  private static let edges = [
    SelectionCase(
      "dated exactly at the slot, and one second after it",
      [
        fresh, .arrives("on", "2026-11-23T07:00:00Z"), .arrives("after", "2026-11-23T07:00:01Z"),
        .run("2026-11-23T07:00:05Z", ["on"]), .run("2026-11-30T07:00:05Z", ["after"]),
        .run("2026-12-07T07:00:05Z", []),
      ], slots: ["2026-11-23T07:00 issued", "2026-11-30T07:00 issued", "2026-12-07T07:00 empty"]),
    SelectionCase(
      "run in the very second of the slot, and one second before it",
      [
        fresh, .arrives("a", "2026-11-20"), .run("2026-11-23T06:59:59Z", []), .run("2026-11-23T07:00:00Z", ["a"]),
      ]),
    SelectionCase(
      "run again and again",
      [
        fresh, .arrives("a", "2026-11-20"), .run("2026-11-23T07:00:00Z", ["a"]), .run("2026-11-23T07:00:00Z", []),
        .run("2026-11-23T07:00:01Z", []), .run("2026-11-24T07:00:00Z", []),
      ]),
    SelectionCase(
      "dated tomorrow",
      [
        .arrives("a", "2026-11-24"), fresh, .run("2026-11-23T07:00:05Z", []), .run("2026-11-30T07:00:05Z", ["a"]),
      ]),
    SelectionCase(
      "the clock goes back a day after a run",
      [
        fresh, .arrives("a", "2026-11-20"), .run("2026-11-23T07:00:05Z", ["a"]), .run("2026-11-22T07:00:05Z", []),
        .run("2026-11-23T07:00:05Z", []),
      ]),
  ]

  private static let past = [
    SelectionCase(
      "back-dated 20 days and arriving late",
      [
        fresh, .arrives("a", "2026-11-20"), .run("2026-11-23T07:00:05Z", ["a"]), .arrives("late", "2026-11-08"),
        .run("2026-11-30T07:00:05Z", ["late"]), .run("2026-12-07T07:00:05Z", []),
      ]),
    SelectionCase(
      "back-dated beyond lookback",
      [
        fresh, .arrives("a", "2026-11-20"), .run("2026-11-23T07:00:05Z", ["a"]), .arrives("older", "2026-10-20"),
        .run("2026-11-30T07:00:05Z", []),
      ]),
    SelectionCase(
      "the edge of lookback: 30 days before the slot before",
      [
        fresh, .arrives("a", "2026-11-20"), .run("2026-11-23T07:00:05Z", ["a"]),
        .arrives("at", "2026-10-24T07:00:00Z"), .arrives("within", "2026-10-24T07:00:01Z"),
        .run("2026-11-30T07:00:05Z", ["within"]),
      ]),
    SelectionCase(
      "old when the site was new",
      [
        .arrives("old", "2026-11-10"), .arrives("edge", "2026-11-16T07:00:00Z"),
        .arrives("first", "2026-11-16T07:00:01Z"), fresh, .run("2026-11-23T07:00:05Z", ["first"]),
        .run("2026-11-30T07:00:05Z", []),
      ]),
    SelectionCase(
      "old when the site was new, and nothing new for the first slot",
      [
        .arrives("old", "2026-11-10"), fresh, .run("2026-11-23T07:00:05Z", []), .run("2026-11-30T07:00:05Z", []),
      ], slots: ["2026-11-23T07:00 empty", "2026-11-30T07:00 empty"]),
    SelectionCase(
      "a slot that fell due in the second in which the site was new",
      [
        .arrives("a", "2026-11-20"), .run("2026-11-23T07:00:00Z", []), .run("2026-11-23T07:05:00Z", []),
        .run("2026-11-30T07:00:05Z", []),
      ], slots: ["2026-11-30T07:00 empty"]),
  ]

  private static let arrivals = [
    SelectionCase(
      "dated by its day, arriving after the first run of that day",
      [
        .run("2026-11-23T09:00:00Z", []), .arrives("a", "2026-11-23"), .run("2026-11-23T10:05:00Z", []),
        .run("2026-11-30T07:00:05Z", ["a"]), .run("2026-12-07T07:00:05Z", []),
      ]),
    SelectionCase(
      "arriving after the first run next to the past of the site",
      [
        .arrives("old", "2026-11-10"), .arrives("morning", "2026-11-23"), .run("2026-11-23T09:00:00Z", []),
        .arrives("a", "2026-11-23"), .arrives("back", "2026-11-05"), .arrives("ancient", "2026-10-20"),
        .arrives("new", "2026-11-24"), .run("2026-11-30T07:00:05Z", ["new", "a", "back"]),
        .run("2026-12-07T07:00:05Z", []),
      ]),
    SelectionCase(
      "arriving after the first run, and renamed before the first slot",
      [
        .arrives("old", "2026-11-10"), .run("2026-11-23T09:00:00Z", []), .arrives("a", "2026-11-23"),
        .run("2026-11-24T09:00:00Z", []), .vanishes("articles/a.md"),
        .arrives("a", "2026-11-23", file: "articles/b.md"), .run("2026-11-30T07:00:05Z", ["a"]),
      ]),
    SelectionCase(
      "more than there is room for after the first run", settings: "hold_above = 1\n",
      [
        .arrives("old", "2026-11-10"), .run("2026-11-23T09:00:00Z", []), .arrives("a", "2026-11-23"),
        .arrives("b", "2026-11-22"), .run("2026-11-30T07:00:05Z", []),
      ], slots: ["2026-11-30T07:00 held"]),
  ]

  private static func sent(then edit: Step...) -> [Step] {
    [fresh, .arrives("a", "2026-11-20"), .run("2026-11-23T07:00:05Z", ["a"])] + edit
      + [.arrives("b", "2026-11-25"), .run("2026-11-30T07:00:05Z", ["b"])]
  }

  private static let changes = [
    SelectionCase("its date changes after it was sent", sent(then: .arrives("a", "2026-11-24"))),
    SelectionCase("its title changes after it was sent", sent(then: .arrives("a", "2026-11-20", title: "New title"))),
    SelectionCase(
      "its URL changes after it was sent",
      sent(then: .arrives("a", "2026-11-20", more: ["link: https://elsewhere.example/a"]))),
    SelectionCase(
      "its file moves after it was sent",
      sent(then: .vanishes("articles/a.md"), .arrives("a", "2026-11-20", file: "articles/2026/moved.md"))),
    SelectionCase(
      "everything changes after it was sent",
      sent(
        then: .vanishes("articles/a.md"),
        .arrives("a", "2026-11-27", title: "New", more: ["link: https://x.example/"], file: "articles/new.md"))),
    SelectionCase(
      "withdrawn after it was sent, and back again",
      sent(then: .vanishes("articles/a.md"), .run("2026-11-24T07:00:00Z", []), .arrives("a", "2026-11-24"))),
    SelectionCase(
      "an embargo set before it was sent",
      [
        fresh, .arrives("a", "2026-11-20"), .run("2026-11-22T13:00:00Z", []), .arrives("a", "2026-11-26"),
        .run("2026-11-23T07:00:05Z", []), .run("2026-11-30T07:00:05Z", ["a"]),
      ]),
  ]

  private static let overflow = [
    SelectionCase(
      "what finds no room waits and comes first the next time", settings: "max_articles = 2\n",
      [
        fresh, .arrives("a", "2026-11-17"), .arrives("b", "2026-11-18"), .arrives("c", "2026-11-19"),
        .arrives("d", "2026-11-20"), .run("2026-11-23T07:00:05Z", ["d", "c"]), .arrives("e", "2026-11-25"),
        .run("2026-11-30T07:00:05Z", ["b", "a"]), .run("2026-12-07T07:00:05Z", ["e"]), .run("2026-12-14T07:00:05Z", []),
      ]),
    SelectionCase(
      "what waits grows older than lookback and still comes", settings: "max_articles = 1\nlookback = \"1d\"\n",
      [
        fresh, .arrives("a", "2026-11-17"), .arrives("b", "2026-11-18"), .arrives("c", "2026-11-19"),
        .run("2026-11-23T07:00:05Z", ["c"]), .run("2026-11-30T07:00:05Z", ["a"]), .run("2026-12-07T07:00:05Z", ["b"]),
      ]),
    SelectionCase(
      "what waits is withdrawn", settings: "max_articles = 1\n",
      [
        fresh, .arrives("a", "2026-11-17"), .arrives("b", "2026-11-18"), .run("2026-11-23T07:00:05Z", ["b"]),
        .vanishes("articles/a.md"), .run("2026-11-30T07:00:05Z", []),
      ]),
    SelectionCase(
      "more news than hold_above", settings: "hold_above = 2\n",
      [
        fresh, .arrives("a", "2026-11-17"), .arrives("b", "2026-11-18"), .arrives("c", "2026-11-19"),
        .run("2026-11-23T07:00:05Z", []), .run("2026-11-23T08:00:05Z", []), .vanishes("articles/a.md"),
        .arrives("d", "2026-12-02"), .vanishes("articles/b.md"), .run("2026-11-30T07:00:05Z", ["c"]),
        .run("2026-12-07T07:00:05Z", ["d"]),
      ], slots: ["2026-11-23T07:00 merged", "2026-11-30T07:00 issued", "2026-12-07T07:00 issued"]),
  ]

  /// Sent once, then nothing runs while an article a week appears; then `back`.
  private static func down(_ back: Step...) -> [Step] {
    [
      fresh, .arrives("a", "2026-11-20"), .run("2026-11-23T07:00:05Z", ["a"]), .arrives("b", "2026-11-25"),
      .arrives("c", "2026-12-02"), .arrives("d", "2026-12-09"), .arrives("e", "2026-12-16"),
    ] + back
  }

  private static let outages = [
    SelectionCase(
      "down for three slots, back for the fourth, catch_up = merge",
      down(.run("2026-12-21T07:00:05Z", ["e", "d", "c", "b"])),
      slots: [
        "2026-11-23T07:00 issued", "2026-11-30T07:00 merged", "2026-12-07T07:00 merged", "2026-12-14T07:00 merged",
        "2026-12-21T07:00 issued",
      ]),
    SelectionCase(
      "down for three slots, back for the fourth, catch_up = skip",
      settings: "catch_up = \"skip\"\nlookback = \"1d\"\n",
      down(.run("2026-12-21T07:00:05Z", ["e"]), .run("2026-12-28T07:00:05Z", [])),
      slots: [
        "2026-11-23T07:00 issued", "2026-11-30T07:00 skipped", "2026-12-07T07:00 skipped", "2026-12-14T07:00 skipped",
        "2026-12-21T07:00 issued", "2026-12-28T07:00 empty",
      ]),
    SelectionCase(
      "down for three slots, back between two, catch_up = merge",
      down(.run("2026-12-16T12:00:00Z", []), .run("2026-12-21T07:00:05Z", ["e", "d", "c", "b"])),
      slots: [
        "2026-11-23T07:00 issued", "2026-11-30T07:00 missed", "2026-12-07T07:00 missed", "2026-12-14T07:00 missed",
        "2026-12-21T07:00 issued",
      ]),
    SelectionCase(
      "down for three slots, back between two, catch_up = skip",
      settings: "catch_up = \"skip\"\nlookback = \"1d\"\n",
      down(.run("2026-12-16T12:00:00Z", []), .run("2026-12-21T07:00:05Z", ["e"])),
      slots: [
        "2026-11-23T07:00 issued", "2026-11-30T07:00 missed", "2026-12-07T07:00 missed", "2026-12-14T07:00 missed",
        "2026-12-21T07:00 issued",
      ]),
    SelectionCase(
      "catch_up = skip with a long lookback", settings: "catch_up = \"skip\"\n",
      down(.run("2026-12-21T07:00:05Z", ["e", "d", "c", "b"]))),
    SelectionCase(
      "run one hour late",
      [
        fresh, .arrives("a", "2026-11-20"), .arrives("b", "2026-11-23T07:30:00Z"), .run("2026-11-23T08:00:00Z", ["a"]),
        .run("2026-11-30T07:00:05Z", ["b"]),
      ], slots: ["2026-11-23T07:00 issued", "2026-11-30T07:00 issued"]),
    SelectionCase(
      "run 24 hours late to the second",
      [fresh, .arrives("a", "2026-11-20"), .run("2026-11-24T07:00:00Z", ["a"])], slots: ["2026-11-23T07:00 issued"]),
    SelectionCase(
      "run 25 hours late",
      [
        fresh, .arrives("a", "2026-11-20"), .run("2026-11-24T08:00:00Z", []), .run("2026-11-24T09:00:00Z", []),
        .arrives("b", "2026-11-26"), .run("2026-11-30T07:00:05Z", ["b", "a"]),
      ], slots: ["2026-11-23T07:00 missed", "2026-11-30T07:00 issued"]),
  ]
}
