extension NamedDataset {
  /// Arms that wind out of the middle, one a class.
  public static let spirals = NamedDataset(
    name: "spirals", title: "spirals", summary: "arms wound round the middle",
    settings: [.samples, .noise.usually(0.02), .classes, .turns], classes: 2,
    make: { values, stream in
      let (classes, turns) = (Int(values[.classes]), values[.turns])
      return .classified(values, classes, &stream) { label, place in
        let angle = 2 * Double.pi * (turns * place + Double(label) / Double(classes))
        return (place * Elementary.cos(angle), place * Elementary.sin(angle))
      }
    })
}
