/// Opening, leaving and taking back the terminal.
#include "Internal.h"

#include <curses.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>

// <term.h> would bring macros such as `lines` and `columns`.
extern int setupterm(const char *, int, int *);
extern int tputs(const char *, int, int (*)(int));

int tty_out = -1;
bool tty_is_ansi;

static const char *const fallback_type = "xterm-256color";
static SCREEN *screen;
static FILE *screen_file;
static struct termios saved;
static bool is_utf8;
static bool uses_color;
static bool uses_mouse;
static bool asks_background;

static bool names_utf8(const char *name) {
  return name && (strcasestr(name, "UTF-8") || strcasestr(name, "UTF8"));
}

/// The locale's name by the precedence of POSIX.
static const char *locale_name(void) {
  static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const char *value = getenv(names[i]);
    if (value && *value) return value;
  }
  return NULL;
}

/// Only LC_CTYPE is set: numbers keep their point. A UTF-8 locale that is not installed here, as often
/// over ssh, still tells what the terminal shows.
bool terminal_locale_is_utf8(void) {
  return names_utf8(setlocale(LC_CTYPE, "") ? nl_langinfo(CODESET) : locale_name());
}

/// Finds out what the terminal shows, then makes sure that ncurses can write it.
static void choose_locale(void) {
  is_utf8 = terminal_locale_is_utf8();
  if (!names_utf8(nl_langinfo(CODESET)) && !setlocale(LC_CTYPE, "C.UTF-8")) {
    setlocale(LC_CTYPE, "UTF-8");
  }
}

static bool has_capability(const char *name) {
  const char *value = tigetstr((char *)name);
  return value && value != (char *)-1 && *value;
}

/// Makes ncurses ask the window for its size, and the variables LINES and COLUMNS only where it has none.
static void choose_size_source(void) {
  struct winsize size = {0};
  bool has_size = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row && size.ws_col;
  use_env(!has_size);
#ifdef NCURSES_EXT_FUNCS
  use_tioctl(has_size);
#endif
}

static TerminalStatus choose_type(const char **type) {
  int error = 0;
  choose_size_source();
  *type = getenv("TERM");
  if (!*type || !**type) return TerminalStatusTypeIsMissing;
  if (setupterm(*type, STDOUT_FILENO, &error) == OK) {
    return has_capability("cup") ? TerminalStatusReady : TerminalStatusCannotMoveCursor;
  }
  if (strcmp(*type, "dumb") == 0 || error == 1) return TerminalStatusCannotMoveCursor;
  *type = fallback_type;
  if (setupterm(*type, STDOUT_FILENO, &error) == OK) return TerminalStatusReadyAsFallback;
  return TerminalStatusTypeIsUnknown;
}

static TerminalStatus check(const char **type) {
  if (!isatty(STDIN_FILENO)) return TerminalStatusInputIsNoTerminal;
  if (!isatty(STDOUT_FILENO)) return TerminalStatusOutputIsNoTerminal;
  return choose_type(type);
}

static SCREEN *direct_screen(const char *type) {
  if (!direct_color_is_wanted(type) || !direct_color_begin(type)) return NULL;
  SCREEN *made = newterm(type, screen_file, stdin);
  direct_color_end();
  return made;
}

static bool make_screen(const char *type, bool color) {
  tty_out = strays_hold();
  screen_file = tty_out >= 0 ? fdopen(tty_out, "w") : NULL;
  if (!screen_file) return false;
  screen = color ? direct_screen(type) : NULL;
  if (!screen) screen = newterm(type, screen_file, stdin);
  return screen != NULL;
}

static void drop_screen(void) {
  if (screen) delscreen(screen);
  strays_release();
  if (screen_file) fclose(screen_file);
  screen = NULL;
  screen_file = NULL;
  tty_out = -1;
}

/// Keeps 2 MB free at the top of the heap: less would go back to the system after every frame, to be asked for again by
/// the next, and both cost more than drawing a panel. Large blocks then go back as soon as they are free.
static void keep_memory_of_frames(void) {
#ifdef __GLIBC__
  mallopt(M_TRIM_THRESHOLD, 2 << 20);
#endif
}

