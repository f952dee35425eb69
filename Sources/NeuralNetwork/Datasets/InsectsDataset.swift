extension NamedDataset {
  /// Three kinds of insects by height and weight, to be handed over as explicit data.
  public static let insects = NamedDataset(
    name: "insects", title: "insects", summary: "three kinds by height and weight", classes: 3,
    make: nil)
}
