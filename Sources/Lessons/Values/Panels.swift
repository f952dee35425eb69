/// The panels that lessons may name.
///
/// The app draws one for each.
public enum Panels {
  /// Their names in files.
  public static let names = [
    "network", "chain", "loss", "gradients", "parameters", "data", "parabola", "comparison",
    "diagnosis",
  ]
}
