/// Red, green and blue for terminals that take them though their description counts 256 colors.
///
/// ncurses speaks direct color only to a type that is described so, and such types are seldom installed.
/// So the description in use is compiled anew with direct color in it, in the format of term(5), and handed to
/// ncurses by the environment, where TERMINFO may hold a description itself.
#include "Internal.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>

/// Fields of the format: 32-bit numbers, all little-endian.
enum { magic = 01036, most_bytes = 32768, direct_colors = 0x1000000, direct_pairs = 0x10000 };

#define CHANNELS "%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m"
static const char foreground[] = "\033[%?%p1%{8}%<%t3%p1%d%e38;2;" CHANNELS;
static const char background[] = "\033[%?%p1%{8}%<%t4%p1%d%e48;2;" CHANNELS;

static unsigned char bytes[most_bytes];
static size_t length;
static bool fits;
/// TERMINFO as the user has it, while ncurses reads ours.
static char *users_terminfo;

static void put(int byte) {
  if (length < most_bytes) bytes[length++] = (unsigned char)byte;
  else fits = false;
}

static void put_short(int value) { put(value & 255), put(value >> 8 & 255); }
static void put_int(int value) { put_short(value & 0xFFFF), put_short(value >> 16 & 0xFFFF); }
static void put_text(const char *text) { do put(*text); while (*text++); }
static void put_even(void) { if (length % 2) put(0); }

static int count_of(NCURSES_CONST char *const *names) {
  int count = 0;
  while (names[count]) count++;
  return count;
}

static int number(const char *name) {
  if (strcmp(name, "colors") == 0) return direct_colors;
  if (strcmp(name, "pairs") == 0) return direct_pairs;
  int value = tigetnum((char *)name);
  return value < 0 ? -1 : value;
}

static const char *text(const char *name) {
  static const char *const dropped[] = {"initc", "initp", "oc", "setf", "setb", NULL};
  if (strcmp(name, "setaf") == 0) return foreground;
  if (strcmp(name, "setab") == 0) return background;
  for (int i = 0; dropped[i]; i++) if (strcmp(name, dropped[i]) == 0) return NULL;
  const char *value = tigetstr((char *)name);
  return value == (char *)-1 ? NULL : value;
}

static void put_flags(void) {
  for (int i = 0; boolnames[i]; i++) {
    put(strcmp(boolnames[i], "ccc") != 0 && tigetflag((char *)boolnames[i]) == 1);
  }
  put_even();
}

/// Where each text begins in the table, and the table.
static int put_texts(void) {
  int at = 0;
  for (int i = 0; strnames[i]; i++) {
    const char *value = text(strnames[i]);
    put_short(value ? at : -1);
    if (value) at += (int)strlen(value) + 1;
  }
  for (int i = 0; strnames[i]; i++) {
    if (text(strnames[i])) put_text(text(strnames[i]));
  }
  return at;
}

/// The flags that are not among the standard ones: a default color that can be asked for, and direct color.
static void put_extensions(void) {
  bool has_default = tigetflag("AX") == 1;
  put_even();
  put_short(has_default ? 2 : 1), put_short(0), put_short(0);
  put_short(has_default ? 2 : 1), put_short(has_default ? 7 : 4);
  put(1);
  if (has_default) put(1);
  put_even();
  put_short(0);
  if (has_default) put_short(3), put_text("AX");
  put_text("RGB");
}

static bool compile(const char *type) {
  fits = true;
  length = 0;
  put_short(magic), put_short((int)strlen(type) + 1), put_short(count_of(boolnames));
  put_short(count_of(numnames)), put_short(count_of(strnames));
  size_t size_of_texts = length;
  put_short(0);
  put_text(type);
  put_flags();
  for (int i = 0; numnames[i]; i++) put_int(number(numnames[i]));
  int size = put_texts();
  bytes[size_of_texts] = size & 255;
  bytes[size_of_texts + 1] = (unsigned char)(size >> 8);
  put_extensions();
  return fits;
}

static bool names_direct_color(const char *value) {
  return value && (strcmp(value, "truecolor") == 0 || strcmp(value, "24bit") == 0);
}

bool direct_color_is_wanted(const char *type) {
  int colors = tigetnum("colors");
  if (!tty_is_ansi || colors < 8 || colors > 0x10000) return false;
  // The console and GNU screen hand the variable on and do not understand what it promises.
  if (strncmp(type, "linux", 5) == 0) return false;
  if (strncmp(type, "screen", 6) == 0 && !getenv("TMUX")) return false;
  return names_direct_color(getenv("COLORTERM")) || tigetflag("Tc") == 1;
}

bool direct_color_begin(const char *type) {
  static const char digits[] = "0123456789abcdef";
  if (!compile(type)) return false;
  char *description = malloc(2 * length + 5);
  if (!description) return false;
  memcpy(description, "hex:", 4);
  for (size_t i = 0; i < length; i++) {
    description[4 + 2 * i] = digits[bytes[i] >> 4];
    description[5 + 2 * i] = digits[bytes[i] & 15];
  }
  description[4 + 2 * length] = 0;
  const char *value = getenv("TERMINFO");
  users_terminfo = value ? strdup(value) : NULL;
  setenv("TERMINFO", description, 1);
  free(description);
  return true;
}

void direct_color_end(void) {
  if (users_terminfo) setenv("TERMINFO", users_terminfo, 1);
  else unsetenv("TERMINFO");
  free(users_terminfo);
  users_terminfo = NULL;
}
