extension Collection {
  /// At most so many of the elements, evenly over all of them, the first and the last among them.
  func spread(_ most: Int) -> [Element] {
    guard count > most, most > 1 else { return Array(self) }
    return (0..<most).map { self[index(startIndex, offsetBy: $0 * (count - 1) / (most - 1))] }
  }
}

/// As many numbers along a way as a list that is heard may have.
let mostToldPlaces = 9
