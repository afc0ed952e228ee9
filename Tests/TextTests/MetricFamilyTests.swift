import Testing
import Text

/// The text format 0.0.4 of Prometheus.
struct MetricFamilyTests {
  @Test func samplesHaveHelpTypeAndLabels() {
    var family = MetricFamily("courant_deliveries_total", .counter, "Messages,\nby outcome \\ digest.")
    family.add(3, (name: "digest", value: "we\"ek\\ly\n"), (name: "outcome", value: "accepted"))
    family.add(0.25)
    #expect(
      family.text == """
        # HELP courant_deliveries_total Messages,\\nby outcome \\\\ digest.
        # TYPE courant_deliveries_total counter
        courant_deliveries_total{digest="we\\"ek\\\\ly\\n",outcome="accepted"} 3
        courant_deliveries_total 0.25

        """)
  }

  @Test(
    arguments: [
      (1_764_547_200, "1764547200"), (-1, "-1"), (0.1, "0.1"), (1e300, "1e+300"), (.infinity, "+Inf"),
      (-.infinity, "-Inf"), (.nan, "NaN"),
    ] as [(Double, String)])
  func numbersAreWrittenAsGoReadsThem(_ value: Double, _ written: String) {
    #expect(MetricFamily("a", .gauge, "A.", value: value).text.hasSuffix("\na \(written)\n"))
  }

  @Test func aFamilyWithoutSamplesIsNotWritten() {
    #expect(MetricFamily("a", .gauge, "A.", value: nil).text == "")
  }
}
