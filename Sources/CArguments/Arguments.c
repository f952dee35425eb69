#include "CArguments.h"

#include <stdlib.h>

#if defined(__GLIBC__)
// Swift reads them from /proc, which a bare chroot has not got; glibc calls what runs before main with them.
static char *const *arguments;

__attribute__((constructor)) static void keep(int count, char **values) {
  (void)count;
  arguments = values;
}

char *const *downhillArguments(void) { return arguments; }
#else
char *const *downhillArguments(void) { return NULL; }
#endif
