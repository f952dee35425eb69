/// Much text on its way to standard output: it goes there a page at a time, so that it is never held as a whole.
struct OutputPages {
  private var page = ""

  /// Takes a text in.
  mutating func append(_ text: String) {
    page += text
    if page.utf8.count > 1 << 16 { finish() }
  }

  /// Writes what is left.
  mutating func finish() {
    Output.write(page)
    page = ""
  }
}
