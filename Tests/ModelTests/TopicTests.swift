import Foundation
import Testing

@testable import Model

@Suite struct TopicTests {
  @Test(arguments: [
    ("P-glycoprotein", "p-glycoprotein"), ("P\u{2010}glycoprotein", "p-glycoprotein"),
    ("p\u{2013}glycoprotein", "p-glycoprotein"), ("P \u{2014} Glycoprotein", "p-glycoprotein"),
    ("P\u{2011}glycoprotein", "p-glycoprotein"), ("P\u{2015}glycoprotein", "p-glycoprotein"),
    ("P\u{2212}glycoprotein", "p-glycoprotein"), ("P\u{FF0D}glycoprotein", "p-glycoprotein"),
    ("p_glycoprotein", "p-glycoprotein"), ("  multiple\u{A0}\tsclerosis\n", "multiple-sclerosis"),
    ("- blood–brain  barrier -", "blood-brain-barrier"), ("neuro\u{AD}myelitis", "neuromyelitis"),
    ("neuro\u{200B}myelitis", "neuromyelitis"), ("Straße", "strasse"), ("STRASSE", "strasse"), ("ΟΔΟΣ", "οδοσ"),
    ("οδος", "οδοσ"), ("Cafe\u{301}", "caf\u{E9}"), ("ﬁbre", "fibre"), ("Ｆｕｌｌ", "full"), ("x²", "x2"),
    ("C++", "c++"), ("多発性硬化症", "多発性硬化症"), ("", ""), (" – ", ""),
    ("İstanbul", "istanbul"), ("I\u{307}stanbul", "istanbul"), ("istanbul", "istanbul"), ("Işık", "işik"),
    ("IŞIK", "işik"), ("ışık", "işik"), ("ISI", "isi"), ("ısı", "isi"),
    ("แม่น้ำ", "แม่น้ำ"), ("น\u{E4D}\u{E49}\u{E32}", "น\u{E4D}\u{E49}\u{E32}"), ("ນ\u{EB3}", "ນ\u{EB3}"),
    ("한국어 뉴스", "한국어-뉴스"), ("中文　新聞", "中文-新聞"),
  ])
  func spellingsOfOneTopicShareASlug(label: String, slug: String) {
    #expect(Array(TopicSlug(label).text.unicodeScalars) == Array(slug.unicodeScalars))
    #expect(TopicSlug(slug).text == slug)
  }

  @Test(arguments: [
    ("İstanbul", "i\u{307}stanbul"), ("แม่นำ", "แม่น\u{E4D}\u{E32}"), ("istanbul", nil), ("Poésie", nil),
    ("多発性硬化症", nil), ("ışık", "ışık"), ("IŞIK", nil),
  ])
  func theFormerSlugIsKnownWhereItWasAnotherOne(label: String, former: String?) {
    #expect(TopicSlug.former(label)?.text == former)
  }

  @Test func topicsAreEqualBySlugAndKeepTheirLabel() throws {
    let (a, b) = (Topic("Multiple Sclerosis"), Topic("multiple–sclerosis"))
    #expect(a == b)
    #expect(Set([a, b]).count == 1)
    #expect(try JSONEncoder().encode([a]) == Data(#"["Multiple Sclerosis"]"#.utf8))
    #expect(try JSONDecoder().decode([Topic].self, from: Data(#"["MS"]"#.utf8)).map(\.label) == ["MS"])
  }
}

@Suite struct RatingTests {
  @Test(arguments: [
    (0, 0, "0"), (5, 50, "5"), (4.5, 45, "4.5"), (0.1, 1, "0.1"), (2.3, 23, "2.3"), (-0.0, 0, "0"),
  ])
  func ratingsHaveAtMostOneDecimal(value: Double, tenths: Int, text: String) throws {
    let rating = try #require(Rating(value))
    #expect(rating.tenths == tenths)
    #expect(rating.text == text)
  }

  @Test(arguments: [-0.1, 5.1, 4.55, 1e300, -1e300, .infinity, .nan])
  func anythingButARatingIsRefused(value: Double) {
    #expect(Rating(value) == nil)
  }

  @Test func codingRefusesWhatReadingRefuses() throws {
    #expect(try JSONDecoder().decode([Rating].self, from: Data("[45]".utf8)) == [try #require(Rating(4.5))])
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([Rating].self, from: Data("[51]".utf8)) }
  }
}
