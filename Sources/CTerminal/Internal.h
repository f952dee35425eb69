/// What the parts of this target share.
#pragma once

#include "CTerminal.h"

#include <signal.h>
#include <stddef.h>
#include <termios.h>

/// The terminal's own descriptor, apart from standard output; -1 while there is no screen.
extern int tty_out;
/// True when the terminal takes the control sequences of ANSI X3.64, as all in use do.
extern bool tty_is_ansi;

/// Writes all of `text`, as far as the terminal takes it.
void tty_write(const char *text, size_t length);

/// Whether a terminal type that `setupterm` has read takes red, green and blue, by COLORTERM or its description.
bool direct_color_is_wanted(const char *type);
/// Lets ncurses find `type` with direct color, until the end is called. False when it cannot be described.
bool direct_color_begin(const char *type);
void direct_color_end(void);

/// Prepares a screen's blanks and its colors, which it must have begun to use before.
void drawing_begin(bool color);

void input_open(void);
void input_close(void);

/// Holds back what others write to standard output and standard error. Returns the terminal's own
/// descriptor, or -1.
int strays_hold(void);
/// Lets standard output and error go to the terminal again, and writes what was held back.
/// Async-signal-safe.
void strays_release(void);

/// Prepares everything that a crash needs, before the terminal is touched.
void crash_prepare(bool color, const struct termios *saved);
void crash_handlers_install(void);
void crash_handlers_remove(void);
/// Gives the terminal back at once, without ncurses, and never waits long. Async-signal-safe.
void crash_restore(void);

void signals_install(void);
void signals_restore(void);
/// Stops the job by the handling of SIGTSTP that the program was started with.
void signals_stop_job(void);
/// Forgets a stop or continuation that has just been dealt with.
void signals_forget_stop(void);
int signals_wake_descriptor(void);
void signals_drain(void);
