/// Counts the memory allocations of a thread. With the GNU C library only: it takes the place of malloc.
#pragma once

#include <stdbool.h>

/// Whether allocations can be counted here.
bool allocations_are_counted(void);

/// How many allocations the calling thread has made since it started.
long allocations_of_thread(void);
