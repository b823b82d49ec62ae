#include "source/yaml.h"
#include "unit.h"

static Arena arena;
static Diags diags;

static void setup(void)
{
	arena_init(&arena);
	diags_init(&diags);
}

static void teardown(void)
{
	diags_release(&diags);
	arena_release(&arena);
}

static Node *parse_at(Slice text, unsigned line)
{
	teardown();
	setup();
	Node *root = yaml_parse(&arena, text, SL("f"), line, &diags);
	diags_sort(&diags);
	return root;
}

static Node *parse(const char *text)
{
	return parse_at(slice_of(text), 1);
}

static const Node *value(const Node *map, const char *key)
{
	const Node *n = node_get(map, slice_of(key));
	ck_assert_msg(n != NULL, "no key %s", key);
	return n;
}

/* The i-th diagnostic reads "line:col id". */
static void assert_diag(size_t i, const char *want)
{
	ck_assert_msg(i < diags.n, "want %s, got only %zu diagnostics", want, diags.n);
	Buf got = BUF_INIT;
	const Diag *d = &diags.items[i];
	buf_printf(&got, "%u:%u %s", d->loc.line, d->loc.col, diag_name(d->id));
	ck_assert_str_eq(got.p, want);
	buf_release(&got);
}

static void assert_only(const char *want)
{
	assert_diag(0, want);
	ck_assert_uint_eq(diags.n, 1);
}

static void assert_loc(Loc loc, unsigned line, unsigned col)
{
	ck_assert_uint_eq(loc.line, line);
	ck_assert_uint_eq(loc.col, col);
	assert_slice(loc.path, "f");
}

START_TEST(a_map_holds_its_fields_in_the_order_written)
{
	Node *root = parse("title: Наставник\ncount: 12\nopen: true\n");
	ck_assert_ptr_nonnull(root);
	ck_assert_uint_eq(diags.n, 0);
	ck_assert_int_eq(root->type, NODE_MAP);
	ck_assert_uint_eq(root->count, 3);
	assert_slice(root->first->key, "title");
	assert_slice(root->first->text, "Наставник");
	assert_slice(root->first->next->key, "count");
	assert_slice(root->first->next->text, "12");
	assert_slice(root->first->next->next->text, "true");
	ck_assert_ptr_null(root->first->next->next->next);
	ck_assert_ptr_null(node_get(root, SL("none")));
}
END_TEST

START_TEST(lists_and_maps_nest)
{
	Node *root = parse("consents:\n  - id: 1\n    covers: [name, photo]\n  - id: 2\n");
	const Node *list = value(root, "consents");
	ck_assert_int_eq(list->type, NODE_LIST);
	ck_assert_uint_eq(list->count, 2);
	const Node *covers = value(list->first, "covers");
	ck_assert_uint_eq(covers->count, 2);
	assert_slice(covers->first->next->text, "photo");
	assert_slice(value(list->first->next, "id")->text, "2");
}
END_TEST

START_TEST(places_count_lines_from_the_one_given_and_columns_in_characters)
{
	Node *root = parse_at(SL("имя: {ключ: значение}\nсписок:\n  - один\n"), 5);
	const Node *map = value(root, "имя");
	assert_loc(root->loc, 5, 1);
	assert_loc(map->key_loc, 5, 1);
	assert_loc(map->loc, 5, 6);
	assert_loc(map->first->key_loc, 5, 7);
	assert_loc(map->first->loc, 5, 13);
	assert_loc(value(root, "список")->first->loc, 7, 5);
}
END_TEST

START_TEST(lines_may_end_in_crlf)
{
	Node *root = parse("a: 1\r\nb: 2\r\n");
	assert_slice(value(root, "a")->text, "1");
	assert_loc(value(root, "b")->loc, 2, 4);
}
END_TEST

START_TEST(a_byte_order_mark_is_passed_over)
{
	Node *root = parse("\xEF\xBB\xBF"
	                   "a: 1\n");
	ck_assert_uint_eq(diags.n, 0);
	assert_loc(value(root, "a")->loc, 1, 4);
}
END_TEST

START_TEST(scalars_remember_how_they_were_written)
{
	Node *root = parse("plain: x\nsingle: 'x'\ndouble: \"x\"\nliteral: |\n  a\n  b\nfolded: >\n  a\n  b\n");
	ck_assert(!value(root, "plain")->quoted && !value(root, "plain")->block);
	ck_assert(value(root, "single")->quoted && !value(root, "single")->block);
	ck_assert(value(root, "double")->quoted && !value(root, "double")->block);
	ck_assert(value(root, "literal")->quoted && value(root, "literal")->block);
	ck_assert(value(root, "folded")->block);
	assert_slice(value(root, "literal")->text, "a\nb\n");
	assert_slice(value(root, "folded")->text, "a b\n");
	assert_loc(value(root, "literal")->loc, 4, 10);
}
END_TEST

