#include "CBuild.h"

// `make build` defines it (see Package.swift). In C, because SwiftPM passes values to C only, and so that a new commit
// compiles this file alone.
#ifndef COURANT_COMMIT
#define COURANT_COMMIT ""
#endif

const char *courant_commit(void) { return COURANT_COMMIT; }
