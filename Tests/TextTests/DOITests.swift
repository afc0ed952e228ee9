import Testing
import Text

@Suite struct DOITests {
  @Test(arguments: [
    ("10.1000/xyz", "10.1000/xyz"), ("see doi:10.1000/xyz, and more", "10.1000/xyz"),
    ("https://doi.org/10.1000/XYZ?a=1", "10.1000/XYZ"),
    ("(10.1016/S0140-6736(05)67889-0).", "10.1016/S0140-6736(05)67889-0"),
    ("“10.1000/x.y”", "10.1000/x.y"), ("<a>10.1000/x</a>", "10.1000/x"), ("210.1000/x", "10.1000/x"),
    ("1.10.10.1000/x#y", "10.1000/x"), ("10.100/x", nil), ("10.1234567890/x", nil), ("10.1000/", nil),
    ("10.1000/.", nil), ("", nil), ("10.", nil),
  ])
  func theFirstDOIOfATextIsFound(_ text: String, _ doi: String?) {
    #expect(DOI(in: text)?.text == doi)
  }

  /// Old DOIs of Wiley have angle brackets.
  @Test(arguments: [
    ("doi: 10.1000/xyz", "10.1000/xyz"), ("10.1000/a b", nil), ("a 10.1000/b", nil),
    ("10.1002/1097(1998)17:15<1661::AID>3.0.CO;2-2", "10.1002/1097(1998)17:15<1661::AID>3.0.CO;2-2"),
  ])
  func aTextMayBeADOIAsAWhole(_ text: String, _ doi: String?) {
    #expect(DOI(whole: text)?.text == doi)
  }
}
