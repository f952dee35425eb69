#pragma once

#ifdef __cplusplus
extern "C" {
#endif

/// The short name of the commit that the program was built from, "+" behind it where files had changed since; empty
/// where it was built outside a repository.
const char *downhill_revision(void);

#ifdef __cplusplus
}
#endif
