/// A program in a pseudo-terminal.
#pragma once

#include <sys/types.h>

/// Both ends of a pseudo-terminal and the program that leads its session.
typedef struct Pty {
  /// The end that shows and types; does not block.
  int master;
  /// The program's end, kept open so that its modes can be read at any time.
  int slave;
  pid_t process;
} Pty;

/// Opens a pseudo-terminal of a size. Returns 0 or an error number.
int pty_open(Pty *pty, int columns, int rows);
/// Starts a program with all signals at their defaults. Returns 0 or an error number.
///
/// `standard` tells which of standard input, output and error are the terminal (bits 1, 2, 4); the
/// others are /dev/null.
int pty_spawn(Pty *pty, const char *path, char *const arguments[], char *const environment[],
              int standard);
/// Changes the size; the kernel tells the program.
int pty_resize(const Pty *pty, int columns, int rows);
/// Sends a signal to the program.
int pty_signal(const Pty *pty, int number);
/// The exit status (0...255), the signal that ended the program as a negative number, or -1000 while it runs.
int pty_poll_status(const Pty *pty);
/// Ends the program by force, if it still runs, and closes both ends.
void pty_close(Pty *pty, int running);
