#ifndef COURANT_CLIBXML2_SHIM_H
#define COURANT_CLIBXML2_SHIM_H
#include <libxml/xmlversion.h>
/* Debian builds libxml2 with ICU; <libxml/encoding.h> then includes <unicode/ucnv.h>, whose enums clash with
   Foundation's own copy of ICU. Only the tail of one opaque struct depends on it. */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlwriter.h>
#include <libxml/xpath.h>
#endif
