/// What stands in a column of a CSV file, counted field by field.
struct CSVColumn {
  /// What a column holds.
  enum Kind: Hashable {
    case numbers, flags, dates, texts
    /// Numbers, and here and there something else.
    case mostlyNumbers
    case nothing
  }

  /// How many fields are numbers, true or false, or dates.
  private(set) var numbers = 0
  private(set) var flags = 0
  private(set) var dates = 0
  /// Whether each number so far is 0 or 1.
  private(set) var areBits = true
  /// Whether each field so far is the number of its row, counted from 0 or from 1.
  private(set) var countsRows = true
  /// Whether each field so far is by one more than that above it.
  private(set) var countsOn = true
  /// What the first field says that is neither a number nor missing.
  private(set) var firstWord: String?
  /// The first number as it is written.
  private(set) var firstNumber: String?
  /// The first number whose points part thousands, and the first whose point marks a fraction, where commas do.
  private(set) var thousands: String?
  private(set) var fraction: String?
  /// The signs of currency or percent that numbers bear; nil stands for none.
  private(set) var signs: Set<Character?> = []
  /// The units that texts end in, as the kg of `5 kg`; nil stands for none.
  private(set) var units: Set<Substring?> = []

  private var first = 0.0
  private var others = 0
  private var found: Set<String> = []
  /// Marks of gaps that are names where there is but one other word.
  private var marks: Set<String> = []
  private var markCount = 0

  /// Different words beyond these are not kept.
  static let mostWords = 257

  /// Counts a field.
  mutating func add(_ text: String, _ decimal: CSVDecimal) {
    if let number = decimal.number(text) {
      notePoints(of: text, decimal)
      return add(number, text)
    }
    (countsRows, countsOn) = (false, false)
    if CSVWord.isMissing(text) { return addMark(text) }
    firstWord = firstWord ?? text
    if found.count < Self.mostWords { found.insert(text) }
    if CSVWord.flag(text) != nil { return flags += 1 }
    if CSVDate.isOne(text) { return dates += 1 }
    others += 1
    if units.count < 4 { units.insert(CSVWord.unit(text, decimal)) }
  }

  private mutating func add(_ number: Double, _ text: String) {
    if numbers == 0 { (first, firstNumber) = (number, text) }
    countsRows = countsRows && (first == 0 || first == 1) && number == first + Double(numbers)
    countsOn = countsOn && number == first + Double(numbers)
    numbers += 1
    areBits = areBits && (number == 0 || number == 1)
    if signs.count < 3 { signs.insert(CSVDecimal.sign(of: text)) }
  }

  private mutating func notePoints(of text: String, _ decimal: CSVDecimal) {
    switch decimal.partsThousands(text) {
    case true?: thousands = thousands ?? text
    case false?: fraction = fraction ?? text
    case nil: break
    }
  }

  private mutating func addMark(_ text: String) {
    guard CSVWord.mayBeClass(text) else { return }
    marks.insert(text)
    markCount += 1
  }

  // MARK: Words

  /// Whether marks of gaps are names: without them all rows would say the same.
  private var marksAreNames: Bool { numbers == 0 && found.count == 1 && !marks.isEmpty }

  /// Whether a field of it says that there is no value.
  func isGap(_ text: String) -> Bool {
    CSVWord.isMissing(text) && !(marksAreNames && marks.contains(text))
  }

  /// The different words that are no numbers, as far as they are few.
  var words: Set<String> { marksAreNames ? found.union(marks) : found }

  /// How many fields are words and no flags or dates.
  var texts: Int { others + (marksAreNames ? markCount : 0) }

  /// What the column holds.
  var kind: Kind {
    let words = flags + dates + texts
    if words == 0 { return numbers == 0 ? .nothing : .numbers }
    // Some programs write 1 and 0 where others write True and False.
    if flags == words, areBits { return .flags }
    if numbers > 0 { return numbers >= words ? .mostlyNumbers : .texts }
    return dates == words ? .dates : .texts
  }
}
