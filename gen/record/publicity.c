#include "record/publicity.h"

static const char *const phrases[][2] = {
        [CLASS_OPEN] = {"открыто", "open"},
        [CLASS_CONSENT] = {"по согласию: ", "by consent: "},
        [CLASS_RESULT] = {"после завершения программы", "once the programme is completed"},
        [CLASS_CLOSED] = {"не публикуется", "not published"},
        [CLASS_HOLDER] = {"", ""},
        [CLASS_PLAN] = {"если в policy.yaml programmes: full", "if policy.yaml says programmes: full"},
        [CLASS_COMPLETION] = {"со дня завершения", "from the day of completion on"},
        [CLASS_SURVEY] = {"если ответило не меньше min_group", "if min_group or more answered"},
};

/* Rule 7 of publication.md shows the conditions of whoever is named, and nothing else of a consent. */
static const char *const notice[2] = {"на странице условий, если имя открыто",
                                      "on the notice page, if the name is public"};

void publicity_put(Buf *out, FieldId id, Lang lang)
{
	const FieldInfo *f = schema_field(id);
	if (id == F_consent_conditions) {
		buf_str(out, notice[lang]);
		return;
	}
	buf_str(out, phrases[f->class][lang]);
	if (f->class == CLASS_CONSENT) {
		buf_str(out, schema_enum_word(f->category)->title[lang]);
	}
}

static bool is_letter(Slice s, size_t at)
{
	return at < s.n && s.p[at] >= 'a' && s.p[at] <= 'z';
}

static bool names(Slice help, Slice word)
{
	size_t at = slice_find(help, word, 0);
	while (at < help.n && ((at && is_letter(help, at - 1)) || is_letter(help, at + word.n))) {
		at = slice_find(help, word, at + 1);
	}
	return at < help.n;
}

static bool names_all(Slice help, EnumRow first, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (!names(help, schema_enum_word((EnumRow)(first + i))->id)) {
			return false;
		}
	}
	return true;
}

/* "active — действует, ended — завершено. " */
static void put_words(Buf *out, const FieldInfo *f, Lang lang)
{
	size_t n;
	EnumRow first = schema_enum((EnumId)f->of, &n);
	bool named = names_all(slice_of(f->help[lang]), first, n);
	for (size_t i = 0; !named && i < n; i++) {
		const EnumWord *word = schema_enum_word((EnumRow)(first + i));
		buf_add(out, word->id);
		buf_str(out, " — ");
		buf_str(out, word->title[lang]);
		buf_str(out, i + 1 < n ? ", " : ". ");
	}
}

static bool says_closed(Slice help)
{
	static const char *const ends[] = {"не публикуется", "не публикуются", "не публикуется никогда", "published"};
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		if (slice_ends(help, slice_of(ends[i]))) {
			return true;
		}
	}
	return false;
}

void publicity_help(Buf *out, FieldId id, Lang lang)
{
	const FieldInfo *f = schema_field(id);
	Slice help = slice_of(f->help[lang]);
	if (f->type == TYPE_ENUM) {
		put_words(out, f, lang);
	}
	buf_add(out, help);
	if (f->class == CLASS_CLOSED && id != F_consent_conditions && !says_closed(help)) {
		buf_str(out, "; ");
		buf_str(out, phrases[CLASS_CLOSED][lang]);
	}
}

void publicity_add(Buf *help, FieldId id, Lang lang)
{
	Buf seen = BUF_INIT;
	publicity_put(&seen, id, lang);
	bool said = slice_find(buf_slice(help), buf_slice(&seen), 0) < help->n || says_closed(buf_slice(help));
	if (schema_field(id)->class != CLASS_OPEN && seen.n && !said) {
		buf_str(help, " · ");
		buf_add(help, buf_slice(&seen));
	}
	buf_release(&seen);
}
