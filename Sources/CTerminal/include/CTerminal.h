/// The terminal as this program needs it: one screen of cells out, keys and signals in.
///
/// Everything but `terminal_wake` belongs to the one thread that called `terminal_open`.
/// ncurses stays behind this header: no type or macro of it is visible here.
#pragma once

#include <stdbool.h>
#include <stdint.h>

/// What became of an attempt to open the terminal.
typedef enum __attribute__((enum_extensibility(closed))) TerminalStatus {
  TerminalStatusReady,
  /// TERM names no known type, and the screen is driven as an xterm-256color.
  TerminalStatusReadyAsFallback,
  TerminalStatusInputIsNoTerminal,
  TerminalStatusOutputIsNoTerminal,
  /// TERM is unset or empty.
  TerminalStatusTypeIsMissing,
  /// TERM names no known type, and the fallback is not known either.
  TerminalStatusTypeIsUnknown,
  /// The terminal cannot place its cursor, as `dumb` cannot.
  TerminalStatusCannotMoveCursor,
  TerminalStatusOutOfResources,
} TerminalStatus;

/// Opens the terminal and the screen on it; on failure nothing has changed.
///
/// Without `color`, no color is ever asked for or reset.
TerminalStatus terminal_open(bool color);
/// Gives the terminal back as it was; harmless when it is not open.
void terminal_close(void);

/// True when the locale of the environment writes UTF-8.
bool terminal_locale_is_utf8(void);

/// True when the locale the program was started in writes UTF-8. Valid once opened.
bool terminal_is_utf8(void);
/// Colors the terminal has: 0, 8, 16, 256 or 2^24 (then color numbers above 7 are 0xRRGGBB).
///
/// There are 2^24 where COLORTERM or the terminal's description says so.
int terminal_colors(void);
int terminal_columns(void);
int terminal_rows(void);

/// Asks the terminal for the color of its background: `ESC ] 11 ; rgb:…` arrives by `terminal_key`, soon or never.
///
/// Returns false where no question is asked, since there is no color or no answer to expect.
bool terminal_ask_background(void);

/// Bits of `TerminalCell.attributes`.
enum { TerminalBold = 1, TerminalDim = 2, TerminalUnderlined = 4, TerminalReversed = 8 };

/// One cell of the grid.
typedef struct TerminalCell {
  /// The code point, and the marks that combine with it; 0 where there is none.
  uint32_t base, marks[2];
  /// Color numbers, or -1 for the terminal's own.
  int32_t foreground, background;
  uint8_t attributes;
  /// 1, 2, or 0 for the right half of a wide cell.
  uint8_t columns;
} TerminalCell;

/// Puts cells of one row into the next frame, from column `x` on; what lies outside the terminal is left out.
void terminal_put(int x, int y, const TerminalCell *cells, int count);
/// Shows the next frame; only what differs from the last one is sent.
///
/// `synchronized` asks the terminal to show the whole difference at once.
void terminal_show(bool synchronized);
/// Makes the next frame clear the terminal and draw everything.
void terminal_invalidate(void);

/// Codes of `terminal_key` above those of single bytes.
enum {
  TerminalKeyUp = 0x100, TerminalKeyDown, TerminalKeyLeft, TerminalKeyRight,
  TerminalKeyHome, TerminalKeyEnd, TerminalKeyPageUp, TerminalKeyPageDown,
  TerminalKeyInsert, TerminalKeyDelete, TerminalKeyBackspace, TerminalKeyEnter,
  TerminalKeyBackTab, TerminalKeyPasteBegins, TerminalKeyPasteEnds,
  /// A key this program has no use for.
  TerminalKeyOther,
  /// F0; F1 and the others follow.
  TerminalKeyFunction = 0x200,
};

/// The next byte or key that has arrived, or -1. A lone escape byte takes $ESCDELAY or 25 ms.
int terminal_key(void);

/// Asks the terminal to report the mouse by `ESC [ < … M` and `… m`, or to keep it to itself, as it does at first.
void terminal_set_mouse(bool on);

/// Bits of the result of `terminal_wait`.
enum { TerminalHasInput = 1, TerminalHasSignal = 2, TerminalIsGone = 4 };

/// Sleeps until something arrives or `milliseconds` have passed; for ever when that is negative.
int terminal_wait(int milliseconds);

/// Bits of the result of `terminal_take_signals`.
enum {
  TerminalWoken = 1, TerminalResized = 2, TerminalStopped = 4, TerminalContinued = 8,
  TerminalEnded = 16,
};

/// What has happened since the last call; `signal` receives the number of one that ends the program.
int terminal_take_signals(int *signal);
/// Makes `terminal_wait` return; may be called from any thread, at any time.
void terminal_wake(void);

/// Prepares the calling thread for its own end: without it a stack overflow leaves no room to give the terminal back.
///
/// May be called by any thread, and again.
void terminal_guard_thread(void);

/// Takes the size of the window as it is now; the next frame draws everything.
void terminal_resize(void);
/// Gives the terminal back, stops the job as ^Z does, and takes the terminal again when it goes on.
void terminal_suspend(void);
/// Takes the terminal again after someone else has used it.
void terminal_resume(void);
/// Ends the program by `signal`, so that its parent sees why. The terminal must be closed.
_Noreturn void terminal_die(int signal);
