#include "redact/tally.h"

#include "redact/rules.h"

/* Rule 11, in its two ways. */
static TallyReason absence(const Record *r)
{
	FieldId draft = schema_find(r->kind, SL("draft"));
	return draft != FIELD_COUNT && rec_flag(&r->rec, draft) ? TALLY_DRAFT : TALLY_DAYS;
}

/* Why a mentor or a mentee has no row. */
static TallyReason silence(const Rules *rules, const Record *r)
{
	const Record *person = rec_ref(&r->rec, r->kind == O_mentor ? F_mentor_person : F_mentee_person);
	switch (rule_part(rules, r)) {
	case PART_NAMED:
		return TALLY_REASONS;
	case PART_COUNTED:
		return TALLY_MINOR;
	default:
		return rule_minor(rules, person) ? TALLY_MINOR : TALLY_UNNAMED;
	}
}

static TallyReason reason_of(const Rules *rules, const Record *r)
{
	if (rule_absent(rules, r)) {
		return absence(r);
	}
	switch (r->kind) {
	case O_mentor:
	case O_mentee:
		return silence(rules, r);
	case O_programme:
		return rec_map(&r->rec, F_programme_results) && !rule_released(rules, r) ? TALLY_UNRELEASED
		                                                                         : TALLY_REASONS;
	default:
		return rule_embargoed(rules, r) ? TALLY_UNRELEASED : TALLY_REASONS;
	}
}

void tally_init(Tally *out, const Corpus *c, Date today)
{
	Arena arena = ARENA_INIT;
	Rules rules;
	rules_init(&rules, c, today, &arena);
	*out = (Tally){.records = 0};
	for (int kind = 0; kind < OWNER_KINDS; kind++) {
		for (size_t i = 0; schema_kind((Kind)kind)->files == FILES_FOLDER && i < c->counts[kind]; i++) {
			TallyReason reason = reason_of(&rules, c->records[kind][i]);
			out->records++;
			if (reason != TALLY_REASONS) {
				out->withheld[reason]++;
			}
		}
	}
	arena_release(&arena);
}

const char *tally_title(TallyReason reason, Lang lang)
{
	static const char *const titles[TALLY_REASONS][2] = {
	        [TALLY_DRAFT] = {"черновики", "drafts"},
	        [TALLY_DAYS] = {"вне дней публикации", "outside their days"},
	        [TALLY_MINOR] = {"несовершеннолетние", "minors"},
	        [TALLY_UNNAMED] = {"нет согласия", "no consent"},
	        [TALLY_UNRELEASED] = {"программа не завершена", "programme not completed"},
	};
	return titles[reason][lang];
}
