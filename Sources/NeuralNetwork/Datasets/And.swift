extension NamedDataset {
  /// 1 where both inputs are 1.
  public static let and = NamedDataset(
    name: "and", title: "AND", summary: "both inputs are 1", classes: 2,
    make: { _, _ in .truthTable([0, 0, 0, 1]) })
}
