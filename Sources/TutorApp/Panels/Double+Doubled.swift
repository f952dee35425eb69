extension Double {
  /// The first of this number, twice it, four times it and so on that holds a distance: ranges grow in steps only.
  func doubled(toHold distance: Double) -> Double {
    var reach = self
    while reach < distance, reach < 1e150 { reach *= 2 }
    return reach
  }
}
