// The floor that the screen is measured against: shows recorded frames with ncurses, cell by cell, and does nothing
// else. No model, no layout, no files after the start. Any key shows the next frame; q ends.
//
//   cc -O2 -o bare Benchmarks/bare.c -lncursesw && ./bare FRAMES
//
// FRAMES, as `benchmarks terminal keys` writes it: 32-bit words; columns, rows, frames, then for each cell of each frame
// its character (0: the right half of a wide one), a mark on it (0: none) and its style as TerminalCanvas packs it: 9
// bits foreground and 9 bits background (palette index + 1), then bold, dim, underline, reverse.
#define _XOPEN_SOURCE_EXTENDED 1
#define _GNU_SOURCE
#include <curses.h>
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct cell {
  uint32_t character, mark, style;
};

static short pair_of[1 << 18];
static int pairs;

// Pairs are made before the first key: what is measured is drawing.
static short pair(uint32_t style) {
  uint32_t colors = style & 0x3FFFF;
  if (colors != 0 && pair_of[colors] == 0) {
    int foreground = (int)(colors & 0x1FF) - 1, background = (int)(colors >> 9) - 1;
    init_extended_pair(++pairs, foreground, background);
    pair_of[colors] = (short)pairs;
  }
  return colors == 0 ? 0 : pair_of[colors];
}

static attr_t attributes(uint32_t style) {
  uint32_t bits = style >> 18;
  return (bits & 1 ? A_BOLD : 0) | (bits & 2 ? A_DIM : 0) | (bits & 4 ? A_UNDERLINE : 0)
      | (bits & 8 ? A_REVERSE : 0);
}

static void draw(const struct cell *cells, int columns, int rows) {
  erase();
  for (int row = 0; row < rows; row++) {
    for (int column = 0; column < columns; column++) {
      const struct cell *cell = &cells[row * columns + column];
      if (cell->character == 0) continue;
      wchar_t text[3] = {(wchar_t)cell->character, (wchar_t)cell->mark, 0};
      cchar_t shown;
      setcchar(&shown, text, attributes(cell->style), pair(cell->style), NULL);
      mvadd_wch(row, column, &shown);
    }
  }
  refresh();
}

static struct cell *load(const char *path, int32_t *columns, int32_t *rows, int32_t *count) {
  FILE *file = fopen(path, "rb");
  int32_t head[3];
  if (file == NULL || fread(head, sizeof head, 1, file) != 1) return NULL;
  *columns = head[0], *rows = head[1], *count = head[2];
  size_t size = (size_t)head[0] * (size_t)head[1] * (size_t)head[2];
  struct cell *cells = calloc(size + 1, sizeof *cells);
  if (cells != NULL && fread(cells, sizeof *cells, size, file) != size) return NULL;
  fclose(file);
  return cells;
}

int main(int argc, char **argv) {
  int32_t columns, rows, count;
  struct cell *cells = argc == 2 ? load(argv[1], &columns, &rows, &count) : NULL;
  if (cells == NULL || count < 1) {
    fputs("usage: bare FRAMES\n", stderr);
    return 2;
  }
  setlocale(LC_ALL, "");
  if (initscr() == NULL) return 2;
  cbreak();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  leaveok(stdscr, TRUE);
  typeahead(-1);
  curs_set(0);
  start_color();
  use_default_colors();
  size_t size = (size_t)columns * (size_t)rows;
  for (size_t cell = 0; cell < size * (size_t)count; cell++) pair(cells[cell].style);
  for (int32_t frame = 0;; frame = (frame + 1) % count) {
    draw(cells + size * (size_t)frame, columns, rows);
    int key = getch();
    if (key == 'q' || key == ERR) break;
  }
  endwin();
  return 0;
}
