#include "CLibCrypto.h"
#include <limits.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

int clibcrypto_hmac_sha1(const uint8_t *key, size_t key_length, const uint8_t *data, size_t data_length, uint8_t *out) {
    unsigned int written = 0;
    if (key_length > INT_MAX) return 0;
    /* HMAC reads a null key as "the previous key". */
    const uint8_t nothing = 0;
    const uint8_t *k = key_length == 0 ? &nothing : key;
    return HMAC(EVP_sha1(), k, (int)key_length, data, data_length, out, &written) != NULL && written == 20;
}

int clibcrypto_sha256(const uint8_t *data, size_t data_length, uint8_t *out) {
    unsigned int written = 0;
    return EVP_Digest(data, data_length, out, &written, EVP_sha256(), NULL) == 1 && written == 32;
}

int clibcrypto_base64(const uint8_t *data, int data_length, uint8_t *out) { return EVP_EncodeBlock(out, data, data_length); }

int clibcrypto_equal(const uint8_t *a, const uint8_t *b, size_t length) { return CRYPTO_memcmp(a, b, length) == 0; }
