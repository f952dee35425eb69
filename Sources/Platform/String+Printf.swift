extension String {
  /// A text in a format of the C library, such as `%.4g`.
  ///
  /// Its decimal point is a point in every locale: the program sets none for numbers.
  package init(printf format: String, _ values: any CVarArg...) {
    let count = withVaList(values) { vsnprintf(nil, 0, format, $0) }
    guard count > 0 else {
      self = ""
      return
    }
    self.init(unsafeUninitializedCapacity: Int(count) + 1) { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text in
        Int(withVaList(values) { vsnprintf(text.baseAddress, text.count, format, $0) })
      }
    }
  }
}
