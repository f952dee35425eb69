extension NamedDataset {
  /// Clouds around points evenly spaced on a circle of radius 2, one a class.
  public static let blobs = NamedDataset(
    name: "blobs", title: "blobs", summary: "clouds on a circle",
    settings: [.samples, .noise.usually(0.5), .classes], classes: 2,
    make: { values, stream in
      let classes = Int(values[.classes])
      return .classified(values, classes, &stream) { label, _ in
        let angle = 2 * Double.pi * Double(label) / Double(classes)
        return (2 * Elementary.cos(angle), 2 * Elementary.sin(angle))
      }
    })
}
