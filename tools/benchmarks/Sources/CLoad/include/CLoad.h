#pragma once
#include <stddef.h>
#include <stdint.h>
/* Not among what Swift's Glibc module has. */
#include <sys/epoll.h>

/* A token's HMAC-SHA1, ready to sign. Returns NULL when libcrypto refuses. Freed by signature_free. */
typedef struct signature_key signature_key;
signature_key *signature_make(const uint8_t *token, size_t length);
void signature_free(signature_key *key);

/* Writes the 28 characters of the provider's signature, base64 of HMAC-SHA1, and a NUL. Returns 1, or 0 on failure. */
int signature_sign(signature_key *key, const uint8_t *message, size_t length, uint8_t *out29);

/* The position of a text in bytes, or -1. */
ptrdiff_t bytes_find(const uint8_t *bytes, size_t length, const uint8_t *text, size_t text_length);
