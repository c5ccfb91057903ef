// libcurl for Swift: its variadic functions as one typed function for each kind of argument, and the start of a command
// that is a connection, which needs parts of glibc that Swift's module of it does not show. Transport is the only importer.
#pragma once

#include <curl/curl.h>

typedef size_t (*cc_data_callback)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode cc_set_long(CURL *easy, CURLoption option, long value) {
  return curl_easy_setopt(easy, option, value);
}

/// Copies the text; NULL takes back what was set or built in.
static inline CURLcode cc_set_text(CURL *easy, CURLoption option, const char *text) {
  return curl_easy_setopt(easy, option, text);
}

static inline CURLcode cc_set_list(CURL *easy, CURLoption option, struct curl_slist *list) {
  return curl_easy_setopt(easy, option, list);
}

/// A pointer that libcurl gives back to callbacks, or writes into.
static inline CURLcode cc_set_pointer(CURL *easy, CURLoption option, void *pointer) {
  return curl_easy_setopt(easy, option, pointer);
}

/// Copies the bytes.
static inline CURLcode cc_set_blob(CURL *easy, CURLoption option, const void *bytes, size_t count) {
  struct curl_blob blob = {(void *)bytes, count, CURL_BLOB_COPY};
  return curl_easy_setopt(easy, option, &blob);
}

static inline CURLcode cc_set_body(CURL *easy, const char *bytes, long count) {
  CURLcode code = curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE, count);
  return code == CURLE_OK ? curl_easy_setopt(easy, CURLOPT_COPYPOSTFIELDS, bytes) : code;
}

/// For CURLOPT_WRITEFUNCTION and CURLOPT_HEADERFUNCTION.
static inline CURLcode cc_set_data_callback(CURL *easy, CURLoption option, cc_data_callback callback) {
  return curl_easy_setopt(easy, option, callback);
}

static inline CURLcode cc_set_sent_callback(CURL *easy, curl_prereq_callback callback) {
  return curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, callback);
}

static inline CURLcode cc_set_socket_callbacks(
    CURL *easy, curl_opensocket_callback open, curl_closesocket_callback close) {
  CURLcode code = curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open);
  if (code == CURLE_OK) code = curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, close);
  return code;
}

static inline long cc_long(CURL *easy, CURLINFO info) {
  long value = 0;
  return curl_easy_getinfo(easy, info, &value) == CURLE_OK ? value : 0;
}

/// Microseconds.
static inline curl_off_t cc_time(CURL *easy, CURLINFO info) {
  curl_off_t value = 0;
  return curl_easy_getinfo(easy, info, &value) == CURLE_OK ? value : 0;
}

static inline CURLMcode cc_set_multi_long(CURLM *multi, CURLMoption option, long value) {
  return curl_multi_setopt(multi, option, value);
}

/// The next transfer that ended, and how; NULL when there is none.
static inline CURL *cc_next_ended(CURLM *multi, CURLcode *code) {
  int left = 0;
  CURLMsg *message;
  while ((message = curl_multi_info_read(multi, &left)) != NULL) {
    if (message->msg != CURLMSG_DONE) continue;
    *code = message->data.result;
    return message->easy_handle;
  }
  return NULL;
}

// Casts inside of macros do not import.
static inline size_t cc_write_pause(void) { return CURL_WRITEFUNC_PAUSE; }
static inline curl_socket_t cc_bad_socket(void) { return CURL_SOCKET_BAD; }
static inline int cc_pause_nothing(void) { return CURLPAUSE_CONT; }
static inline CURLcode cc_start_curl(void) { return curl_global_init(CURL_GLOBAL_ALL); }

/// A socket that programs started by this one do not inherit.
curl_socket_t cc_open_socket(const struct curl_sockaddr *address);

/// A socket that connects to a listener of this process, whose descriptor goes to `listener` and whose address replaces
/// the one that libcurl had in mind. (CURL_SOCKOPT_ALREADY_CONNECTED, made for this, is ignored for unix sockets by
/// libcurl 7.88.)
curl_socket_t cc_open_own_socket(struct curl_sockaddr *address, curl_socket_t *listener);

/// Takes the connection that this process made to its own listener; other processes are turned away. -1: not yet.
curl_socket_t cc_accept_own(curl_socket_t listener);

/// Starts a command, looked up in PATH, whose standard input and output are a connection, in a session of its own: without
/// a terminal it can ask nobody for a password, and Ctrl-C does not reach it. No signal is blocked in it, and it inherits
/// no descriptor but its three. `errors` becomes what it writes to standard error. 0, or an errno.
int cc_start_command(char *const arguments[], curl_socket_t connection, int *process, int *errors);
