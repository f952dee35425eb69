#include "CRevision.h"

const char *downhill_revision(void) { return DOWNHILL_REVISION; }
