// What the program was started with, as the C library hands it over.
#pragma once

/// The texts behind the command, the last one NULL; NULL where the C library hands nothing over.
char *const *downhillArguments(void);
