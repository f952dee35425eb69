extension NamedDataset {
  /// 1 where at least one input is 1.
  public static let or = NamedDataset(
    name: "or", title: "OR", summary: "at least one input is 1", classes: 2,
    make: { _, _ in .truthTable([0, 1, 1, 1]) })
}
