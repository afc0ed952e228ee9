#pragma once

/// The commit that this binary was built from; empty if the build did not know it.
const char *courant_commit(void);
