/// What the program's parts ask of the C library that glibc has only had since 2.29, told in what it had before. `make build` links
/// it with the stand-ins of older.sh.
#define _GNU_SOURCE
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

// MARK: The start (2.34)

typedef int Main(int, char **, char **);
extern int __real___libc_start_main(
    Main *, int, char **, void (*)(void), void (*)(void), void (*)(void), void *);

extern void _init(void);
typedef void Constructor(int, char **, char **);
extern Constructor *__preinit_array_start[], *__preinit_array_end[], *__init_array_start[], *__init_array_end[];

static void construct(int count, char **arguments, char **environment) {
  for (Constructor **each = __preinit_array_start; each < __preinit_array_end; each++) {
    (*each)(count, arguments, environment);
  }
  _init();
  for (Constructor **each = __init_array_start; each < __init_array_end; each++) {
    (*each)(count, arguments, environment);
  }
}

/// A new start file leaves the constructors to the library, an old library to the start file. Each library takes ours.
int __wrap___libc_start_main(
    Main *main, int count, char **arguments, void (*init)(void), void (*fini)(void), void (*loader)(void), void *stack) {
  return __real___libc_start_main(
      main, count, arguments, init ? init : (void (*)(void))construct, fini, loader, stack);
}

// MARK: Files (2.33)

#ifdef __x86_64__
enum { stat_version = 1 };
#else
enum { stat_version = 0 };
#endif

extern int __xstat(int, const char *, struct stat *);
extern int __lxstat(int, const char *, struct stat *);
extern int __fxstat(int, int, struct stat *);

int stat(const char *path, struct stat *found) { return __xstat(stat_version, path, found); }
int lstat(const char *path, struct stat *found) { return __lxstat(stat_version, path, found); }
int fstat(int file, struct stat *found) { return __fxstat(stat_version, file, found); }
int fstat64(int file, struct stat64 *found) { return __fxstat(stat_version, file, (struct stat *)found); }

// MARK: Threads (2.32)

/// Whether reference counts may do without atomic arithmetic.
char __libc_single_threaded = false;

// MARK: Chance (2.36)

uint32_t arc4random(void) {
  uint32_t drawn;
  if (getentropy(&drawn, sizeof drawn)) abort();
  return drawn;
}

// MARK: Numbers (2.38)

/// Headers since then turn calls of strtoul itself into calls of the other.
extern unsigned long old_strtoul(const char *, char **, int) __asm__("strtoul");

/// It also reads 0b101, which nothing here writes.
unsigned long __isoc23_strtoul(const char *text, char **end, int base) { return old_strtoul(text, end, base); }

// MARK: Unwinding (2.35)

/// Where the tables of an object are, to unwind the stack with: the Makefile leaves their index out, since nothing is thrown.
int _dl_find_object(void *address, void *found) {
  (void)address;
  (void)found;
  return -1;
}
