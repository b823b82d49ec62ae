/* All records of a tree, linked to each other (content.md, Files; Kinds and fields). */
#include "corpora.h"

static void assert_fault(DiagId id, const char *path, unsigned line)
{
	world_load();
	ck_assert_msg(world_faulted(id, path, line), "want %s at %s:%u, got:\n%s", diag_name(id), path, line,
	              world_complaints());
}

static void assert_sound(void)
{
	world_load();
	ck_assert_msg(world.diags.errors == 0, "%s", world_complaints());
}

START_TEST(the_least_tree_is_a_site_and_a_policy)
{
	world_begin();
	assert_sound();
	ck_assert_ptr_nonnull(world.corpus->site);
	ck_assert_ptr_nonnull(world.corpus->policy_record);
	ck_assert_ptr_null(world.corpus->roadmap);
	world_end();
}
END_TEST

START_TEST(a_missing_policy_is_said_once)
{
	world_begin();
	world_put("programmes/p.md",
	          "---\nnumber: P\ntitle: Т\nform: tt\nkinds: [one]\nmentors: []\nmentees: []\nstart: 2026-02-01\n"
	          "end: 2026-05-31\n---\n");
	unlinkat(world.fd, "content/policy.yaml", 0);
	assert_fault(D_MISSING_FILE, "content/policy.yaml", 1);
	ck_assert_uint_eq(world.diags.errors, 1);
	world_end();
}
END_TEST

START_TEST(a_file_that_has_no_place_is_a_fault)
{
	static const char *const strangers[] = {"site.md",    "index.html",      "mentors/a.txt", "mentors/deep/a.md",
	                                        "other/a.md", "people/a.md.bak", "roadmap.yml",   "notes.md"};
	for (size_t i = 0; i < sizeof strangers / sizeof *strangers; i++) {
		Buf shown = BUF_INIT;
		world_begin();
		world_put(strangers[i], "title: Т\n");
		buf_printf(&shown, "content/%s", strangers[i]);
		assert_fault(D_UNKNOWN_FILE, shown.p, 1);
		buf_release(&shown);
		world_end();
	}
}
END_TEST

START_TEST(a_readme_at_the_root_and_dot_files_are_passed_over)
{
	world_begin();
	world_put("README.md", "# Раздел\n");
	world_put(".editorconfig", "root = true\n");
	world_put("mentors/.keep", "");
	assert_sound();
	world_end();
}
END_TEST

START_TEST(an_id_is_lower_case_latin_digits_and_hyphens)
{
	world_begin();
	world_put("pages/Ivanova.md", "---\ntitle: Т\n---\n");
	world_put("pages/иванова.md", "---\ntitle: Т\n---\n");
	world_put("pages/a-.md", "---\ntitle: Т\n---\n");
	world_put("pages/a-1.md", "---\ntitle: Т\n---\n");
	assert_fault(D_BAD_ID, "content/pages/Ivanova.md", 1);
	ck_assert(world_faulted(D_BAD_ID, "content/pages/иванова.md", 1));
	ck_assert(world_faulted(D_BAD_ID, "content/pages/a-.md", 1));
	ck_assert_uint_eq(world.diags.errors, 3);
	world_end();
}
END_TEST

START_TEST(one_record_is_one_file)
{
	world_begin();
	world_put("pages/a.md", "---\ntitle: Т\n---\n");
	world_put("pages/a.yaml", "title: Т\n");
	assert_fault(D_DUPLICATE_ID, "content/pages/a.yaml", 0);
	ck_assert_uint_eq(world.corpus->counts[O_page], 1);
	world_end();
}
END_TEST

START_TEST(records_stand_by_id)
{
	world_begin();
	world_put("pages/x-y.md", "---\ntitle: Т\n---\n");
	world_put("pages/x.md", "---\ntitle: Т\n---\n");
	world_put("pages/a.yaml", "title: Т\n");
	assert_sound();
	assert_slice(world.corpus->records[O_page][0]->id, "a");
	assert_slice(world.corpus->records[O_page][1]->id, "x");
	assert_slice(world.corpus->records[O_page][2]->id, "x-y");
	ck_assert_uint_eq(world.corpus->records[O_page][2]->index, 2);
	world_end();
}
END_TEST

