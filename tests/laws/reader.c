/*
 * reader.c - the public's eyes, for the tests of the rules and laws.
 *
 *	reader sees FILE TEXT		is the text on this page, as a reader sees it?
 *	reader nowhere FOLDER TEXT...	is none of the texts in any file below the folder?
 *
 * `sees` drops the tags and reads the words between. `nowhere` is an
 * attacker's view: every byte of every file and the names of files, packed
 * files opened, escapes undone, tags looked into, capital and small letters
 * alike. Exit status 0 for yes; 1 for no, with the files that differ from it.
 */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/locale.h"
#include "base/unpack.h"
#include "base/vec.h"
#include "output/decode.h"

enum { FILE_MOST = 256 << 20 };

typedef struct Search {
	VEC(Slice) needles; /* folded */
	size_t above;       /* length of the path that every file has before it */
	Slice path;         /* of the file at hand, below that */
	size_t files, found;
} Search;

/* Blanks of any kind, and runs of them, as one space; letters as they are or folded. */
static void put_plain(Buf *out, Slice s, bool fold)
{
	Buf words = BUF_INIT;
	bool blank = false;
	for (size_t i = 0; i < s.n; i++) {
		bool wide = i + 1 < s.n && (unsigned char)s.p[i] == 0xC2 && (unsigned char)s.p[i + 1] == 0xA0;
		i += wide;
		bool now = wide || s.p[i] == ' ' || s.p[i] == '\n' || s.p[i] == '\t' || s.p[i] == '\r';
		if (now && !blank) {
			buf_byte(&words, ' ');
		} else if (!now) {
			buf_byte(&words, s.p[i]);
		}
		blank = now;
	}
	if (fold && decode_is_text(buf_slice(&words))) {
		text_fold(out, buf_slice(&words));
	} else {
		buf_add(out, buf_slice(&words));
	}
	buf_release(&words);
}

static bool holds(Slice hay, Slice needle)
{
	return needle.n && hay.n >= needle.n && memmem(hay.p, hay.n, needle.p, needle.n);
}

static void look(Search *s, Slice bytes)
{
	Buf plain = BUF_INIT;
	put_plain(&plain, bytes, true);
	for (size_t i = 0; i < s->needles.n; i++) {
		if (holds(buf_slice(&plain), s->needles.items[i])) {
			printf("%.*s: %.*s\n", SLICE_ARG(s->path), SLICE_ARG(s->needles.items[i]));
			s->found++;
		}
	}
	buf_release(&plain);
}

/* As they lie, and with the escapes of markup, addresses and data undone. */
static void look_deep(void *ctx, Slice inner, Slice bytes)
{
	View text, tags;
	const View whole = {.source = NULL};
	view_init(&text);
	view_init(&tags);
	look(ctx, inner);
	look(ctx, bytes);
	decode_text(&text, &tags, bytes, &whole);
	look(ctx, buf_slice(&text.text));
	look(ctx, buf_slice(&tags.text));
	view_release(&text);
	view_release(&tags);
}

static bool look_file(Search *s, Slice path)
{
	Buf bytes = BUF_INIT;
	bool readable = file_read(&bytes, AT_FDCWD, path.p, FILE_MOST) == 0;
	s->path = slice_sub(path, s->above, path.n);
	s->files++;
	look(s, s->path);
	look_deep(s, SL(""), buf_slice(&bytes));
	readable = readable && unpack(path, buf_slice(&bytes), look_deep, s);
	if (!readable) {
		printf("%.*s cannot be opened\n", SLICE_ARG(path));
	}
	buf_release(&bytes);
	return readable;
}

static bool look_folder(Search *s, Arena *a, Slice path)
{
	DirEntry *entries;
	size_t n;
	bool readable = file_list(a, &entries, &n, AT_FDCWD, path.p) == 0;
	for (size_t i = 0; readable && i < n; i++) {
		Slice below = arena_printf(a, "%.*s/%.*s", SLICE_ARG(path), SLICE_ARG(entries[i].name));
		readable = entries[i].type == ENTRY_DIR ? look_folder(s, a, below) : look_file(s, below);
	}
	return readable;
}

static void add_needle(Search *s, Arena *a, const char *text)
{
	Buf plain = BUF_INIT;
	put_plain(&plain, slice_of(text), true);
	vec_push(&s->needles, arena_dup(a, buf_slice(&plain)));
	buf_release(&plain);
}

static bool nowhere(const char *folder, char *const *texts, size_t n)
{
	Arena a = ARENA_INIT;
	Search s = {.above = strlen(folder)};
	for (size_t i = 0; i < n; i++) {
		add_needle(&s, &a, texts[i]);
	}
	bool readable = look_folder(&s, &a, arena_dup(&a, slice_of(folder)));
	bool clean = readable && n > 0 && s.files > 0 && s.found == 0;
	vec_release(&s.needles);
	arena_release(&a);
	return clean;
}

static bool sees(const char *file, const char *text)
{
	View words, tags;
	Buf bytes = BUF_INIT;
	Buf plain = BUF_INIT;
	const View whole = {.source = NULL};
	view_init(&words);
	view_init(&tags);
	bool found = false;
	if (file_read(&bytes, AT_FDCWD, file, FILE_MOST) == 0) {
		decode_text(&words, &tags, buf_slice(&bytes), &whole);
		put_plain(&plain, buf_slice(&words.text), false);
		found = holds(buf_slice(&plain), slice_of(text));
	}
	view_release(&words);
	view_release(&tags);
	buf_release(&bytes);
	buf_release(&plain);
	return found;
}

int main(int argc, char **argv)
{
	if (argc == 4 && !strcmp(argv[1], "sees")) {
		return !sees(argv[2], argv[3]);
	}
	if (argc > 3 && !strcmp(argv[1], "nowhere")) {
		return !nowhere(argv[2], argv + 3, (size_t)argc - 3);
	}
	fputs("usage: reader sees FILE TEXT | reader nowhere FOLDER TEXT...\n", stderr);
	return 2;
}
