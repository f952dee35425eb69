extension Run {
  /// What is wrong at the present step, with the figures that show it.
  public var diagnoses: [Diagnosis] { fatalError("follows at once") }
}
