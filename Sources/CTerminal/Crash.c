/// The way out when the program dies: prepared beforehand, since a signal handler may do so little.
#include "Internal.h"

#include <curses.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern int tputs(const char *, int, int (*)(int));

static const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGSYS};
enum { fatal_count = sizeof fatal / sizeof *fatal, stack_size = 64 * 1024 };
static struct sigaction original[fatal_count];

static char restore_bytes[512];
static size_t restore_length;
static struct termios original_modes;
static int null_descriptor = -1;
static stack_t original_stack;
static char stack[stack_size];
/// 1 while there is a screen to give back.
static atomic_int is_live;
static atomic_int is_dying;
/// True when the user wants the runtime's own crash report after ours.
static bool chains;

static int append(int byte) {
  if (restore_length < sizeof restore_bytes) restore_bytes[restore_length++] = (char)byte;
  return byte;
}

static void append_text(const char *text) {
  while (*text) append(*text++);
}

static void append_capability(const char *name) {
  const char *value = tigetstr((char *)name);
  if (value && value != (char *)-1) tputs(value, 1, append);
}

void crash_prepare(bool color, const struct termios *saved) {
  original_modes = *saved;
  restore_length = 0;
  // The last row, where the terminal has no second screen to leave.
  if (tty_is_ansi) append_text("\033[?2026l\033[?2004l\033[?1006l\033[?1002l\033[998;1H");
  append_capability("sgr0");
  if (color) append_capability("op");
  append_capability("rmkx");
  append_capability("rmcup");
  // Last, as some terminals bring back a hidden one with the first screen.
  append_capability("cnorm");
  chains = getenv("SWIFT_BACKTRACE") != NULL;
  if (null_descriptor < 0) null_descriptor = open("/dev/null", O_WRONLY | O_CLOEXEC);
}

/// Writes without ever waiting for a terminal that takes nothing.
static void write_restore_bytes(int tty) {
  struct pollfd target = {.fd = tty, .events = POLLOUT};
  if (poll(&target, 1, 500) > 0) {
    ssize_t ignored = write(tty, restore_bytes, restore_length);
    (void)ignored;
  }
}

void crash_restore(void) {
  if (!atomic_exchange(&is_live, 0)) return;
  int tty = dup(tty_out);
  int status = fcntl(tty, F_GETFL);
  // Another thread may be in the middle of a frame: the rest of it goes nowhere.
  dup2(null_descriptor, tty_out);
  fcntl(tty, F_SETFL, status | O_NONBLOCK);
  write_restore_bytes(tty);
  tcsetattr(STDIN_FILENO, TCSANOW, &original_modes);
  strays_release();
  fcntl(tty, F_SETFL, status);
}

static void hand_over(int number) {
  for (int i = 0; i < fatal_count; i++) {
    if (fatal[i] != number) continue;
    if (chains) sigaction(number, &original[i], NULL);
    else signal(number, SIG_DFL);
  }
  raise(number);
}

static void on_crash(int number) {
  // Threads often die together: the first one gives the terminal back, the others let it.
  if (atomic_exchange(&is_dying, 1)) poll(NULL, 0, 1000);
  crash_restore();
  hand_over(number);
}

void crash_handlers_install(void) {
  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternate, &original_stack);
  struct sigaction action = {.sa_handler = on_crash, .sa_flags = SA_ONSTACK | SA_NODEFER};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &action, &original[i]);
  atomic_store(&is_dying, 0);
  atomic_store(&is_live, 1);
}

static pthread_key_t stack_key;
static pthread_once_t stack_key_once = PTHREAD_ONCE_INIT;

static void drop_stack(void *memory) {
  stack_t none = {.ss_flags = SS_DISABLE};
  sigaltstack(&none, NULL);
  free(memory);
}

static void make_stack_key(void) { pthread_key_create(&stack_key, drop_stack); }

void terminal_guard_thread(void) {
  pthread_once(&stack_key_once, make_stack_key);
  if (pthread_getspecific(stack_key)) return;
  void *memory = malloc(stack_size);
  stack_t alternate = {.ss_sp = memory, .ss_size = stack_size};
  if (memory && sigaltstack(&alternate, NULL) == 0) pthread_setspecific(stack_key, memory);
  else free(memory);
}

void crash_handlers_remove(void) {
  atomic_store(&is_live, 0);
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &original[i], NULL);
  sigaltstack(&original_stack, NULL);
}