static void set_modes(bool color) {
  if (!getenv("ESCDELAY")) set_escdelay(25);
  raw();
  noecho();
  nonl();
  leaveok(stdscr, TRUE);
  curs_set(0);
  typeahead(-1);
  uses_color = color && has_colors() && start_color() == OK && use_default_colors() == OK;
  drawing_begin(uses_color);
}

/// Leaves the terminal and comes back, out of its sight: until then ncurses sends each movement of the
/// cursor by itself, and with it a frame in dozens of pieces.
static void come_back(void) {
  int tty = fcntl(tty_out, F_DUPFD_CLOEXEC, 3);
  int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (tty >= 0 && nowhere >= 0) {
    dup2(nowhere, tty_out);
    endwin();
    doupdate();
    dup2(tty, tty_out);
  }
  close(nowhere);
  close(tty);
}

/// Presses, drags and the wheel, in the form that knows no limit of columns.
static void set_mouse(bool on) {
  const char *text = on ? "\033[?1002h\033[?1006h" : "\033[?1006l\033[?1002l";
  if (tty_is_ansi) tty_write(text, 16);
}

/// What the terminal is asked to report besides keys.
static void set_reports(bool on) {
  if (!tty_is_ansi) return;
  tty_write(on ? "\033[?2004h" : "\033[?2004l", 8);
  if (uses_mouse) set_mouse(on);
}

static int put(int byte) { return fputc(byte, screen_file); }

/// Gives back the first screen, and the cursor after it: with that screen some terminals bring back what was last kept of the
/// cursor, and ncurses keeps it, where it scrolls, while it is hidden.
static void leave_screen(void) {
  endwin();
  const char *shown = tigetstr("cnorm");
  if (shown && shown != (char *)-1) tputs(shown, 1, put);
  fflush(screen_file);
}

/// Whether a question would be answered, or at least swallowed, and the answer be of use.
static bool answers_questions(const char *type) {
  return tty_is_ansi && uses_color && (COLORS >= 256 || strncmp(type, "xterm", 5) == 0);
}

TerminalStatus terminal_open(bool color) {
  if (screen) return TerminalStatusOutOfResources;
  keep_memory_of_frames();
  choose_locale();
  const char *type = NULL;
  TerminalStatus status = check(&type);
  if (status != TerminalStatusReady && status != TerminalStatusReadyAsFallback) return status;
  tcgetattr(STDIN_FILENO, &saved);
  tty_is_ansi = strncmp(tigetstr("cup"), "\033[", 2) == 0;
  // Before ncurses is there: it leaves signals alone that someone handles, and would else lose a stop
  // that arrives in the middle of a frame.
  signals_install();
  crash_prepare(color && tigetnum("colors") > 0, &saved);
  if (!make_screen(type, color)) {
    signals_restore();
    drop_screen();
    return TerminalStatusOutOfResources;
  }
  set_modes(color);
  asks_background = answers_questions(type);
  come_back();
  crash_handlers_install();
  input_open();
  set_reports(true);
  // The window may have changed meanwhile.
  terminal_resize();
  return status;
}

void terminal_close(void) {
  if (!screen) return;
  set_reports(false);
  uses_mouse = false;
  input_close();
  leave_screen();
  tcsetattr(STDIN_FILENO, TCSADRAIN, &saved);
  crash_handlers_remove();
  drop_screen();
  signals_restore();
}

void terminal_set_mouse(bool on) {
  if (!screen || on == uses_mouse) return;
  uses_mouse = on;
  set_mouse(on);
}

bool terminal_ask_background(void) {
  static const char question[] = "\033]11;?\033\\";
  if (!screen || !asks_background) return false;
  tty_write(question, sizeof question - 1);
  return true;
}

bool terminal_is_utf8(void) { return is_utf8; }
int terminal_colors(void) { return uses_color ? COLORS : 0; }
int terminal_columns(void) { return COLS; }
int terminal_rows(void) { return LINES; }

void terminal_resize(void) {
  struct winsize size;
  if (ioctl(tty_out, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0 &&
      (size.ws_row != LINES || size.ws_col != COLS)) {
    resizeterm(size.ws_row, size.ws_col);
  }
  terminal_invalidate();
}

void terminal_suspend(void) {
  set_reports(false);
  leave_screen();
  signals_stop_job();
  terminal_resume();
  signals_forget_stop();
}

void terminal_resume(void) {
  if (!isendwin()) endwin();
  terminal_resize();
  doupdate();
  set_reports(true);
}
