// ncurses for Swift: what Swift cannot import (macros, globals, variadic functions) as functions, and the few pieces
// that must be C because they run in signal handlers. NcursesTerminal is the only importer.
#pragma once

// No _GNU_SOURCE here: it changes members of glibc's structures (fd_set), and Swift's own Glibc module is made without,
// so that a clean build fails where both meet. The manifest gives it to CNcurses.c alone.
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1

#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

// Attributes and mouse buttons: casts inside of macros do not import.
static inline attr_t cn_attribute_bold(void) { return A_BOLD; }
static inline attr_t cn_attribute_dim(void) { return A_DIM; }
static inline attr_t cn_attribute_underline(void) { return A_UNDERLINE; }
static inline attr_t cn_attribute_reverse(void) { return A_REVERSE; }
static inline mmask_t cn_mouse_button1_pressed(void) { return BUTTON1_PRESSED; }
static inline mmask_t cn_mouse_button3_pressed(void) { return BUTTON3_PRESSED; }
static inline mmask_t cn_mouse_button3_released(void) { return BUTTON3_RELEASED; }
static inline mmask_t cn_mouse_wheel_up(void) { return BUTTON4_PRESSED; }
static inline mmask_t cn_mouse_wheel_down(void) { return BUTTON5_PRESSED; }

// Globals: Swift's language mode 6 refuses to read them.
static inline WINDOW *cn_stdscr(void) { return stdscr; }
static inline WINDOW *cn_curscr(void) { return curscr; }
static inline int cn_lines(void) { return LINES; }
static inline int cn_columns(void) { return COLS; }
static inline int cn_colors(void) { return COLORS; }
static inline int cn_color_pairs(void) { return COLOR_PAIRS; }
static inline int cn_key_function(int number) { return KEY_F(number); }

/// Reads the operator's locale; 1 when its characters are UTF-8.
static inline int cn_use_locale(void) {
  setlocale(LC_CTYPE, "");
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/// `newterm` on file descriptors, which are duplicated, so that the caller's streams stay out of it. NULL when terminfo
/// knows no such terminal.
SCREEN *cn_newterm(const char *term, int output, int input);

/// A string of terminfo, or NULL. (In CNcurses.c, because term.h defines words like `columns` as macros.)
const char *cn_terminfo(const char *name);

/// The columns that ncurses will give this character; -1 when the C library calls it unprintable.
int cn_width(wchar_t character);

/// Fills a cell with a base character and up to two combining marks (0 is none).
static inline void cn_cell(
    cchar_t *cell, wchar_t base, wchar_t mark, wchar_t mark2, attr_t attributes, int pair) {
  wchar_t text[4] = {base, mark, mark2, 0};
  setcchar(cell, text, attributes, (short)(pair < 32767 ? pair : 32767), &pair);
}

/// The size that the kernel knows for a terminal; 0 when it knows none.
static inline int cn_kernel_size(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return 0;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 1;
}

/// Makes Ctrl-S and Ctrl-Q keys: as flow control, one slip of a finger freezes the screen, and Ctrl-C with it.
void cn_release_flow_control(int terminal);

/// Bytes that can be read without waiting. A terminal that is "readable" with none is gone.
static inline int cn_readable_bytes(int descriptor) {
  int count = 0;
  return ioctl(descriptor, FIONREAD, &count) == 0 ? count : 0;
}

static inline int cn_eventfd(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

/// A file without a name, to hold what is written to stderr while a screen is shown.
int cn_memory_file(void);

// Signals (CNcurses.c).

/// Starts to report signals through a pipe and returns the end to read from: one byte for each signal, its number.
int cn_signals_open(void);
/// Reports this signal through the pipe. One that the parent chose to ignore stays ignored when `keep_ignored`.
void cn_signals_report(int signal, int keep_ignored);
/// The loop has read the pipe. Three requests to end (SIGINT, SIGTERM) without this end the program at once.
void cn_signals_heard(void);
/// Gives this signal its default action again, if it was reported.
void cn_signals_default(int signal);
/// Ignores this signal.
void cn_signals_ignore(int signal);

// Crashes (CNcurses.c).

/// Remembers the modes of a terminal as they are before ncurses changes them; 0 when it has none.
int cn_crash_save_modes(int terminal);
/// From now on a crash first writes `restore` to the terminal and puts back its saved modes, then writes what
/// `captured` holds to `standard_error` (both -1 when stderr was not captured) and `notice`, then dies as it would have.
void cn_crash_arm(
    int terminal, const char *restore, size_t restore_length, const char *notice, int captured,
    int standard_error);
/// The terminal is as it was found: crashes and exits need not restore anything.
void cn_crash_disarm(void);
