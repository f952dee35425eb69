/// How many weights of a layer share a cell at most.
struct CellCrowd: Hashable {
  let layer, across, down: Int
  private var text: String { "\(across)x\(down)" }
  private var count: Int { across * down }

  /// The counts of the layers that have any, as far as a width has room: where they are not the same, each with its layer,
  /// else those of the fullest layer, else what all stay below.
  static func note(_ all: [CellCrowd], width: Int) -> String {
    let crowds = all.filter { $0.count > 1 }
    guard let most = crowds.max(by: { $0.count < $1.count }) else { return "" }
    let across = crowds.map(\.across).max() ?? 1
    let down = crowds.map(\.down).max() ?? 1
    let layers = crowds.enumerated().map { index, crowd in
      "\(crowd.text)\(index == 0 ? " a cell" : "") in layer \(crowd.layer)"
    }
    let notes =
      Set(crowds.map(\.text)).count == 1
      ? (crowds.count == 1 && all.count > 1 ? layers : []) + ["\(most.text) a cell"]
      : [
        layers.joined(separator: ", "), "\(most.text) a cell in layer \(most.layer)",
        "up to \(across)x\(down) a cell",
      ]
    return notes.first { $0.count <= width } ?? ""
  }
}
