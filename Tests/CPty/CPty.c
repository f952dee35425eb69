#define _GNU_SOURCE  // for ptsname_r

#include "CPty.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int pty_open(Pty *pty, int columns, int rows) {
  pty->process = 0;
  pty->slave = -1;
  pty->master = posix_openpt(O_RDWR | O_NOCTTY);
  if (pty->master < 0) return errno;
  fcntl(pty->master, F_SETFD, FD_CLOEXEC);
  fcntl(pty->master, F_SETFL, O_NONBLOCK);
  char name[128];
  if (grantpt(pty->master) != 0 || unlockpt(pty->master) != 0) return errno;
  if (ptsname_r(pty->master, name, sizeof name) != 0) return errno;
  pty->slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (pty->slave < 0) return errno;
  return pty_resize(pty, columns, rows);
}

/// In the child: nothing of the tests' own signal handling is inherited.
static void reset_signals(void) {
  sigset_t none;
  sigemptyset(&none);
  for (int number = 1; number < 65; number++) signal(number, SIG_DFL);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

static void connect_standard(int slave, int standard) {
  int nowhere = open("/dev/null", O_RDWR);
  for (int i = 0; i < 3; i++) dup2(standard & (1 << i) ? slave : nowhere, i);
  if (nowhere > 2) close(nowhere);
}

/// In the child: a pipe of another test that it kept open would keep that test's reader waiting.
static void close_others(void) {
  for (int i = 3; i < 1024; i++) close(i);
}

int pty_spawn(Pty *pty, const char *path, char *const arguments[], char *const environment[],
              int standard) {
  pty->process = fork();
  if (pty->process < 0) return errno;
  if (pty->process > 0) return 0;
  setsid();
  ioctl(pty->slave, TIOCSCTTY, 0);
  connect_standard(pty->slave, standard);
  close_others();
  reset_signals();
  setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
  execve(path, arguments, environment);
  _exit(127);
}

int pty_resize(const Pty *pty, int columns, int rows) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(pty->master, TIOCSWINSZ, &size) == 0 ? 0 : errno;
}

int pty_signal(const Pty *pty, int number) { return kill(pty->process, number); }

int pty_poll_status(const Pty *pty) {
  int status = 0;
  if (waitpid(pty->process, &status, WNOHANG) != pty->process) return -1000;
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

void pty_close(Pty *pty, int running) {
  if (running && pty->process > 0) {
    // The whole session, as far as it is one group.
    kill(-pty->process, SIGKILL);
    kill(pty->process, SIGKILL);
    waitpid(pty->process, NULL, 0);
  }
  if (pty->slave >= 0) close(pty->slave);
  if (pty->master >= 0) close(pty->master);
  pty->slave = pty->master = -1;
}
