#pragma once
/* Debian builds libxml2 with ICU, whose headers clash with Foundation's own copy as soon as one file imports both
   ("UErrorCode has different definitions"). The undefinition changes the layout of xmlCharEncodingHandler as Swift
   sees it: never touch that struct. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/tree.h>
#include <libxml/parser.h>
#include <libxml/xmlwriter.h>
#include <libxml/xmlerror.h>

/* xmlFree is a global function pointer, which Swift 6 refuses as shared mutable state. */
static inline void clibxml2_free(void *pointer) { xmlFree(pointer); }
