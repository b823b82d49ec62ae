#include "reach.h"

void reach_put(Reach *out, Slice prefix)
{
	if (out->n < REACH_MOST) {
		out->prefixes[out->n++] = prefix;
	}
}

bool reach_add(Reach *out, const Oracle *o, const Node *person, const char *category)
{
	if (is_silenced(o, person)) {
		return true;
	}
	if (agrees_by_law(o, person, category)) {
		return false;
	}
	const Node *consents = get(person, "consents");
	for (const Node *c = consents ? consents->first : NULL; c; c = c->next) {
		if (!lists(get(c, "covers"), slice_of(category)) || !is_in_force(o, person, c)) {
			continue;
		}
		const Node *pages = get(c, "pages");
		for (const Node *n = pages ? pages->first : NULL; n && out->n < REACH_MOST; n = n->next) {
			reach_put(out, path_of_node(n));
		}
		if (!pages || out->n == REACH_MOST) {
			return false;
		}
	}
	return true;
}

/* Files whose entries are of many pages, and may differ in those of the pages. */
static bool is_index(Slice file)
{
	return slice_is(file, "data/rubric.json") || slice_is(file, "sitemap.xml") ||
	       (slice_starts(file, SL("search/")) && !slice_ends(file, SL(".html"))) ||
	       slice_ends(file, SL("atom.xml"));
}

static Slice without_end(Slice text, char end)
{
	while (text.n && text.p[text.n - 1] != end) {
		text.n--;
	}
	return text;
}

/* The page that a file is of: "mentors/" of "mentors/index.html", of "fragments/mentors.html", and of the table
 * "data/mentors.csv", each of whose rows is of a page below it. */
static void put_page(Buf *out, Slice file)
{
	if (!slice_starts(file, SL("fragments/")) && !slice_starts(file, SL("data/"))) {
		buf_add(out, without_end(file, '/'));
		return;
	}
	size_t skip = slice_find_byte(file, '/', 0) + 1;
	Slice stem = without_end(slice_sub(file, skip, file.n), '.');
	buf_add(out, slice_sub(stem, 0, stem.n - (stem.n > 0)));
	buf_byte(out, '/');
}

static bool begins(Slice prefix, Slice page, bool table)
{
	return slice_starts(page, prefix) || (table && slice_starts(prefix, page));
}

bool reach_covers(const Reach *reach, Slice file)
{
	Buf page = BUF_INIT;
	bool covers = is_index(file);
	put_page(&page, file);
	for (size_t i = 0; i < reach->n && !covers; i++) {
		covers = begins(reach->prefixes[i], buf_slice(&page), slice_starts(file, SL("data/")));
	}
	buf_release(&page);
	return covers;
}
