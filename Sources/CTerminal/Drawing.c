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

/// The pair of colours last asked for; neighbours mostly share theirs. Forgotten between frames, since
/// ncurses gives the number of a long unused pair to another.
static struct {
  int32_t foreground, background;
  int number;
} last_pair;

static int pair_of(const TerminalCell *cell) {
  if (cell->foreground != last_pair.foreground || cell->background != last_pair.background) {
    int number = alloc_pair(cell->foreground, cell->background);
    last_pair.foreground = cell->foreground;
    last_pair.background = cell->background;
    last_pair.number = number < 0 ? 0 : number;
  }
  return last_pair.number;
}

static void forget_pair(void) {
  last_pair.foreground = last_pair.background = -1;
  last_pair.number = 0;
}

static void set_glyph(cchar_t *target, const wchar_t *text, const TerminalCell *cell) {
  int pair = pair_of(cell);
  setcchar(target, text, attributes_of(cell), 0, &pair);
}

/// Writes one cell's glyphs to `line` and returns how many: ncurses wants wide ones once.
///
/// Where the C library counts other columns than the grid, the grid wins and `?` stands in.
static int put_cell(cchar_t *line, const TerminalCell *cell) {
  if (cell->columns == 0) return 0;
  if (wcwidth((wchar_t)cell->base) == cell->columns) {
    wchar_t text[] = {(wchar_t)cell->base, (wchar_t)cell->marks[0], (wchar_t)cell->marks[1], 0};
    set_glyph(line, text, cell);
    return 1;
  }
  set_glyph(line, L"?", cell);
  if (cell->columns == 2) set_glyph(line + 1, L" ", cell);
  return cell->columns;
}

static void put_row(int y, const TerminalCell *cells, int columns) {
  cchar_t line[columns];
  int count = 0;
  for (int x = 0; x < columns; x++) count += put_cell(line + count, cells + x);
  mvadd_wchnstr(y, 0, line, count);
}

void terminal_show(
    const TerminalCell *cells, int columns, int rows, const bool *changed, bool synchronised) {
  forget_pair();
  int width = columns < COLS ? columns : COLS;
  int height = rows < LINES ? rows : LINES;
  for (int y = 0; y < height && width > 0; y++) {
    if (changed[y]) put_row(y, cells + (ptrdiff_t)y * columns, width);
  }
  wnoutrefresh(stdscr);
  synchronised = synchronised && tty_is_ansi;
  if (synchronised) tty_write(begin_frame, sizeof begin_frame - 1);
  doupdate();
  if (synchronised) tty_write(end_frame, sizeof end_frame - 1);
}

void terminal_invalidate(void) {
  clearok(curscr, TRUE);
  werase(stdscr);
}
