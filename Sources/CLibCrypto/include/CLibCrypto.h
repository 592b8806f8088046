#pragma once
#include <stddef.h>
#include <stdint.h>

/* Writes the 20-byte HMAC-SHA1. Returns 1, or 0 when libcrypto refused. */
int clibcrypto_hmac_sha1(const uint8_t *key, size_t key_length, const uint8_t *data, size_t data_length, uint8_t *out);

/* Writes the 32-byte SHA-256. Returns 1, or 0 when libcrypto refused. */
int clibcrypto_sha256(const uint8_t *data, size_t data_length, uint8_t *out);

/* Writes base64 with padding and a final NUL: 4 bytes for each 3 begun, and one more. Returns the length without the NUL. */
int clibcrypto_base64(const uint8_t *data, int data_length, uint8_t *out);

/* Compares in constant time. Returns 1 when equal. */
int clibcrypto_equal(const uint8_t *a, const uint8_t *b, size_t length);
