extension [Int] {
  /// 1, 2, 3 and 5 as `1-3, 5`.
  var inRanges: String {
    let runs = reduce(into: [ClosedRange<Int>]()) { runs, number in
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ", ")
  }

  /// Units of a layer as the subject of a sentence: `Unit 2 of layer 1`, or `3 of 8 units of layer 1 (2-4)`.
  func asUnits(of layer: Layer) -> (short: String, long: String) {
    if count == 1 {
      let one = "Unit \(inRanges) of layer \(layer.number)"
      return (one, one)
    }
    let whole = "of layer \(layer.number)"
    let all = count == 2 ? "Both units" : "All \(count) units"
    return count == layer.units
      ? ("\(all) \(whole)", "\(all) \(whole)")
      : ("Units \(inRanges) \(whole)", "Units \(inRanges) \(whole), \(count) of \(layer.units),")
  }
}