START_TEST(only_nothing_is_null_and_its_looks_give_no_type)
{
	Node *root = parse("a:\nb: ~\nc: null\nd: ''\ne: [~]\n");
	ck_assert_int_eq(value(root, "a")->type, NODE_NULL);
	assert_slice(value(root, "b")->text, "~");
	assert_slice(value(root, "c")->text, "null");
	ck_assert_int_eq(value(root, "d")->type, NODE_SCALAR);
	ck_assert_int_eq(value(root, "e")->first->type, NODE_SCALAR);
}
END_TEST

START_TEST(texts_and_keys_are_in_normal_form_c)
{
	Node *root = parse("\xD0\xB8\xCC\x86: \xD0\xB8\xCC\x86\n"); /* и and a combining breve */
	assert_slice(value(root, "й")->text, "й");
}
END_TEST

START_TEST(an_empty_document_is_an_empty_map)
{
	static const char *const texts[] = {"", "\n\n", "# only a comment\n", "---\n"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		Node *root = parse_at(slice_of(texts[i]), 3);
		ck_assert_ptr_nonnull(root);
		ck_assert_uint_eq(diags.n, 0);
		ck_assert_int_eq(root->type, NODE_MAP);
		ck_assert_uint_eq(root->count, 0);
		assert_loc(root->loc, 3, 1);
	}
}
END_TEST

START_TEST(the_root_must_be_a_map)
{
	ck_assert_ptr_null(parse("- a\n- b\n"));
	assert_only("1:1 yaml-root");
	ck_assert_ptr_null(parse("\nтекст\n"));
	assert_only("2:1 yaml-root");
}
END_TEST

START_TEST(a_syntax_error_is_told_where_it_is)
{
	ck_assert_ptr_null(parse("a: 1\nb: c: d\n"));
	assert_only("2:5 yaml-syntax");
	ck_assert_ptr_null(parse("a:\n\t- b\n"));
	assert_only("2:1 yaml-syntax");
	ck_assert_ptr_null(parse("a: [1, 2\n"));
	ck_assert_str_eq(diag_name(diags.items[0].id), "yaml-syntax");
}
END_TEST

START_TEST(an_open_quote_is_told_where_it_opens)
{
	ck_assert_ptr_null(parse("имя: \"Иванов\nb: 1\nc: 2\n"));
	assert_only("1:6 yaml-syntax");
}
END_TEST

START_TEST(anchors_and_aliases_are_refused)
{
	Node *root = parse("a: &x 1\nb: *x\nc: [*x, 2]\nd: &y {e: 1}\n*x : 3\n");
	ck_assert_uint_eq(diags.n, 5);
	assert_diag(0, "1:4 yaml-anchor");
	assert_diag(1, "2:4 yaml-anchor");
	assert_diag(2, "3:5 yaml-anchor");
	assert_diag(3, "4:4 yaml-anchor");
	assert_diag(4, "5:1 yaml-anchor");
	assert_slice(value(root, "a")->text, "1");
	ck_assert_ptr_null(node_get(root, SL("b")));
	ck_assert_uint_eq(value(root, "c")->count, 1);
}
END_TEST

START_TEST(an_unquoted_star_or_ampersand_is_named_as_such)
{
	ck_assert_ptr_null(parse("note: *важно*\n"));
	assert_only("1:7 yaml-anchor");
	ck_assert_ptr_null(parse("a: 1\nnote: &Ко\n"));
	assert_only("2:7 yaml-anchor");
}
END_TEST

START_TEST(tags_are_refused)
{
	parse("a: !!str 1\nb: ! x\nc: ! 'y'\nd: !t [1]\ne: !!map {f: 1}\n");
	ck_assert_uint_eq(diags.n, 5);
	assert_diag(0, "1:4 yaml-tag");
	assert_diag(1, "2:4 yaml-tag");
	assert_diag(2, "3:4 yaml-tag");
	assert_diag(3, "4:4 yaml-tag");
	assert_diag(4, "5:4 yaml-tag");
	parse("a: wow!\nb: 'x ! y'\n");
	ck_assert_uint_eq(diags.n, 0);
	ck_assert_ptr_null(parse("a: !важно\n"));
	assert_only("1:4 yaml-tag");
	parse("%TAG ! tag:example.org,2000:\n---\na: 1\n");
	assert_only("1:1 yaml-tag");
}
END_TEST

