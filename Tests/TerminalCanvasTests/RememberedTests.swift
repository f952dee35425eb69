import TerminalCanvas
import Testing

@Suite struct RememberedTests {
  @Test func aQuestionIsAnsweredOnce() {
    let squares = Remembered<Int, Int>()
    var asked: [Int] = []
    func square(_ number: Int) -> Int {
      squares.answer(to: number) {
        asked.append(number)
        return number * number
      }
    }
    #expect([3, 4, 3, 4].map(square) == [9, 16, 9, 16] && asked == [3, 4])
    // With very many questions it begins anew, and gives the same.
    #expect((0..<200).allSatisfy { square($0) == $0 * $0 } && square(3) == 9)
  }
}
