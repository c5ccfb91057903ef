// Sockets and commands, see the header.
#define _GNU_SOURCE
#include "CCurl.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

extern char **environ;

curl_socket_t cc_open_socket(const struct curl_sockaddr *address) {
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

curl_socket_t cc_open_own_socket(struct curl_sockaddr *address, curl_socket_t *listener) {
  struct sockaddr_un own = {.sun_family = AF_UNIX};
  socklen_t length = sizeof own;
  int kind = SOCK_STREAM | SOCK_CLOEXEC;
  *listener = socket(AF_UNIX, kind | SOCK_NONBLOCK, 0);
  if (*listener < 0) return CURL_SOCKET_BAD;
  // A bind to no name gets one from the system, in no folder, that ends with the socket.
  if (bind(*listener, (struct sockaddr *)&own, sizeof own.sun_family) == 0 && listen(*listener, 8) == 0 &&
      getsockname(*listener, (struct sockaddr *)&own, &length) == 0) {
    // libcurl's room is that of any address.
    memcpy(&address->addr, &own, length);
    address->addrlen = length;
    curl_socket_t opened = socket(AF_UNIX, kind, 0);
    if (opened >= 0) return opened;
  }
  close(*listener);
  *listener = -1;
  return CURL_SOCKET_BAD;
}

curl_socket_t cc_accept_own(curl_socket_t listener) {
  for (;;) {
    curl_socket_t connection = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
    if (connection < 0) return -1;
    struct ucred peer = {0};
    socklen_t length = sizeof peer;
    if (getsockopt(connection, SOL_SOCKET, SO_PEERCRED, &peer, &length) == 0 && peer.pid == getpid()) return connection;
    close(connection);
  }
}

static int spawn_connected(char *const arguments[], pid_t *process, int connection, int errors) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t none;
  sigemptyset(&none);
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_adddup2(&actions, connection, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, connection, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO);
  posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK);
  int result = posix_spawnp(process, arguments[0], &actions, &attributes, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return result;
}

int cc_start_command(char *const arguments[], curl_socket_t connection, int *process, int *errors) {
  int words[2];
  if (pipe2(words, O_CLOEXEC) != 0) return errno;
  fcntl(words[0], F_SETFL, O_NONBLOCK);
  int result = spawn_connected(arguments, process, connection, words[1]);
  close(words[1]);
  if (result == 0) {
    *errors = words[0];
  } else {
    close(words[0]);
  }
  return result;
}
