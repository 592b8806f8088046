#define _GNU_SOURCE
#include "CLoad.h"
#include <string.h>

ptrdiff_t bytes_find(const uint8_t *bytes, size_t length, const uint8_t *text, size_t text_length) {
    const uint8_t *found = memmem(bytes, length, text, text_length);
    return found == NULL ? -1 : found - bytes;
}
