/// Bytes to keys, by terminfo and by a table of what terminals send beyond it.
#include "Internal.h"

#include <curses.h>

// Codes given to sequences that terminfo does not know; apart from those of ncurses.
enum { code_base = 0x2000, code_byte = 0x4000 };

/// A window that is never shown: reading keys from `stdscr` would refresh it.
static WINDOW *pad;

/// Sequences in either cursor mode, whatever terminfo says.
static const struct {
  const char *sequence;
  int key;
} sequences[] = {
    {"\033[A", TerminalKeyUp},          {"\033OA", TerminalKeyUp},
    {"\033[B", TerminalKeyDown},        {"\033OB", TerminalKeyDown},
    {"\033[C", TerminalKeyRight},       {"\033OC", TerminalKeyRight},
    {"\033[D", TerminalKeyLeft},        {"\033OD", TerminalKeyLeft},
    {"\033[H", TerminalKeyHome},        {"\033OH", TerminalKeyHome},
    {"\033[F", TerminalKeyEnd},         {"\033OF", TerminalKeyEnd},
    {"\033[1~", TerminalKeyHome},       {"\033[4~", TerminalKeyEnd},
    {"\033[7~", TerminalKeyHome},       {"\033[8~", TerminalKeyEnd},
    {"\033[2~", TerminalKeyInsert},     {"\033[3~", TerminalKeyDelete},
    {"\033[5~", TerminalKeyPageUp},     {"\033[6~", TerminalKeyPageDown},
    {"\033[Z", TerminalKeyBackTab},     {"\033OM", TerminalKeyEnter},
    {"\033[200~", TerminalKeyPasteBegins}, {"\033[201~", TerminalKeyPasteEnds},
    {"\033OP", TerminalKeyFunction + 1}, {"\033OQ", TerminalKeyFunction + 2},
    {"\033OR", TerminalKeyFunction + 3}, {"\033OS", TerminalKeyFunction + 4},
    {"\033[11~", TerminalKeyFunction + 1}, {"\033[12~", TerminalKeyFunction + 2},
    {"\033[13~", TerminalKeyFunction + 3}, {"\033[14~", TerminalKeyFunction + 4},
    {"\033[[A", TerminalKeyFunction + 1}, {"\033[[B", TerminalKeyFunction + 2},
    {"\033[[C", TerminalKeyFunction + 3}, {"\033[[D", TerminalKeyFunction + 4},
    {"\033[[E", TerminalKeyFunction + 5}, {"\033[15~", TerminalKeyFunction + 5},
    {"\033[17~", TerminalKeyFunction + 6}, {"\033[18~", TerminalKeyFunction + 7},
    {"\033[19~", TerminalKeyFunction + 8}, {"\033[20~", TerminalKeyFunction + 9},
    {"\033[21~", TerminalKeyFunction + 10}, {"\033[23~", TerminalKeyFunction + 11},
    {"\033[24~", TerminalKeyFunction + 12},
};

/// Arrows, Home and End held with Shift, Alt or Control count as the key alone.
static void define_modified_keys(void) {
  static const struct {
    char final;
    int key;
  } keys[] = {{'A', TerminalKeyUp},   {'B', TerminalKeyDown}, {'C', TerminalKeyRight},
              {'D', TerminalKeyLeft}, {'H', TerminalKeyHome}, {'F', TerminalKeyEnd}};
  char sequence[] = "\033[1;2A";
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    for (char modifier = '2'; modifier <= '8'; modifier++) {
      sequence[4] = modifier;
      sequence[5] = keys[i].final;
      define_key(sequence, code_base + keys[i].key);
    }
  }
}

/// The numeric keypad in application mode: its keys mean the characters printed on them.
static void define_keypad(void) {
  char sequence[] = "\033Oj";
  for (char final = 'j'; final <= 'y'; final++) {
    sequence[2] = final;
    define_key(sequence, code_byte + final - 'j' + '*');
  }
}

void input_open(void) {
  pad = newpad(1, 1);
  keypad(pad, TRUE);
  nodelay(pad, TRUE);
  // The reports of a mouse are read where other sequences are that name no key.
  define_key(NULL, KEY_MOUSE);
  if (!tty_is_ansi) return;
  for (size_t i = 0; i < sizeof sequences / sizeof *sequences; i++) {
    define_key(sequences[i].sequence, code_base + sequences[i].key);
  }
  define_modified_keys();
  define_keypad();
}

void input_close(void) {
  if (pad) delwin(pad);
  pad = NULL;
}

static int named_key(int code) {
  switch (code) {
    case KEY_UP: case KEY_SR: return TerminalKeyUp;
    case KEY_DOWN: case KEY_SF: return TerminalKeyDown;
    case KEY_LEFT: case KEY_SLEFT: return TerminalKeyLeft;
    case KEY_RIGHT: case KEY_SRIGHT: return TerminalKeyRight;
    case KEY_HOME: case KEY_SHOME: case KEY_A1: case KEY_FIND: return TerminalKeyHome;
    case KEY_END: case KEY_SEND: case KEY_C1: case KEY_SELECT: return TerminalKeyEnd;
    case KEY_PPAGE: case KEY_A3: return TerminalKeyPageUp;
    case KEY_NPAGE: case KEY_C3: return TerminalKeyPageDown;
    case KEY_IC: return TerminalKeyInsert;
    case KEY_DC: return TerminalKeyDelete;
    case KEY_BACKSPACE: return TerminalKeyBackspace;
    case KEY_ENTER: return TerminalKeyEnter;
    case KEY_BTAB: return TerminalKeyBackTab;
    // The Linux console's entry names ^Z.
    case KEY_SUSPEND: return 'Z' & 0x1F;
    default: return TerminalKeyOther;
  }
}

int terminal_key(void) {
  int code = wgetch(pad);
  if (code == ERR) return -1;
  if (code < 0x100) return code;
  if (code >= code_byte) return code - code_byte;
  if (code >= code_base) return code - code_base;
  if (code > KEY_F0 && code <= KEY_F(63)) return TerminalKeyFunction + code - KEY_F0;
  return named_key(code);
}
