extension NamedDataset {
  /// Handwritten digits of 8 by 8 pixels, to be handed over as explicit data.
  public static let digits = NamedDataset(
    name: "digits", title: "digits", summary: "handwritten, 8 by 8 pixels",
    source: "Alpaydin and Kaynak 1998", settings: [.samples.usually(nil)], classes: 10, make: nil)
}
