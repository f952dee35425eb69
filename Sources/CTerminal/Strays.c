/// Text that others write while the screen is up: held back, and shown below the prompt afterwards.
///
/// Without it a line such as Swift's "Fatal error" would tear the screen and then vanish with it.
#include "Internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/mman.h>
#endif

/// The most that is shown afterwards: the end of what was written.
enum { shown_at_most = 64 * 1024 };

static int held = -1;
static int real_out = -1, real_error = -1;

static int open_holder(void) {
#ifdef __linux__
  int file = memfd_create("strays", MFD_CLOEXEC);
#else
  char name[] = "/tmp/strays.XXXXXX";
  int file = mkstemp(name);
  if (file >= 0) unlink(name);
#endif
  if (file >= 0) fcntl(file, F_SETFL, O_APPEND);
  return file;
}

int strays_hold(void) {
  fflush(NULL);
  int tty = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  held = open_holder();
  if (tty < 0 || held < 0) return tty;
  real_out = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  if (isatty(STDERR_FILENO)) real_error = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  dup2(held, STDOUT_FILENO);
  if (real_error >= 0) dup2(held, STDERR_FILENO);
  return tty;
}

/// Writes to the terminal, which may be stuck: gives up when it takes nothing for half a second.
static void write_patiently(const char *text, size_t length) {
  struct pollfd target = {.fd = STDOUT_FILENO, .events = POLLOUT};
  while (length > 0 && poll(&target, 1, 500) > 0) {
    ssize_t written = write(STDOUT_FILENO, text, length);
    if (written < 0 && errno != EINTR && errno != EAGAIN) return;
    if (written <= 0) continue;
    text += written;
    length -= (size_t)written;
  }
}

static void replay(void) {
  char text[1024];
  struct stat status;
  if (fstat(held, &status) != 0) return;
  off_t at = status.st_size > shown_at_most ? status.st_size - shown_at_most : 0;
  for (ssize_t n; (n = pread(held, text, sizeof text, at)) > 0; at += n) {
    write_patiently(text, (size_t)n);
  }
}

static void put_back(int *real, int standard) {
  if (*real < 0) return;
  dup2(*real, standard);
  close(*real);
  *real = -1;
}

void strays_release(void) {
  put_back(&real_out, STDOUT_FILENO);
  put_back(&real_error, STDERR_FILENO);
  if (held < 0) return;
  replay();
  close(held);
  held = -1;
}
