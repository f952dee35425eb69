/// Signals become flags and a wake-up; the thread of the screen acts on them.
#include "Internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/eventfd.h>
#endif

enum { index_of_stop = 0 };
static const int handled[] = {SIGTSTP, SIGWINCH, SIGCONT, SIGINT, SIGTERM, SIGHUP, SIGQUIT};
enum { handled_count = sizeof handled / sizeof *handled };
static struct sigaction original[handled_count];

static atomic_int flags;
static atomic_int ending_signal;
static atomic_llong ending_since;
/// The reading and the writing end; the same descriptor on Linux. Opened once and never closed, so
/// that a late waker is harmless.
static atomic_int wake_in = -1, wake_out = -1;

static void wake(int flag) {
  int error = errno;
  // A pipe takes any number; an eventfd takes eight bytes.
  static const uint64_t one = 1;
  atomic_fetch_or(&flags, flag);
  ssize_t ignored = write(atomic_load(&wake_out), &one, sizeof one);
  (void)ignored;
  errno = error;
}

static void open_wake_descriptors(void) {
  if (atomic_load(&wake_in) >= 0) return;
#ifdef __linux__
  int event = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  int ends[2] = {event, event};
#else
  int ends[2];
  if (pipe(ends) != 0) return;
  for (int i = 0; i < 2; i++) {
    fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    fcntl(ends[i], F_SETFL, O_NONBLOCK);
  }
#endif
  atomic_store(&wake_in, ends[0]);
  atomic_store(&wake_out, ends[1]);
}

void terminal_wake(void) { wake(TerminalWoken); }
int signals_wake_descriptor(void) { return atomic_load(&wake_in); }

void signals_drain(void) {
  char bytes[512];
  while (read(atomic_load(&wake_in), bytes, sizeof bytes) == sizeof bytes) continue;
}

static long long milliseconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

/// The first request to end is the program's to fulfil; one that comes later means now.
///
/// Requests close together count as one: `timeout` and service managers send two. A hang-up often
/// arrives twice and never forces the end.
static void on_end(int number) {
  int none = 0;
  if (atomic_compare_exchange_strong(&ending_signal, &none, number)) {
    atomic_store(&ending_since, milliseconds_now());
  } else if (number != SIGHUP && milliseconds_now() - atomic_load(&ending_since) >= 200) {
    crash_restore();
    _exit(128 + number);
  }
  wake(TerminalEnded);
}

static void on_signal(int number) {
  int error = errno;
  switch (number) {
    case SIGWINCH: wake(TerminalResized); break;
    case SIGTSTP: wake(TerminalStopped); break;
    case SIGCONT: wake(TerminalContinued); break;
    default: on_end(number);
  }
  errno = error;
}

void signals_install(void) {
  open_wake_descriptors();
  atomic_fetch_and(&flags, TerminalWoken);
  atomic_store(&ending_signal, 0);
  struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART | SA_ONSTACK};
  sigfillset(&action.sa_mask);
  for (int i = 0; i < handled_count; i++) {
    sigaction(handled[i], &action, &original[i]);
    // What was ignored stays ignored, as `nohup` wants.
    if (original[i].sa_handler == SIG_IGN) sigaction(handled[i], &original[i], NULL);
  }
}

void signals_restore(void) {
  for (int i = 0; i < handled_count; i++) sigaction(handled[i], &original[i], NULL);
}

void signals_stop_job(void) {
  struct sigaction ours;
  if (original[index_of_stop].sa_handler == SIG_IGN) return;
  sigaction(SIGTSTP, &original[index_of_stop], &ours);
  // The whole job, as the terminal's own ^Z would: a wrapper must stop as well.
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}

void signals_forget_stop(void) {
  atomic_fetch_and(&flags, ~(TerminalStopped | TerminalContinued));
}

int terminal_take_signals(int *signal) {
  if (atomic_load(&flags) == 0) return 0;
  *signal = atomic_load(&ending_signal);
  return atomic_exchange(&flags, 0);
}

int terminal_wait(int milliseconds) {
  struct pollfd sources[] = {
      {.fd = STDIN_FILENO, .events = POLLIN},
      {.fd = signals_wake_descriptor(), .events = POLLIN},
  };
  if (poll(sources, 2, milliseconds) <= 0) return 0;
  int result = 0;
  if (sources[0].revents & POLLIN) result |= TerminalHasInput;
  if (sources[0].revents & (POLLHUP | POLLERR | POLLNVAL)) result |= TerminalIsGone;
  if (sources[1].revents & POLLIN) {
    signals_drain();
    result |= TerminalHasSignal;
  }
  return result;
}

_Noreturn void terminal_die(int number) {
  signal(number, SIG_DFL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  sigprocmask(SIG_UNBLOCK, &only, NULL);
  raise(number);
  _exit(128 + number);
}