START_TEST(merge_keys_are_refused_but_not_the_quoted_word)
{
	Node *root = parse("a: 1\n<<: {b: 2}\n'<<': 3\n");
	assert_only("2:1 yaml-merge");
	ck_assert_uint_eq(root->count, 2);
	assert_slice(value(root, "<<")->text, "3");
}
END_TEST

START_TEST(a_second_document_is_refused)
{
	Node *root = parse("a: 1\n---\nb: 2\n");
	assert_only("2:1 yaml-documents");
	assert_slice(value(root, "a")->text, "1");
	parse("a: 1\n...\nb: 2\n");
	assert_only("3:1 yaml-documents");
	parse("a: 1\n---\n");
	assert_only("2:1 yaml-documents");
	parse("%YAML 1.2\n---\na: 1\n");
	assert_only("1:1 yaml-documents");
	parse("---\na: 1\n...\n");
	ck_assert_uint_eq(diags.n, 0);
}
END_TEST

START_TEST(keys_are_words)
{
	Node *root = parse("? [a, b]\n: 1\n? {c: d}\n: 2\n? |\n  two\n  lines\n: 3\n'': 4\nok: 5\n");
	ck_assert_uint_eq(diags.n, 4);
	assert_diag(0, "1:3 yaml-key");
	assert_diag(1, "3:3 yaml-key");
	assert_diag(2, "5:3 yaml-key");
	assert_diag(3, "9:1 yaml-key");
	ck_assert_uint_eq(root->count, 1);
	assert_slice(value(root, "ok")->text, "5");
}
END_TEST

START_TEST(a_duplicate_is_told_at_the_second_and_the_first_is_kept)
{
	Node *root = parse("a: 1\nb: {a: 2}\nй: 3\na: &x 4\n\xD0\xB8\xCC\x86: 5\n'a': 6\n");
	ck_assert_uint_eq(diags.n, 4);
	assert_diag(0, "4:1 yaml-duplicate");
	assert_slice(diags.items[0].argv[0], "a");
	assert_diag(1, "4:4 yaml-anchor");
	assert_diag(2, "5:1 yaml-duplicate");
	assert_diag(3, "6:1 yaml-duplicate");
	ck_assert_uint_eq(root->count, 3);
	assert_slice(value(root, "a")->text, "1");
}
END_TEST

static void nested(Buf *out, unsigned levels)
{
	buf_clear(out);
	buf_str(out, "a: "); /* the root is the first level */
	for (unsigned i = 1; i < levels; i++) {
		buf_byte(out, '[');
	}
	for (unsigned i = 1; i < levels; i++) {
		buf_byte(out, ']');
	}
	buf_str(out, "\nb: &x 1\n");
}

START_TEST(nesting_ends_at_sixteen_and_reading_goes_on)
{
	Buf b = BUF_INIT;
	nested(&b, 16);
	ck_assert_ptr_nonnull(parse_at(buf_slice(&b), 1));
	assert_only("2:4 yaml-anchor");
	nested(&b, 17);
	ck_assert_ptr_nonnull(parse_at(buf_slice(&b), 1));
	ck_assert_uint_eq(diags.n, 2);
	assert_diag(0, "1:19 yaml-depth");
	assert_diag(1, "2:4 yaml-anchor");
	buf_release(&b);
}
END_TEST

START_TEST(a_million_brackets_are_refused_at_once)
{
	static const char *const pieces[] = {"[", "{", "- ", "? ", "[a: ", "{a: {"};
	for (size_t k = 0; k < sizeof pieces / sizeof *pieces; k++) {
		Buf b = BUF_INIT;
		while (b.n < 1 << 20) {
			buf_str(&b, pieces[k]);
		}
		parse_at(buf_slice(&b), 1);
		ck_assert_uint_ge(diags.n, 1);
		buf_release(&b);
	}
}
END_TEST

START_TEST(a_hundred_thousand_values_are_the_most)
{
	Buf b = BUF_INIT;
	buf_str(&b, "a: ["); /* two values already: the root and the list */
	for (unsigned i = 2; i < 100000; i++) {
		buf_str(&b, "1,");
	}
	buf_byte(&b, ']');
	ck_assert_ptr_nonnull(parse_at(buf_slice(&b), 1));
	ck_assert_uint_eq(diags.n, 0);
	b.n--;
	buf_str(&b, "1]");
	ck_assert_ptr_null(parse_at(buf_slice(&b), 1));
	assert_only("1:200001 yaml-nodes");
	buf_release(&b);
}
END_TEST

