import Model
import Testing

@Suite struct TopicFolderTests {
  @Test(arguments: [
    ("Multiple sclerosis", "topics/multiple-sclerosis/"),
    ("Parkinson's disease", "topics/parkinson's-disease/"),
    ("TCP/IP", "topics/tcp_2fip/"),
    ("tcp ip", "topics/tcp-ip/"),
    ("C", "topics/c/"), ("C++", "topics/c++/"), ("C#", "topics/c_23/"),
    ("../../etc/passwd", "topics/_2e._2f.._2fetc_2fpasswd/"),
    ("..", "topics/_2e./"), (".htaccess", "topics/_2ehtaccess/"),
    ("index.html", "topics/index_2ehtml/"), ("Node.js", "topics/node.js/"),
    ("الصداع النصفي", "topics/الصداع-النصفي/"),
  ])
  func aTopicHasAFolderThatIsSafe(_ label: String, _ expected: String) {
    #expect(TopicSlug(label).folder == expected)
  }

  @Test func aLongTopicIsCutAndStaysAPart() {
    let (a, b) = (String(repeating: "ü", count: 300), String(repeating: "ü", count: 301))
    let folders = [a, b].map { TopicSlug($0).folder }
    #expect(folders.map(\.utf8.count) == [205, 205])
    #expect(folders[0] != folders[1])
    #expect(folders[0].hasPrefix("topics/" + String(repeating: "ü", count: 90) + "_"))
  }

  /// The longest names that are kept, and the shortest that are cut; with only letters and with other characters.
  @Test(arguments: ["a", "!"]) func namesOf200BytesStay(_ letter: String) {
    func folder(_ count: Int) -> String { TopicSlug(String(repeating: letter, count: count)).folder }
    #expect(folder(200) == "topics/" + String(repeating: letter, count: 200) + "/")
    #expect(folder(201).hasPrefix("topics/" + String(repeating: letter, count: 180) + "_"))
    #expect(folder(201).utf8.count == 205)
  }
}
