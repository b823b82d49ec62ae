#include "output/withheld.h"

#include "base/mem.h"
#include "record/text.h"

/* --- consents: rules 1, 2, 4 --- */

static bool is_minor(const Withheld *w, const Record *person)
{
	Date until = rec_date(&person->rec, F_person_minor_until);
	return until != DATE_NONE && w->today < until;
}

/* Rule 11 of any kind that has the three fields. */
static bool is_absent(const Withheld *w, const Record *r)
{
	FieldId draft = schema_find(r->kind, SL("draft"));
	if (draft == FIELD_COUNT) {
		return false;
	}
	Date from = rec_date(&r->rec, schema_find(r->kind, SL("publish_from")));
	Date until = rec_date(&r->rec, schema_find(r->kind, SL("publish_until")));
	bool early = from != DATE_NONE && w->today < from;
	bool late = until != DATE_NONE && until < w->today;
	return rec_flag(&r->rec, draft) || early || late;
}

static bool holds_now(const Withheld *w, const Record *person, const Rec *consent)
{
	Date until = rec_date(consent, F_consent_until);
	Date withdrawn = rec_date(consent, F_consent_withdrawn);
	bool by_parent = rec_choice(consent, F_consent_by, ER_signer_self) == ER_signer_representative;
	if (rec_date(consent, F_consent_signed) > w->today || (until != DATE_NONE && until < w->today)) {
		return false;
	}
	return (withdrawn == DATE_NONE || withdrawn > w->today) && (by_parent || !is_minor(w, person));
}

static unsigned covered(const Rec *consent)
{
	size_t n;
	const Val *items = rec_list(consent, F_consent_covers, &n);
	unsigned bits = 0;
	for (size_t i = 0; i < n; i++) {
		bits |= policy_bit(items[i].as.choice);
	}
	return bits;
}

/* Is all that concerns the person withheld, whatever was signed? */
static bool is_closed(const Withheld *w, const Record *person)
{
	return is_absent(w, person) || (is_minor(w, person) && w->corpus->policy.minors != MINORS_CONSENT);
}

static unsigned agreed_by_law(const Withheld *w, const Record *person)
{
	unsigned never =
	        policy_bit(ER_category_photo) | policy_bit(ER_category_contacts) | policy_bit(ER_category_role);
	return rec_flag(&person->rec, F_person_staff) ? w->corpus->policy.staff_by_law & ~never : 0;
}

static void judge_person(Withheld *w, const Record *person)
{
	size_t n;
	const Val *consents = rec_list(&person->rec, F_person_consents, &n);
	unsigned all = agreed_by_law(w, person);
	unsigned some = all;
	if (is_closed(w, person)) {
		return;
	}
	for (size_t i = 0; i < n; i++) {
		size_t pages;
		const Rec *consent = consents[i].as.map;
		rec_list(consent, F_consent_pages, &pages);
		unsigned bits = holds_now(w, person, consent) ? covered(consent) : 0;
		some |= bits;
		all |= pages ? 0 : bits;
	}
	w->somewhere[person->index] = some;
	w->everywhere[person->index] = all;
}

static bool names_page(const Rec *consent, Slice page)
{
	size_t n;
	const Val *pages = rec_list(consent, F_consent_pages, &n);
	for (size_t i = 0; i < n; i++) {
		if (slice_starts(page, pages[i].as.text)) {
			return true;
		}
	}
	return n == 0;
}

bool withheld_agrees(const Withheld *w, const Record *person, EnumRow category, Slice page)
{
	unsigned bit = policy_bit(category);
	if (!(w->somewhere[person->index] & ~w->everywhere[person->index] & bit)) {
		return w->everywhere[person->index] & bit;
	}
	size_t n;
	const Val *consents = rec_list(&person->rec, F_person_consents, &n);
	for (size_t i = 0; i < n; i++) {
		const Rec *consent = consents[i].as.map;
		if (covered(consent) & bit && holds_now(w, person, consent) && names_page(consent, page)) {
			return true;
		}
	}
	return false;
}

bool withheld_agrees_somewhere(const Withheld *w, const Record *person, EnumRow category)
{
	return w->somewhere[person->index] & policy_bit(category);
}

static Naming naming_of(bool full, bool brief)
{
	return full ? NAMED_FULLY : brief ? NAMED_BRIEFLY : NAMED_NOT;
}

static Naming naming_by(unsigned bits)
{
	return naming_of(bits & policy_bit(ER_category_name), bits & policy_bit(ER_category_short_name));
}

Naming withheld_naming(const Withheld *w, const Record *person, Slice page)
{
	return naming_of(withheld_agrees(w, person, ER_category_name, page),
	                 withheld_agrees(w, person, ER_category_short_name, page));
}