START_TEST(a_reference_that_leads_nowhere_is_a_fault_at_its_own_line)
{
	world_begin();
	world_put("mentors/m.md", "---\nstatus: active\nperson: nobody\n---\n");
	assert_fault(D_DANGLING_REF, "content/mentors/m.md", 3);
	assert_slice(world.diags.items[0].argv[0], "person");
	assert_slice(world.diags.items[0].argv[1], "people");
	world_end();
}
END_TEST

START_TEST(a_reference_is_to_the_kind_that_its_field_expects)
{
	world_begin();
	world_put("partners/x.md", "---\nname: Завод\n---\n");
	world_put("documents/d.md", "---\ntitle: Т\nlevel: local\ntype: order\nreplaces: x\n---\n");
	assert_fault(D_DANGLING_REF, "content/documents/d.md", 5);
	world_end();
}
END_TEST

START_TEST(words_come_from_the_policys_vocabulary)
{
	world_begin();
	world_person("a", "Иванова", "");
	world_put("mentors/m.md", "---\nperson: a\nforms: [tt]\nkinds: [tt]\n---\n");
	assert_fault(D_WANT_VOCAB, "content/mentors/m.md", 4);
	ck_assert_uint_eq(world.diags.errors, 1);
	world_end();
}
END_TEST

START_TEST(a_number_is_of_one_programme)
{
	world_begin();
	world_part("mentors", "a", "Иванова", "");
	world_part("mentees", "b", "Петрова", "");
	world_programme("p", "a", "b", "");
	world_put("programmes/q.md",
	          "---\ntitle: Т\nnumber: N-p\nform: tt\nmentors: [a]\nmentees: [b]\nstart: 2026-02-01\n"
	          "end: 2026-05-31\n---\n");
	assert_fault(D_DUPLICATE_NUMBER, "content/programmes/q.md", 3);
	world_end();
}
END_TEST

/* --- media --- */

START_TEST(a_picture_needs_a_sidecar_unless_it_is_a_photo)
{
	world_begin();
	world_picture("media/a.png");
	world_picture("media/b.png");
	world_picture("media/c.png");
	world_put("media/b.png.yaml", "alt: Школа\n");
	world_person("a", "Иванова", "photo: media/c.png\n");
	assert_fault(D_NO_SIDECAR, "content/media/a.png", 0);
	ck_assert_uint_eq(world.diags.errors, 1);
	world_end();
}
END_TEST

START_TEST(a_sidecar_describes_a_file_that_is_there)
{
	world_begin();
	world_put("media/gone.png.yaml", "alt: Школа\n");
	assert_fault(D_ORPHAN_SIDECAR, "content/media/gone.png.yaml", 0);
	world_end();
}
END_TEST

START_TEST(a_picture_is_what_its_name_says)
{
	world_begin();
	world_put("media/a.png", "не картинка");
	world_put("media/a.png.yaml", "alt: Школа\n");
	assert_fault(D_BAD_IMAGE, "content/media/a.png", 0);
	world_end();
	world_begin();
	world_picture("media/a.jpg");
	world_put("media/a.jpg.yaml", "alt: Школа\n");
	assert_fault(D_BAD_IMAGE, "content/media/a.jpg", 0);
	world_end();
}
END_TEST

START_TEST(a_pdf_wants_an_accessible_twin)
{
	world_begin();
	world_put("media/a.pdf", "%PDF-1.7");
	world_put("methods/m.md", "---\ntitle: Т\nfile: media/a.pdf\n---\n");
	assert_fault(D_NO_TWIN, "content/media/a.pdf", 0);
	ck_assert_uint_eq(world.diags.errors, 0);
	world_put("methods/m.md", "---\ntitle: Т\nfile: media/a.pdf\n---\nТот же текст.\n");
	assert_sound();
	ck_assert(!world_faulted(D_NO_TWIN, "content/media/a.pdf", 0));
	world_end();
}
END_TEST

START_TEST(a_medium_that_is_not_there_is_a_fault)
{
	world_begin();
	world_put("methods/m.md", "---\ntitle: Т\nfile: media/a.pdf\n---\n");
	assert_fault(D_DANGLING_MEDIA, "content/methods/m.md", 3);
	world_end();
}
END_TEST

/* --- sections and addresses --- */