START_TEST(many_keys_take_no_quadratic_time)
{
	Buf b = BUF_INIT;
	for (unsigned i = 0; i < 90000; i++) {
		buf_printf(&b, "k%u: v\n", i);
	}
	buf_str(&b, "k0: again\n");
	Node *root = parse_at(buf_slice(&b), 1);
	ck_assert_uint_eq(root->count, 90000);
	assert_only("90001:1 yaml-duplicate");
	buf_release(&b);
}
END_TEST

START_TEST(bytes_that_are_not_utf8_are_told_with_their_place)
{
	ck_assert_ptr_null(parse("a: 1\nимя: \xC8\xE2\xE0\xED\n"));
	assert_only("2:6 not-utf8");
}
END_TEST

START_TEST(control_characters_are_refused_raw_and_escaped)
{
	Node *root = parse("a: x\x01y\x02\nb: \"x\\x07\"\nc: 1\xE2\x80\xA8"
	                   "2\nd: \"tab\\t\"\n");
	ck_assert_uint_eq(diags.n, 3);
	assert_diag(0, "1:5 control-character");
	assert_diag(1, "2:4 control-character");
	assert_diag(2, "3:5 control-character");
	assert_slice(value(root, "a")->text, "x\xEF\xBF\xBDy\xEF\xBF\xBD");
	assert_loc(value(root, "d")->loc, 4, 4);
}
END_TEST

START_TEST(all_faults_of_a_text_are_told_in_one_run)
{
	parse("a: &x 1\na: 2\n<<: 3\nb: !t 4\n? [k]\n: 5\nc: 6\n---\n");
	ck_assert_uint_eq(diags.n, 6);
	assert_diag(0, "1:4 yaml-anchor");
	assert_diag(1, "2:1 yaml-duplicate");
	assert_diag(2, "3:1 yaml-merge");
	assert_diag(3, "4:4 yaml-tag");
	assert_diag(4, "5:3 yaml-key");
	assert_diag(5, "8:1 yaml-documents");
}
END_TEST

START_TEST(what_is_written_is_read_back)
{
	static const char *const texts[] = {
	        "Иванова",
	        "2025-03",
	        "true",
	        "null",
	        "a: b",
	        "a # b",
	        "- a",
	        "-5",
	        "",
	        " a ",
	        "~",
	        "@a",
	        "%a",
	        "'a'",
	        "\"a\"",
	        "a\\b",
	        "a\nb",
	        "a\tb",
	        "[a",
	        "{a",
	        "a]",
	        "a, b",
	        "!a",
	        "&a",
	        "*a",
	        "? a",
	        "| a",
	        "> a",
	        "a:",
	        "...",
	        "---",
	        "№ 5",
	        "«да»",
	        "=1+1",
	        "+7 900",
	        ".5",
	        "a'b",
	        "<<",
	        "\xC2\xA0"
	        "a",
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		Buf text = BUF_INIT;
		buf_str(&text, "key: ");
		yaml_put(&text, slice_of(texts[i]));
		buf_str(&text, "\nlist:\n  - ");
		yaml_put(&text, slice_of(texts[i]));
		buf_byte(&text, '\n');
		const Node *root = parse(text.p);
		ck_assert_msg(root && diags.n == 0, "%s", text.p);
		assert_slice(value(root, "key")->text, texts[i]);
		assert_slice(value(root, "list")->first->text, texts[i]);
		buf_release(&text);
	}
}
END_TEST

UNIT_MAIN("yaml", what_is_written_is_read_back, a_map_holds_its_fields_in_the_order_written, lists_and_maps_nest,
          places_count_lines_from_the_one_given_and_columns_in_characters, lines_may_end_in_crlf,
          a_byte_order_mark_is_passed_over, scalars_remember_how_they_were_written,
          only_nothing_is_null_and_its_looks_give_no_type, texts_and_keys_are_in_normal_form_c,
          an_empty_document_is_an_empty_map, the_root_must_be_a_map, a_syntax_error_is_told_where_it_is,
          an_open_quote_is_told_where_it_opens, anchors_and_aliases_are_refused,
          an_unquoted_star_or_ampersand_is_named_as_such, tags_are_refused,
          merge_keys_are_refused_but_not_the_quoted_word, a_second_document_is_refused, keys_are_words,
          a_duplicate_is_told_at_the_second_and_the_first_is_kept, nesting_ends_at_sixteen_and_reading_goes_on,
          a_million_brackets_are_refused_at_once, a_hundred_thousand_values_are_the_most,
          many_keys_take_no_quadratic_time, bytes_that_are_not_utf8_are_told_with_their_place,
          control_characters_are_refused_raw_and_escaped, all_faults_of_a_text_are_told_in_one_run)