Naming withheld_naming_somewhere(const Withheld *w, const Record *person)
{
	return naming_by(w->somewhere[person->index]);
}

Naming withheld_naming_everywhere(const Withheld *w, const Record *person)
{
	return naming_by(w->everywhere[person->index]);
}

/* --- records: rules 3, 6, 8, 9, 11 --- */

static bool is_completed(const Withheld *w, const Record *programme)
{
	const Rec *completion = rec_map(&programme->rec, F_programme_completion);
	return completion && rec_date(completion, F_completion_date) <= w->today;
}

static bool is_released(const Withheld *w, const Record *programme)
{
	if (is_absent(w, programme) || !is_completed(w, programme)) {
		return false;
	}
	const Rec *completion = rec_map(&programme->rec, F_programme_completion);
	EnumRow ground = rec_choice(completion, F_completion_ground, ER_ground_curator);
	return w->corpus->policy.results_on & policy_bit(ground);
}

static bool is_early_result(const Withheld *w, const Record *r)
{
	const Record *programme = NULL;
	if (r->kind == O_case) {
		programme = rec_ref(&r->rec, F_case_programme);
	} else if (r->kind == O_news && rec_flag(&r->rec, F_news_results)) {
		programme = rec_ref(&r->rec, F_news_programme);
	}
	return programme && !is_released(w, programme);
}

/* Whoever the record is about; NULL: nobody. */
static const Record *person_of(const Record *r)
{
	switch (r->kind) {
	case O_mentor:
		return rec_ref(&r->rec, F_mentor_person);
	case O_mentee:
		return rec_ref(&r->rec, F_mentee_person);
	case O_award:
		return rec_ref(&r->rec, F_award_person);
	case O_person:
		return r;
	default:
		return NULL;
	}
}

/* The page on which a record about somebody stands. */
static void add_page(Buf *out, const Record *r)
{
	buf_str(out, r->kind == O_mentor ? "mentors/" : r->kind == O_mentee ? "mentees/" : "awards/");
	if (r->kind == O_mentor) {
		buf_add(out, r->id);
		buf_byte(out, '/');
	}
}

static bool agrees_on_own_page(const Withheld *w, const Record *r, EnumRow category)
{
	Buf page = BUF_INIT;
	add_page(&page, r);
	bool agrees = withheld_agrees(w, person_of(r), category, buf_slice(&page));
	buf_release(&page);
	return agrees;
}

static bool is_named_on_own_page(const Withheld *w, const Record *r)
{
	return agrees_on_own_page(w, r, ER_category_name) || agrees_on_own_page(w, r, ER_category_short_name);
}

bool withheld_record(const Withheld *w, const Record *r)
{
	const MediaFile *medium = r->kind == O_media ? corpus_media(w->corpus, r->id) : NULL;
	switch (r->kind) {
	case O_person:
		return false;
	case O_mentor:
	case O_mentee:
		return is_absent(w, r) || !agrees_on_own_page(w, r, ER_category_role) || !is_named_on_own_page(w, r);
	case O_award:
		return is_absent(w, r) || !agrees_on_own_page(w, r, ER_category_awards) || !is_named_on_own_page(w, r);
	case O_survey:
		return is_absent(w, r) || rec_int(&r->rec, F_survey_respondents, 0) < w->corpus->policy.min_group;
	case O_media:
		return !medium || !w->shown[medium->index];
	default:
		return is_absent(w, r) || is_early_result(w, r);
	}
}

/* --- fields --- */

typedef struct Walk {
	const Withheld *w;
	const Record *record;
	bool record_withheld;
	const Rec *consent; /* being walked */
	WithheldVisit *visit;
	void *ctx;
	Buf path;
} Walk;

static bool agrees_to(const Walk *walk, EnumRow category)
{
	const Record *person = person_of(walk->record);
	if (!person) {
		return false;
	}
	if (category == ER_category_portfolio && !policy_section(&walk->w->corpus->policy, ER_section_portfolios)) {
		return false;
	}
	return walk->record->kind == O_person ? withheld_agrees_somewhere(walk->w, person, category)
	                                      : agrees_on_own_page(walk->w, walk->record, category);
}

/* Rule 7: the conditions of a consent in force, of whoever is named. */
static bool shows_conditions(const Walk *walk)
{
	const Record *person = walk->record;
	return walk->consent && holds_now(walk->w, person, walk->consent) &&
	       withheld_naming(walk->w, person, SL("consents/")) != NAMED_NOT;
}

