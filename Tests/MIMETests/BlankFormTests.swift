import MIME
import Testing

struct BlankFormTests {
  @Test func blanksAreFilledWhereTheyWereLeft() {
    var inner = BlankForm<Int>()
    inner.append(7)
    inner.append(Array("-".utf8))
    inner.append(8)
    var form = BlankForm<String>()
    form.append("first")
    form.append("second")
    form.append(Array("ab".utf8))
    form.append(Array("c".utf8))
    form.append(inner) { "number \($0)" }
    form.append(Array("z".utf8))
    var out = Array(">".utf8)
    form.append(to: &out) { blank, out in out += "[\(blank)]".utf8 }
    #expect(String(decoding: out, as: UTF8.self) == ">[first][second]abc[number 7]-[number 8]z")
    #expect(form.byteCount == 5)
  }

  @Test func aFormWithoutBlanksIsItsBytes() {
    var form = BlankForm<Int>()
    form.append([1, 2])
    var out: [UInt8] = []
    form.append(to: &out) { _, _ in Issue.record("there is no blank") }
    #expect(out == [1, 2])
  }
}
