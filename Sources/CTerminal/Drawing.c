/// Cells to ncurses, which sends what differs.
#include "Internal.h"

#include <curses.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

static const char begin_frame[] = "\033[?2026h";
static const char end_frame[] = "\033[?2026l";

void tty_write(const char *text, size_t length) {
  while (length > 0) {
    ssize_t written = write(tty_out, text, length);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    text += written;
    length -= (size_t)written;
  }
}

static attr_t attributes_of(const TerminalCell *cell) {
  attr_t attributes = WA_NORMAL;
  if (cell->attributes & TerminalBold) attributes |= WA_BOLD;
  if (cell->attributes & TerminalDim) attributes |= WA_DIM;
  if (cell->attributes & TerminalUnderlined) attributes |= WA_UNDERLINE;
  if (cell->attributes & TerminalReversed) attributes |= WA_REVERSE;
  return attributes;
}

/// The terminal's own colors as a pair with a number. Pair 0 would be the same to the eye, but a cell with it and without
/// attributes is where ncurses resets everything: each way back to plain text would cost eight bytes more.
static int plain_pair;

/// The pair of colors last asked for; neighbors mostly share theirs. Forgotten between frames, since
/// ncurses gives the number of a long unused pair to another.
static struct {
  int32_t foreground, background;
  int number;
} last_pair = {-1, -1, 0};

static int pair_of(const TerminalCell *cell) {
  if (cell->foreground != last_pair.foreground || cell->background != last_pair.background) {
    bool is_plain = cell->foreground < 0 && cell->background < 0;
    int number = is_plain ? plain_pair : alloc_pair(cell->foreground, cell->background);
    last_pair.foreground = cell->foreground;
    last_pair.background = cell->background;
    last_pair.number = number < 0 ? 0 : number;
  }
  return last_pair.number;
}

static void forget_pair(void) {
  last_pair.foreground = last_pair.background = -1;
  last_pair.number = plain_pair;
}

void drawing_begin(bool color) {
  plain_pair = color && init_extended_pair(1, -1, -1) == OK ? 1 : 0;
  cchar_t blank;
  setcchar(&blank, L" ", WA_NORMAL, 0, &plain_pair);
  bkgrndset(&blank);
  werase(stdscr);
  forget_pair();
}

/// The cell sent last, in whose colors the terminal goes on writing.
static TerminalCell last_cell = {.foreground = -1, .background = -1};

/// Whether nothing shows of a cell but a color behind it: the one form that such cells have.
static bool is_ground(const TerminalCell *cell) {
  return cell->base == L' ' && cell->columns == 1 && cell->background >= 0 && cell->foreground == cell->background;
}

/// Whether a ground looks the same in the colors of another cell.
static bool suits(const TerminalCell *look, const TerminalCell *ground) {
  return look->background == ground->background && look->attributes == 0;
}

/// What a cell is drawn in: a ground in the colors of the cell before it, or of the first behind it that is none, where nobody
/// sees that. Each change of colors costs some 20 bytes.
static const TerminalCell *look_of(const TerminalCell *cell, const TerminalCell *end) {
  if (!is_ground(cell)) return cell;
  if (suits(&last_cell, cell)) return &last_cell;
  const TerminalCell *next = cell;
  while (next < end && is_ground(next)) next++;
  return next < end && suits(next, cell) ? next : cell;
}

static void set_glyph(cchar_t *target, const wchar_t *text, const TerminalCell *look) {
  int pair = pair_of(look);
  setcchar(target, text, attributes_of(look), 0, &pair);
}

/// Writes one cell's glyphs to `line` and returns how many: ncurses wants wide ones once.
///
/// Where the C library counts other columns than the grid, the grid wins and `?` stands in.
static int put_cell(cchar_t *line, const TerminalCell *cell, const TerminalCell *end) {
  if (cell->columns == 0) return 0;
  TerminalCell look = *look_of(cell, end);
  last_cell = look;
  if (wcwidth((wchar_t)cell->base) == cell->columns) {
    wchar_t text[] = {(wchar_t)cell->base, (wchar_t)cell->marks[0], (wchar_t)cell->marks[1], 0};
    set_glyph(line, text, &look);
    return 1;
  }
  set_glyph(line, L"?", &look);
  if (cell->columns == 2) set_glyph(line + 1, L" ", &look);
  return cell->columns;
}

void terminal_put(int x, int y, const TerminalCell *cells, int count) {
  if (y >= LINES || x >= COLS) return;
  if (count > COLS - x) count = COLS - x;
  // The right half of a wide cell changes alone when nothing shows of it.
  for (; count > 0 && cells->columns == 0; count--) x++, cells++;
  if (count == 0) return;
  cchar_t line[count + 1];
  int length = 0;
  for (int i = 0; i < count; i++) length += put_cell(line + length, cells + i, cells + count);
  mvadd_wchnstr(y, x, line, length);
}

void terminal_show(bool synchronized) {
  wnoutrefresh(stdscr);
  synchronized = synchronized && tty_is_ansi;
  if (synchronized) tty_write(begin_frame, sizeof begin_frame - 1);
  doupdate();
  if (synchronized) tty_write(end_frame, sizeof end_frame - 1);
  forget_pair();
}

void terminal_invalidate(void) {
  clearok(curscr, TRUE);
  werase(stdscr);
}