START_TEST(a_kind_that_no_section_shows_is_a_warning)
{
	world_begin();
	world_put("policy.yaml",
	          "act: {title: П}\nmodel: teachers\nsections: [portfolios]\nforms: [{id: tt, title: П}]\nkinds: []\n");
	world_put("news/n.md", "---\ntitle: Т\ndate: 2026-01-01\n---\n");
	world_part("mentors", "a", "Иванова", "");
	assert_sound();
	ck_assert(world_faulted(D_UNLISTED_KIND, "content/news/n.md", 0));
	ck_assert(!world_faulted(D_UNLISTED_KIND, "content/mentors/a.md", 0));
	world_end();
}
END_TEST

START_TEST(a_page_does_not_take_a_path_of_the_site)
{
	static const char *const taken[] = {"pages/mentors.md", "pages/data.md", "pages/search.md", "pages/index.md",
	                                    "pages/404.md"};
	for (size_t i = 0; i < sizeof taken / sizeof *taken; i++) {
		Buf shown = BUF_INIT;
		world_begin();
		world_put(taken[i], "---\ntitle: Т\n---\n");
		buf_printf(&shown, "content/%s", taken[i]);
		assert_fault(D_RESERVED_PATH, shown.p, 0);
		buf_release(&shown);
		world_end();
	}
	world_begin();
	world_put("news/2026.md", "---\ntitle: Т\ndate: 2026-01-01\n---\n");
	assert_fault(D_RESERVED_PATH, "content/news/2026.md", 0);
	world_end();
}
END_TEST

START_TEST(an_alias_belongs_to_one_record)
{
	world_begin();
	world_put("pages/a.md", "---\ntitle: Т\naliases: [old/]\n---\n");
	world_put("pages/b.md", "---\ntitle: Т\naliases:\n  - old\n  - a/\n  - mentors/\n  - mentors/old-name/\n---\n");
	assert_fault(D_ALIAS_TAKEN, "content/pages/b.md", 4);
	ck_assert(world_faulted(D_ALIAS_TAKEN, "content/pages/b.md", 5));
	ck_assert(world_faulted(D_ALIAS_TAKEN, "content/pages/b.md", 6));
	ck_assert_uint_eq(world.diags.errors, 3);
	ck_assert_ptr_null(strstr(world_complaints(), "old")); /* an alias is a value: law of silence */
	world_end();
}
END_TEST

START_TEST(all_faults_of_all_files_are_told_in_one_run)
{
	world_begin();
	world_put("news/a.md", "---\ntitle: Т\n---\n");
	world_put("news/b.md", "---\ntitle: [\n---\n");
	world_put("pages/c.md", "---\ntitle: Т\n---\n[[partner:x]]\n");
	world_load();
	ck_assert(world_faulted(D_MISSING_FIELD, "content/news/a.md", 0));
	ck_assert(world_faulted(D_YAML_SYNTAX, "content/news/b.md", 0));
	ck_assert(world_faulted(D_DANGLING_LINK, "content/pages/c.md", 4));
	world_end();
}
END_TEST

START_TEST(a_reference_to_a_file_that_cannot_be_read_is_no_second_fault)
{
	world_begin();
	world_put("people/a.yaml", "family: [\n");
	world_put("mentors/m.md", "---\nperson: a\n---\n");
	world_load();
	ck_assert(world_faulted(D_YAML_SYNTAX, "content/people/a.yaml", 0));
	ck_assert(!world_faulted(D_DANGLING_REF, "content/mentors/m.md", 0));
	world_end();
}
END_TEST

UNIT_MAIN("corpus", the_least_tree_is_a_site_and_a_policy, a_missing_policy_is_said_once,
          a_file_that_has_no_place_is_a_fault, a_readme_at_the_root_and_dot_files_are_passed_over,
          an_id_is_lower_case_latin_digits_and_hyphens, one_record_is_one_file, records_stand_by_id,
          a_reference_that_leads_nowhere_is_a_fault_at_its_own_line, a_reference_is_to_the_kind_that_its_field_expects,
          words_come_from_the_policys_vocabulary, a_number_is_of_one_programme,
          a_picture_needs_a_sidecar_unless_it_is_a_photo, a_sidecar_describes_a_file_that_is_there,
          a_picture_is_what_its_name_says, a_pdf_wants_an_accessible_twin, a_medium_that_is_not_there_is_a_fault,
          a_kind_that_no_section_shows_is_a_warning, a_page_does_not_take_a_path_of_the_site,
          an_alias_belongs_to_one_record, all_faults_of_all_files_are_told_in_one_run,
          a_reference_to_a_file_that_cannot_be_read_is_no_second_fault)
