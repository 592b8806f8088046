#pragma once
#include <curl/curl.h>

/* Swift cannot call variadic functions, so curl_easy_setopt, curl_multi_setopt and curl_easy_getinfo have one function here
   for each type of argument. The wrong type for an option is undefined behaviour in libcurl; see CURLOPT_…(3). */

typedef size_t (*clibcurl_data_callback)(char *data, size_t size, size_t count, void *context);
typedef int (*clibcurl_seek_callback)(void *context, curl_off_t offset, int origin);

/* Calls curl_global_init, which is thread-safe from libcurl 7.84 on. */
CURLcode clibcurl_start(void);

CURLcode clibcurl_set_long(CURL *easy, CURLoption option, long value);
CURLcode clibcurl_set_offset(CURL *easy, CURLoption option, curl_off_t value);
/* libcurl copies the string. */
CURLcode clibcurl_set_string(CURL *easy, CURLoption option, const char *value);
/* libcurl keeps the pointer. */
CURLcode clibcurl_set_pointer(CURL *easy, CURLoption option, void *value);
CURLcode clibcurl_set_headers(CURL *easy, struct curl_slist *headers);
CURLcode clibcurl_set_write_callback(CURL *easy, clibcurl_data_callback callback, void *context);
CURLcode clibcurl_set_header_callback(CURL *easy, clibcurl_data_callback callback, void *context);
CURLcode clibcurl_set_read_callback(CURL *easy, clibcurl_data_callback callback, void *context);
CURLcode clibcurl_set_seek_callback(CURL *easy, clibcurl_seek_callback callback, void *context);
/* Leaves http and https, whatever else the library was built with. */
CURLcode clibcurl_allow_http_only(CURL *easy);

CURLMcode clibcurl_multi_set_long(CURLM *multi, CURLMoption option, long value);

/* Return 0 when libcurl does not tell. */
long clibcurl_get_long(CURL *easy, CURLINFO info);

/* The next transfer that ended, with its outcome; NULL when there is none. */
CURL *clibcurl_next_finished(CURLM *multi, CURLcode *outcome);
