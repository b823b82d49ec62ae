#include "record/wording.h"

#include <stdio.h>

#include "base/locale.h"

static bool is_dash(uint32_t c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* Blanks and dashes wait until a letter shows that they stand inside. */
typedef struct Gap {
	bool blank, dash;
} Gap;

static void put_gap(Buf *out, Gap *gap)
{
	if (out->n && (gap->dash || gap->blank)) {
		buf_byte(out, gap->dash ? '-' : ' ');
	}
	*gap = (Gap){false, false};
}

Slice wording_key(Arena *a, Slice text)
{
	Buf folded = BUF_INIT;
	Buf out = BUF_INIT;
	Gap gap = {false, false};
	text_fold(&folded, text);
	Slice s = buf_slice(&folded);
	for (size_t at = 0; at < s.n;) {
		uint32_t c = utf8_next(s, &at);
		gap.blank |= char_is_space(c);
		gap.dash |= is_dash(c);
		if (!char_is_space(c) && !is_dash(c) && c != '*') {
			put_gap(&out, &gap);
			buf_char(&out, c == 0x451 ? 0x435 : c); /* ё as е */
		}
	}
	Slice key = arena_dup(a, buf_slice(&out));
	buf_release(&folded);
	buf_release(&out);
	return key;
}

bool wording_date(Date *out, Slice text)
{
	char iso[16];
	unsigned parts[3];
	Slice rest = text;
	Slice part;
	for (int i = 0; i < 3; i++) {
		size_t most = i == 2 ? 4 : 2;
		if (!slice_split(&rest, '.', &part) || part.n > most || !slice_uint(part, &parts[i])) {
			return date_parse(out, text);
		}
	}
	snprintf(iso, sizeof iso, "%04u-%02u-%02u", parts[2], parts[1], parts[0]);
	return rest.n == 0 && !slice_ends(text, SL(".")) && date_parse(out, slice_of(iso));
}

bool wording_flag(bool *out, Slice text)
{
	static const char *const words[2][3] = {{"нет", "false", "ложь"}, {"да", "true", "истина"}};
	Arena scratch = ARENA_INIT;
	Slice key = wording_key(&scratch, text);
	bool known = false;
	for (int value = 0; value < 2; value++) {
		for (int i = 0; i < 3; i++) {
			if (slice_is(key, words[value][i])) {
				*out = value == 1;
				known = true;
			}
		}
	}
	arena_release(&scratch);
	return known;
}

/* Is the text, whose key is given, another way to write this one? */
static bool means(Arena *a, Slice key, const char *word)
{
	return slice_eq(key, wording_key(a, slice_of(word)));
}

EnumRow wording_enum(EnumId list, Slice text)
{
	static const struct {
		EnumRow row;
		const char *word;
	} short_names[] = {
	        {ER_category_name, "имя"},
	        {ER_category_name, "ФИО"},
	        {ER_category_short_name, "инициалы"},
	        {ER_category_position, "должность"},
	        {ER_category_role, "роль"},
	        {ER_category_role, "участие"},
	        {ER_category_photo, "фото"},
	        {ER_category_contacts, "контакты"},
	        {ER_signer_self, "сам"},
	        {ER_signer_self, "сама"},
	        {ER_signer_representative, "представитель"},
	        {ER_ground_plan, "план"},
	        {ER_ground_agreement, "соглашение"},
	        {ER_ground_curator, "куратор"},
	};
	Arena scratch = ARENA_INIT;
	Slice key = wording_key(&scratch, text);
	size_t n;
	EnumRow first = schema_enum(list, &n);
	EnumRow found = ENUM_ROWS;
	for (size_t i = 0; i < n && found == ENUM_ROWS; i++) {
		const EnumWord *w = schema_enum_word(first + (EnumRow)i);
		bool same = slice_eq(key, w->id) || means(&scratch, key, w->title[LANG_RU]) ||
		            means(&scratch, key, w->title[LANG_EN]);
		found = same ? first + (EnumRow)i : found;
	}
	for (size_t i = 0; i < sizeof short_names / sizeof *short_names && found == ENUM_ROWS; i++) {
		bool same =
		        schema_enum_word(short_names[i].row)->of == list && means(&scratch, key, short_names[i].word);
		found = same ? short_names[i].row : found;
	}
	arena_release(&scratch);
	return found;
}

FieldId wording_field(Owner owner, Slice text)
{
	static const struct {
		FieldId field;
		const char *word;
	} short_names[] = {
	        {F_person_consents, "согласие"},
	        {F_consent_id, "номер"},
	        {F_consent_by, "кто"},
	        {F_consent_until, "до"},
	        {F_consent_covers, "категории"},
	        {F_consent_pages, "страницы"},
	        {F_consent_conditions, "условия"},
	        {F_order_number, "№"},
	        {F_agreement_number, "№"},
	        {F_mentor_achievements, "достижение"},
	        {F_mentor_publications, "публикация"},
	        {F_programme_replacements, "замена"},
	};
	Arena scratch = ARENA_INIT;
	Slice key = wording_key(&scratch, text);
	size_t n;
	const FieldId *ids = schema_fields(owner, &n);
	FieldId found = FIELD_COUNT;
	for (size_t i = 0; i < n && found == FIELD_COUNT; i++) {
		const FieldInfo *f = schema_field(ids[i]);
		bool same = slice_eq(key, f->name) || means(&scratch, key, f->title[LANG_RU]) ||
		            means(&scratch, key, f->title[LANG_EN]);
		found = same ? ids[i] : found;
	}
	for (size_t i = 0; i < sizeof short_names / sizeof *short_names && found == FIELD_COUNT; i++) {
		bool same =
		        schema_field(short_names[i].field)->owner == owner && means(&scratch, key, short_names[i].word);
		found = same ? short_names[i].field : found;
	}
	arena_release(&scratch);
	return found;
}
