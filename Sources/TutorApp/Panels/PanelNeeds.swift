/// The room that a panel can use, the row of its title included.
struct PanelNeeds: Hashable {
  /// Rows or columns: below the least a panel is shed, with the best it shows all it has or shows it well, and more than
  /// the most would be empty or absurd.
  struct Extent: Hashable {
    let least: Int
    let best: Int
    let most: Int

    /// What makes it worth its room where nobody asks for it: a curve says much in little, and a list that is cut does not.
    var worthwhile: Int { isEndless ? least : best }

    /// Whether it can use any room.
    var isEndless: Bool { most == .max }

    init(_ least: Int, best: Int? = nil, most: Int? = nil) {
      self.least = least
      self.best = max(least, best ?? least)
      self.most = max(self.best, most ?? 0)
    }
  }

  let width: Extent
  let height: Extent
  /// Columns for each row at which the picture has its true proportions, such as 2 for a plane; nil where any will do.
  let aspect: Double?
  /// Its share of spare room, against its neighbors.
  let weight: Int

  init(
    width: Extent = Extent(19, best: 40, most: .max), height: Extent, aspect: Double? = nil,
    weight: Int = 1
  ) {
    self.width = width
    self.height = height
    self.aspect = aspect
    self.weight = weight
  }
}
