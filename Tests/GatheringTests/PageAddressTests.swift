import Testing

@testable import Gathering

@Suite struct PageAddressTests {
  @Test(arguments: [
    ("Poèmes", "poemes"), ("แม่น้ำ", "แม่น้ำ"), ("ນ້ຳ", "ນ້ຳ"), ("İstanbul", "istanbul"), ("IŞIK", "isik"), ("ışık", "isik"),
    ("多発性硬化症", "多発性硬化症"), ("多发性 硬化症", "多发性-硬化症"), ("다발성 경화증", "다발성-경화증"), ("がん", "がん"),
    ("Ｆｕｌｌ", "full"), ("हिन्दी", "हिन्दी"),
  ])
  func wordsKeepTheirSpelling(_ name: String, _ expected: String) {
    #expect(Array(slug(name).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func theFormerSpellingOfAPageIsKnown() {
    let former = PageAddress.formerSpelling(of: "articles/แม่น้ำ/index.html")
    #expect(former.map { Array($0.unicodeScalars) } == Array("articles/แม่น้\u{E4D}\u{E32}/index.html".unicodeScalars))
    #expect(PageAddress.formerSpelling(of: "articles/แม่/index.html") == nil)
  }
}
