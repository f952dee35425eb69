extension NamedDataset {
  /// A circle of radius 1 (class 0) around one of radius 0.5 (class 1).
  public static let circles = NamedDataset(
    name: "circles", title: "circles", summary: "one ring inside another",
    settings: [.samples, .noise.usually(0.05)], classes: 2,
    make: { values, stream in
      .classified(values, 2, &stream) { label, place in
        let (radius, angle) = (label == 0 ? 1 : 0.5, 2 * Double.pi * place)
        return (radius * Elementary.cos(angle), radius * Elementary.sin(angle))
      }
    })
}
