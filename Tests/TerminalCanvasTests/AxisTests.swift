import Foundation
import SeededRandom
import TerminalCanvas
import Testing

struct AxisTests {
  @Test func oneValueHasRoomAroundIt() {
    #expect(Axis(from: 4, to: 4).lower == 3.8 && Axis(from: 4, to: 4).upper == 4.2)
    #expect(Axis(from: 0, to: 0) == Axis(from: -0.5, to: 0.5))
    #expect(Axis(.logarithmic, from: 4, to: 4) == Axis(.logarithmic, from: 2, to: 8))
  }

  @Test func endsAreSorted() {
    #expect(Axis(from: 3, to: -1) == Axis(from: -1, to: 3))
    #expect(Axis(.logarithmic, from: 100, to: 1) == Axis(.logarithmic, from: 1, to: 100))
    #expect(Axis(from: -1, to: 3) != Axis(from: -1, to: 3, whole: true))
  }

  @Test func endsWithoutAPlaceAreReplaced() {
    #expect(Axis(from: .nan, to: 3) == Axis(from: 0, to: 1))
    #expect(Axis(.logarithmic, from: -1, to: 0) == Axis(.logarithmic, from: 0.1, to: 1))
    let one = Axis(.logarithmic, from: 0, to: 50)
    #expect(one.lower == 5 && one.upper == 50, "a decade below the one value there is")
    let least = Double.leastNonzeroMagnitude
    #expect(Axis(.logarithmic, from: least, to: least).lower == 1e-307)
  }

  @Test func anAxisFitsWhatCanBeDrawnOnIt() {
    let values = [3, .nan, -2, .infinity, 0, 7]
    #expect(Axis(fitting: values) == Axis(from: -2, to: 7))
    #expect(Axis(.logarithmic, fitting: values) == Axis(.logarithmic, from: 3, to: 7))
    #expect(Axis(fitting: []) == Axis(from: 0, to: 1))
  }

  @Test func placesAreFractions() {
    let axis = Axis(from: -2, to: 6)
    #expect([-4, -2, 0, 6, 10].map { axis.fraction(of: $0) } == [-0.25, 0, 0.25, 1, 1.5])
    #expect(axis.fraction(of: .infinity) == nil && axis.value(at: 0.25) == 0)
    let decades = Axis(.logarithmic, from: 0.01, to: 100)
    #expect(abs((decades.fraction(of: 1) ?? 0) - 0.5) < 1e-12)
    #expect(abs((decades.fraction(of: 1000) ?? 0) - 1.25) < 1e-12)
    #expect(decades.fraction(of: 0) == nil && decades.fraction(of: -1) == nil)
    #expect(abs(decades.value(at: 0.75) - 10) < 1e-12)
    let wide = Axis(from: -1.7e308, to: 1.7e308)
    #expect(wide.fraction(of: 0) == 0.5 && wide.value(at: 0.5) == 0)
  }

  /// A cell is the one in which a value lies; the end itself is in the last, and what is beyond has none.
  @Test func cellsCoverTheAxis() {
    let axis = Axis(from: 0, to: 10)
    #expect([0, 0.99, 1, 9.99, 10].map { axis.cell(of: $0, cells: 10) } == [0, 0, 1, 9, 9])
    #expect([-0.1, 10.1, .nan].allSatisfy { axis.cell(of: $0, cells: 10) == nil })
    #expect(axis.cell(of: 5, cells: 0) == nil && axis.cell(of: 0.3, cells: 100) == 3)
  }

  @Test func logarithmsAreThoseOfTheLibrary() {
    var random = SeededRandom(seed: 10)
    for _ in 0..<2_000 {
      let value = pow(10, Double.random(in: -300...300, using: &random))
      let axis = Axis(.logarithmic, from: 1e-301, to: 1e301)
      let fraction = axis.fraction(of: value) ?? .nan
      #expect(abs(fraction - (log10(value) + 301) / 602) < 1e-13)
      #expect(abs(axis.value(at: fraction) / value - 1) < 1e-10)
    }
  }

  @Test func anAlignedAxisIsLongerAndHoldsTheOld() {
    for (scale, lower, upper) in [(Scale.linear, 0.0, 0.73), (.logarithmic, 0.02, 5)] {
      let axis = Axis(scale, from: lower, to: upper)
      for rows in 2...20 {
        let aligned = axis.aligned(rows: rows)
        #expect(aligned.lower <= lower * (1 + 1e-9) && aligned.upper >= upper * (1 - 1e-9))
        #expect(aligned.scale == scale)
      }
    }
    #expect(Axis(from: 0, to: 1).aligned(rows: 1) == Axis(from: 0, to: 1))
    #expect(Axis(from: 0, to: 9, whole: true).aligned(rows: 7).whole)
  }

  @Test(arguments: [
    (0.0, 0.73, 5, ["0.0", "0.2", "0.4", "0.6", "0.8"]),
    (0, 0.73, 9, ["0.0", "0.2", "0.4", "0.6", "0.8"]),
    (-1, 1, 5, ["-1", "0", "1"]), (0, 2.3, 3, ["0", "2"]),
    (0, 40, 12, ["0", "10", "20", "30", "40", "50"]),
    (0, 40, 24, ["0", "10", "20", "30", "40"]),
  ])
  func alignedLabels(lower: Double, upper: Double, rows: Int, labels: [String]) {
    let axis = Axis(from: lower, to: upper).aligned(rows: rows)
    #expect(axis.ticks(rows: rows).map(\.label) == labels)
  }

  @Test(arguments: [
    (0.0, 1e6, ["0", "0.5e6", "1.0e6"]), (0, 9e5, ["0", "250000", "500000", "750000"]),
    (0, 0.001, ["0.0000", "0.0005", "0.0010"]),
    (0, 0.0009, ["0", "2.5e-4", "5.0e-4", "7.5e-4"]), (-3e8, 3e8, ["-2.5e8", "0", "2.5e8"]),
    (0, 1, ["0.0", "0.5", "1.0"]),
    (1000, 1002, ["1000", "1001", "1002"]),
  ])
  func labelsShareTheirDecimals(lower: Double, upper: Double, labels: [String]) {
    #expect(Axis(from: lower, to: upper).ticks(columns: 36).map(\.label) == labels)
  }

  @Test func unitsOfALogarithmStayAsTheyAre() {
    let (plain, decades) = (Axis(from: 0, to: 1), Axis(.logarithmic, from: 1, to: 10))
    let rect = Rect(x: 0, y: 0, width: 40, height: 20)
    for (x, y) in [(plain, decades), (decades, plain)] {
      let axes = ScatterPlot.equalUnits(x: x, y: y, in: rect)
      #expect(axes.x == x && axes.y == y)
    }
    let none = ScatterPlot.equalUnits(x: plain, y: plain, in: rect.split(top: 0).top)
    #expect(none.x == plain && none.y == plain)
  }
}
