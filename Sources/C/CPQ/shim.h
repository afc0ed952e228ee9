#pragma once
// Swift calls libpq directly; its handles are opaque pointers there.
#include <libpq-fe.h>
