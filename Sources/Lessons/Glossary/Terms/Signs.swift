/// The characters that drawings use; what one means depends on the panel, and the key L lists those of the present screen.
extension GlossaryTerm {
  static let signs = [
    sign(
      "line of time", ["●", "━", "─", "┼"],
      "Above the status: ● is where the run stands, ━ the way it came, ─ what was seen before going back, ┼ a change on "
        + "the way."),
    sign(
      "playing", ["▶"],
      "The run trains by itself, or the run that the keys act on, or the line that is selected."),
    sign(
      "curve", ["───", "▁", "▂", "▃", "▄", "▅", "▆", "▇"],
      "A value over the updates or over a parameter; the label beside it says of which run."),
    sign(
      "mark of a change", ["┊", "│"],
      "Upright lines: here something was changed, or the marks of a scale."),
    sign("bar", ["█"], "A number as a length; bars beside each other share one scale."),
    sign("not yet", ["·"], "A number that the walk through the step has not come to."),
    sign("right", ["✓"], "The class is told right."),
    sign("told wrong", ["✗"], "A sample that is taken for another class, or a check that fails."),
    sign("puts out nothing", ["†"], "Beside a unit: it puts out 0 for every sample."),
    sign("flat", ["="], "Beside a unit: it is saturated."),
    sign("above 0", ["+"], "A number or a class above 0."),
    sign("below 0", ["−", "-"], "A number below 0."),
    sign(
      "beside the shown", ["o", "○"],
      "Where a parameter was before; among the data a class, or a target that is held out."),
    sign(
      "mark of a target", ["■"],
      "Among the data: what an output should be; it stands high or low in its row."),
    sign(
      "selected unit", ["↓"], "Over weights in cells: this column leads into the selected unit."),
    sign(
      "taken for", ["→"], "Between two classes: a sample of the first is taken for the second."),
    sign("the guess", ["◂", "<"], "The class with the largest output, where another one is true."),
    sign(
      "percent", ["%"],
      "A share of a hundred, such as a probability or of how many samples something is true."),
    sign("your guess", ["?"], "Where you took a number to be, where a page asks for it."),
    sign("no number", ["!"], "A value beyond all numbers, or none: the run has diverged."),
    sign("spread", ["±"], "The standard deviation: how far numbers lie from their mean."),
    sign(
      "interval", ["(49–94)"],
      "Beside a share: in 95 of 100 surveys the true share is between the two, in percent."),
    sign(
      "texture", ["░", "▒", "▓"],
      "Without colors: the denser, the more. Strokes such as - stand for less than nothing."),
    sign("times", ["×"], "This line times the line above it."),
    sign(
      "divided by", ["÷"],
      "Beside a layer: its gradient is this many times smaller than the next layer's; × where it is larger."
    ),
    sign(
      "undecided", ["~"],
      "In a gradient check a bend of the loss between both sides, where the difference proves nothing."
    ),
    sign("present update", ["▲"], "Below a map of layers and updates: where the run stands."),
  ]

  private static func sign(_ name: String, _ symbols: [String], _ meaning: String) -> GlossaryTerm {
    GlossaryTerm(name, .sign, symbols: symbols, meaning)
  }
}