static bool is_open(const Walk *walk, FieldId id, bool holder)
{
	const FieldInfo *f = schema_field(id);
	const Record *r = walk->record;
	if (walk->record_withheld) {
		return false;
	}
	switch (f->class) {
	case CLASS_OPEN:
	case CLASS_SURVEY:
		return true;
	case CLASS_HOLDER:
		return holder;
	case CLASS_CONSENT:
		return agrees_to(walk, f->category);
	case CLASS_RESULT:
		return is_released(walk->w, r);
	case CLASS_PLAN:
		return walk->w->corpus->policy.full_programmes;
	case CLASS_COMPLETION:
		return is_completed(walk->w, r);
	case CLASS_CLOSED:
		break;
	}
	return id == F_consent_conditions && shows_conditions(walk);
}

static void walk_map(Walk *walk, const Rec *rec, bool holder);

static void walk_one(Walk *walk, const Val *v, bool open)
{
	if (schema_field(v->field)->type == TYPE_MAP) {
		const Rec *before = walk->consent;
		walk->consent = v->as.map->owner == O_consent ? v->as.map : before;
		walk_map(walk, v->as.map, open);
		walk->consent = before;
		return;
	}
	WithheldValue value = {walk->record, v, buf_slice(&walk->path), !open};
	walk->visit(walk->ctx, &value);
}

static void walk_field(Walk *walk, const Val *v, bool holder)
{
	const FieldInfo *f = schema_field(v->field);
	bool open = is_open(walk, v->field, holder);
	size_t start = walk->path.n;
	buf_str(&walk->path, start ? "." : "");
	buf_add(&walk->path, f->name);
	for (size_t i = 0; f->list && i < v->as.list.n; i++) {
		walk_one(walk, &v->as.list.items[i], open);
	}
	if (!f->list) {
		walk_one(walk, v, open);
	}
	walk->path.n = start;
	walk->path.p[start] = '\0';
}

static void walk_map(Walk *walk, const Rec *rec, bool holder)
{
	for (size_t i = 0; i < rec->n; i++) {
		walk_field(walk, &rec->vals[i], holder);
	}
}

void withheld_visit(const Withheld *w, const Record *r, WithheldVisit *visit, void *ctx)
{
	Walk walk = {w, r, withheld_record(w, r), NULL, visit, ctx, BUF_INIT};
	walk_map(&walk, &r->rec, true);
	buf_release(&walk.path);
}

/* --- media: rule 6 --- */

static void show_in_text(Withheld *w, const MdNode *node)
{
	bool points = node->type == MD_IMAGE || node->type == MD_LINK;
	const MediaFile *m = points && text_is_media(node->url) ? corpus_media(w->corpus, node->url) : NULL;
	if (m) {
		w->shown[m->index] = true;
	}
	for (const MdNode *n = node->first; n; n = n->next) {
		show_in_text(w, n);
	}
}

static void show_media(void *ctx, const WithheldValue *v)
{
	Withheld *w = ctx;
	FieldType type = schema_field(v->val->field)->type;
	if (v->withheld) {
		return;
	}
	if ((type == TYPE_MEDIA || type == TYPE_IMAGE) && v->val->as.media.file) {
		w->shown[v->val->as.media.file->index] = true;
	} else if (type == TYPE_TEXT || type == TYPE_BODYTEXT) {
		show_in_text(w, v->val->as.prose);
	}
}

static bool everybody_agrees(const Withheld *w, const Record *sidecar)
{
	size_t n;
	const Val *people = rec_list(&sidecar->rec, F_media_people, &n);
	for (size_t i = 0; i < n; i++) {
		if (!withheld_agrees_somewhere(w, people[i].as.ref.target, ER_category_photo)) {
			return false;
		}
	}
	return true;
}

static void judge_media(Withheld *w)
{
	const Corpus *c = w->corpus;
	for (int kind = 0; kind < OWNER_KINDS; kind++) {
		for (size_t i = 0; kind != O_media && i < c->counts[kind]; i++) {
			withheld_visit(w, c->records[kind][i], show_media, w);
		}
	}
	for (size_t i = 0; i < c->media_count; i++) {
		const Record *sidecar = c->media[i].sidecar;
		w->shown[i] = w->shown[i] && (!sidecar || everybody_agrees(w, sidecar));
	}
}

void withheld_init(Withheld *w, const Corpus *c, Date today)
{
	*w = (Withheld){.corpus = c, .today = today};
	w->somewhere = mem_array(c->counts[O_person], sizeof *w->somewhere);
	w->everywhere = mem_array(c->counts[O_person], sizeof *w->everywhere);
	w->shown = mem_array(c->media_count, sizeof *w->shown);
	for (size_t i = 0; i < c->counts[O_person]; i++) {
		judge_person(w, c->records[O_person][i]);
	}
	judge_media(w);
}

void withheld_release(Withheld *w)
{
	free(w->somewhere);
	free(w->everywhere);
	free(w->shown);
}
