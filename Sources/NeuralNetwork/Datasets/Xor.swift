extension NamedDataset {
  /// 1 where exactly one input is 1.
  public static let xor = NamedDataset(
    name: "xor", title: "XOR", summary: "exactly one input is 1", classes: 2,
    make: { _, _ in .truthTable([0, 1, 1, 0]) })
}
