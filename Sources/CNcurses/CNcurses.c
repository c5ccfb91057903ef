// What runs in signal handlers: only async-signal-safe calls, static storage.
#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <term.h>

int cn_width(wchar_t character) { return wcwidth(character); }

int cn_memory_file(void) { return memfd_create("gmsa-tui-stderr", MFD_CLOEXEC); }

const char *cn_terminfo(const char *name) {
  char *value = tigetstr(name);
  return value == (char *)-1 ? NULL : value;  // -1 is the answer for a name that is no string of terminfo
}

SCREEN *cn_newterm(const char *term, int output, int input) {
  int out_copy = fcntl(output, F_DUPFD_CLOEXEC, 3);
  int in_copy = fcntl(input, F_DUPFD_CLOEXEC, 3);
  FILE *out = out_copy < 0 ? NULL : fdopen(out_copy, "w");
  FILE *in = in_copy < 0 ? NULL : fdopen(in_copy, "r");
  SCREEN *screen = out && in ? newterm(term, out, in) : NULL;
  if (screen) return screen;
  if (out) fclose(out); else if (out_copy >= 0) close(out_copy);
  if (in) fclose(in); else if (in_copy >= 0) close(in_copy);
  return NULL;
}

void cn_release_flow_control(int terminal) {
  struct termios modes;
  if (tcgetattr(terminal, &modes) != 0) return;
  modes.c_iflag &= ~(tcflag_t)IXON;
  tcsetattr(terminal, TCSADRAIN, &modes);
  def_prog_mode();
}

// Signals: the handler leaves a byte in a pipe, the loop that polls the pipe does the work.

static int signal_pipe[2] = {-1, -1};
static volatile sig_atomic_t unheard_requests;

static void restore_terminal(void);
static volatile sig_atomic_t is_armed;

static void report_signal(int signal) {
  int saved = errno;
  // The loop may hang in a write to a stuck terminal: whoever asks a third time is heard here.
  if ((signal == SIGINT || signal == SIGTERM) && is_armed && ++unheard_requests > 2) {
    restore_terminal();
    _exit(128 + signal);
  }
  unsigned char byte = (unsigned char)signal;
  // A full pipe already holds signals enough to wake the loop.
  ssize_t ignored = write(signal_pipe[1], &byte, 1);
  (void)ignored;
  errno = saved;
}

int cn_signals_open(void) {
  if (signal_pipe[0] < 0 && pipe2(signal_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  return signal_pipe[0];
}

void cn_signals_heard(void) { unheard_requests = 0; }

static void set_action(int signal, void (*handler)(int)) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, NULL);
}

void cn_signals_report(int signal, int keep_ignored) {
  struct sigaction current;
  if (keep_ignored && sigaction(signal, NULL, &current) == 0 && current.sa_handler == SIG_IGN) return;
  set_action(signal, report_signal);
}

void cn_signals_default(int signal) {
  struct sigaction current;
  if (sigaction(signal, NULL, &current) == 0 && current.sa_handler == report_signal)
    set_action(signal, SIG_DFL);
}

void cn_signals_ignore(int signal) { set_action(signal, SIG_IGN); }

// Crashes.

static const int crash_signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGQUIT};
enum { crash_signal_count = sizeof crash_signals / sizeof crash_signals[0] };

static struct sigaction earlier_actions[crash_signal_count];
static struct termios saved_modes;
static char restore_bytes[512], notice_text[1024];
static size_t restore_count;
static int crash_terminal = -1, captured_file = -1, real_standard_error = -1;
static char crash_stack[64 * 1024];

static void write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

int cn_crash_save_modes(int terminal) { return tcgetattr(terminal, &saved_modes) == 0; }

static void restore_terminal(void) {
  if (!is_armed) return;
  is_armed = 0;
  write_all(crash_terminal, restore_bytes, restore_count);
  tcsetattr(crash_terminal, TCSANOW, &saved_modes);
}

static void replay_standard_error(void) {
  char buffer[4096];
  ssize_t count;
  if (captured_file < 0) return;
  if (real_standard_error >= 0) dup2(real_standard_error, STDERR_FILENO);
  off_t start = lseek(captured_file, 0, SEEK_END) - 64 * 1024;
  lseek(captured_file, start > 0 ? start : 0, SEEK_SET);
  while ((count = read(captured_file, buffer, sizeof buffer)) > 0)
    write_all(STDERR_FILENO, buffer, (size_t)count);
}

static void crash(int signal, siginfo_t *info, void *context) {
  int saved = errno;
  (void)context;
  if (is_armed) {
    restore_terminal();
    replay_standard_error();
    write_all(STDERR_FILENO, notice_text, strlen(notice_text));
  }
  for (int index = 0; index < crash_signal_count; index++) {
    if (crash_signals[index] == signal) sigaction(signal, &earlier_actions[index], NULL);
  }
  // A fault happens again when the handler returns; a signal that was sent has to be sent again.
  if (info == NULL || info->si_code <= 0 || signal == SIGQUIT || signal == SIGABRT) raise(signal);
  errno = saved;
}

static void install_crash_handlers(void) {
  stack_t stack;
  if (sigaltstack(NULL, &stack) == 0 && (stack.ss_flags & SS_DISABLE)) {
    memset(&stack, 0, sizeof stack);
    stack.ss_sp = crash_stack;
    stack.ss_size = sizeof crash_stack;
    sigaltstack(&stack, NULL);
  }
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = crash;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigfillset(&action.sa_mask);
  // Swift's own handler stops at an interactive prompt for half a minute: only who asked for it gets it.
  int keeps_backtracer = getenv("SWIFT_BACKTRACE") != NULL;
  for (int index = 0; index < crash_signal_count; index++) {
    sigaction(crash_signals[index], &action, &earlier_actions[index]);
    if (keeps_backtracer) continue;
    memset(&earlier_actions[index], 0, sizeof earlier_actions[index]);
    earlier_actions[index].sa_handler = SIG_DFL;
  }
}

void cn_crash_arm(
    int terminal, const char *restore, size_t restore_length, const char *notice, int captured,
    int standard_error) {
  static int is_installed;
  is_armed = 0;
  if (restore_length > sizeof restore_bytes) restore_length = sizeof restore_bytes;
  memcpy(restore_bytes, restore, restore_length);
  restore_count = restore_length;
  notice_text[0] = 0;
  strncat(notice_text, notice, sizeof notice_text - 1);
  captured_file = captured;
  real_standard_error = standard_error;
  crash_terminal = terminal;
  is_armed = 1;
  if (is_installed) return;
  is_installed = 1;
  install_crash_handlers();
  atexit(restore_terminal);  // an exit() in some library must not leave the screen behind either
}

void cn_crash_disarm(void) { is_armed = 0; }
