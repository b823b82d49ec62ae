#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/pool.h"
#include "source/tree.h"
#include "source/tree_git.h"

/* libgit2 1.5 loses memory of PCRE when a repository has extensions; none of it is ours to free. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
	return "leak:libpcre2\n";
}

/* --- a scratch folder and git in it --- */

static char folder[64];
static int root = -1;
static Diags diags;

static void open_scratch(void)
{
	snprintf(folder, sizeof folder, "/tmp/rubrika-tree-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	root = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	ck_assert_int_ge(root, 0);
	diags_init(&diags);
}

static void close_scratch(void)
{
	diags_release(&diags);
	close(root);
	ck_assert_int_eq(file_remove_tree(AT_FDCWD, folder), 0);
}

/* A path below the scratch folder; one at a time. */
static const char *at(const char *path)
{
	static char whole[256];
	snprintf(whole, sizeof whole, "%s/%s", folder, path);
	return whole;
}

static void put_bytes(const char *path, Slice bytes)
{
	ck_assert_int_eq(file_parents(root, path), 0);
	ck_assert_int_eq(file_write(root, path, bytes), 0);
}

static void put(const char *path, const char *text)
{
	put_bytes(path, slice_of(text));
}

static void put_size(const char *path, off_t size)
{
	put(path, "");
	ck_assert_int_eq(truncate(at(path), size), 0);
}

static void put_link(const char *path, const char *target)
{
	ck_assert_int_eq(file_parents(root, path), 0);
	ck_assert_int_eq(symlinkat(target, root, path), 0);
}

static void settle_environment(void)
{
	setenv("GIT_CONFIG_GLOBAL", "/dev/null", 1);
	setenv("GIT_CONFIG_SYSTEM", "/dev/null", 1);
	setenv("GIT_AUTHOR_NAME", "Test", 1);
	setenv("GIT_AUTHOR_EMAIL", "test@school.example", 1);
	setenv("GIT_COMMITTER_NAME", "Test", 1);
	setenv("GIT_COMMITTER_EMAIL", "test@school.example", 1);
	unsetenv("GIT_DIR");
	unsetenv("GIT_WORK_TREE");
}

/* In the child: input from a file of the scratch folder and output to "out" there. */
static void redirect(const char *input)
{
	int in = input ? openat(root, input, O_RDONLY) : open("/dev/null", O_RDONLY);
	int out = openat(root, "out", O_WRONLY | O_CREAT | O_TRUNC, 0666);
	if (in < 0 || out < 0 || dup2(in, 0) < 0 || dup2(out, 1) < 0 || fchdir(root) != 0) {
		_exit(126);
	}
}

/* Runs git in the scratch folder; words are separated by single blanks. */
static void git_with(const char *input, const char *words)
{
	char *argv[32] = {NULL};
	size_t n = 0;
	Arena a = ARENA_INIT;
	Slice rest = arena_join(&a, SL("git "), slice_of(words), (Slice){NULL, 0});
	Slice word;
	while (slice_split(&rest, ' ', &word)) {
		ck_assert_uint_lt(n, 31);
		argv[n++] = arena_cstr(&a, word);
	}
	pid_t child = fork();
	if (child == 0) {
		settle_environment();
		redirect(input);
		execvp("git", argv);
		_exit(127);
	}
	int status = -1;
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert_msg(status == 0, "git %s: status %d", words, status);
	arena_release(&a);
}

static void git(const char *words)
{
	git_with(NULL, words);
}

/* The first word of what git wrote last, such as an object's id. */
static const char *git_said(void)
{
	static char word[64];
	Buf b = BUF_INIT;
	ck_assert_int_eq(file_read(&b, root, "out", 1 << 20), 0);
	size_t end = slice_find_byte(buf_slice(&b), '\n', 0);
	snprintf(word, sizeof word, "%.*s", (int)end, b.p);
	buf_release(&b);
	return word;
}

static void commit_all(const char *repo)
{
	char words[128];
	snprintf(words, sizeof words, "-C %s add -A .", repo);
	git(words);
	snprintf(words, sizeof words, "-C %s commit -q -m text --allow-empty", repo);
	git(words);
}

/* --- what a test says --- */

static Tree *open_tree(const char *repo, const char *content, const char *rev, bool worktree)
{
	TreeOptions o = {at(repo), content, rev, worktree};
	diags_release(&diags);
	Tree *t = tree_open(&o, &diags);
	diags_sort(&diags);
	return t;
}

static void assert_diag(size_t i, DiagId id, const char *path)
{
	ck_assert_msg(i < diags.n, "%s of %s is missing", diag_name(id), path);
	ck_assert_str_eq(diag_name(diags.items[i].id), diag_name(id));
	ck_assert_int_eq(diags.items[i].id, id);
	assert_slice(diags.items[i].loc.path, path);
}

static void assert_silent(void)
{
	ck_assert_msg(diags.n == 0, "%s of %s", diag_name(diags.items[0].id), diags.items[0].loc.path.p);
}

/* The paths of all files, each with a blank after it. */
static void assert_files(const Tree *t, const char *want)
{
	Buf b = BUF_INIT;
	size_t n;
	ck_assert_ptr_nonnull(t);
	const TreeFile *files = tree_files(t, &n);
	for (size_t i = 0; i < n; i++) {
		buf_add(&b, files[i].path);
		buf_byte(&b, ' ');
	}
	assert_slice(buf_slice(&b), want);
	buf_release(&b);
}

static void assert_text(Tree *t, const char *path, const char *text)
{
	int err = -1;
	const TreeFile *f = tree_find(t, slice_of(path));
	ck_assert_msg(f != NULL, "%s is there", path);
	assert_slice(tree_bytes(t, f, &err), text);
	ck_assert_int_eq(err, 0);
	ck_assert_uint_eq(f->size, strlen(text));
}

static void assert_fails(const char *repo, const char *content, const char *rev, bool worktree, DiagId id)
{
	ck_assert_ptr_null(open_tree(repo, content, rev, worktree));
	ck_assert_uint_eq(diags.n, 1);
	assert_diag(0, id, "");
}

/* --- which state of the world --- */

START_TEST(a_commit_is_read_and_not_the_files_as_they_lie)
{
	open_scratch();
	git("init -q r");
	put("r/content/site.yaml", "committed");
	commit_all("r");
	put("r/content/site.yaml", "saved");
	put("r/content/new.yaml", "saved");
	Tree *t = open_tree("r", "content", NULL, false);
	assert_files(t, "site.yaml ");
	assert_text(t, "site.yaml", "committed");
	ck_assert(tree_is_commit(t));
	ck_assert(!tree_is_shallow(t));
	assert_silent();
	tree_free(t);
	close_scratch();
}
END_TEST

START_TEST(the_files_as_they_lie_are_read_when_asked)
{
	open_scratch();
	git("init -q r");
	put("r/content/site.yaml", "committed");
	commit_all("r");
	put("r/content/site.yaml", "saved");
	Tree *t = open_tree("r", "content", NULL, true);
	assert_text(t, "site.yaml", "saved");
	ck_assert(!tree_is_commit(t));
	ck_assert(!tree_is_shallow(t));
	ck_assert_ptr_null(tree_repository(t));
	ck_assert_ptr_null(tree_commit_id(t));
	assert_silent();
	tree_free(t);
	close_scratch();
}
END_TEST

START_TEST(outside_git_the_folder_is_read)
{
	open_scratch();
	put("r/content/site.yaml", "saved");
	Tree *t = open_tree("r", "content", NULL, false);
	assert_text(t, "site.yaml", "saved");
	ck_assert(!tree_is_commit(t));
	assert_silent();
	tree_free(t);
	assert_fails("r", "content", "main", false, D_NOT_A_REPOSITORY);
	close_scratch();
}
END_TEST

START_TEST(a_revision_chooses_the_commit)
{
	open_scratch();
	git("init -q -b main r");
	put("r/content/site.yaml", "first");
	commit_all("r");
	git("-C r tag -a -m text old");
	put("r/content/site.yaml", "second");
	commit_all("r");
	static const char *const firsts[] = {"old", "HEAD~1", "main^", "refs/tags/old"};
	for (size_t i = 0; i < sizeof firsts / sizeof *firsts; i++) {
		Tree *t = open_tree("r", "content", firsts[i], false);
		assert_text(t, "site.yaml", "first");
		tree_free(t);
	}
	Tree *t = open_tree("r", "content", "main", false);
	assert_text(t, "site.yaml", "second");
	tree_free(t);
	close_scratch();
}
END_TEST

START_TEST(a_revision_that_is_no_commit_is_unknown)
{
	static const char *const bad[] = {"nowhere", "HEAD~7", "HEAD:content", "HEAD^{tree}", "", "..", "0123abc"};
	open_scratch();
	git("init -q r");
	put("r/content/site.yaml", "text");
	commit_all("r");
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		assert_fails("r", "content", bad[i], false, D_UNKNOWN_REVISION);
	}
	close_scratch();
}
END_TEST

START_TEST(a_repository_without_commits_is_empty)
{
	open_scratch();
	git("init -q r");
	put("r/content/site.yaml", "text");
	assert_fails("r", "content", NULL, false, D_EMPTY_REPOSITORY);
	assert_fails("r", "content", "HEAD", false, D_EMPTY_REPOSITORY);
	assert_fails("r", "content", "v1", false, D_UNKNOWN_REVISION);
	Tree *t = open_tree("r", "content", NULL, true);
	assert_text(t, "site.yaml", "text");
	tree_free(t);
	close_scratch();
}
END_TEST

START_TEST(what_is_not_there_is_named)
{
	open_scratch();
	put("file", "text");
	git("init -q r");
	put("r/content/site.yaml", "text");
	put("r/plain", "text");
	assert_fails("absent", "content", NULL, false, D_NO_REPOSITORY);
	assert_fails("file", "content", NULL, false, D_NO_REPOSITORY);
	commit_all("r");
	put("r/later/site.yaml", "text");
	assert_fails("r", "later", NULL, false, D_NO_CONTENT_COMMITTED);
	assert_slice(diags.items[0].argv[0], "later");
	assert_fails("r", "plain", NULL, false, D_NO_CONTENT_COMMITTED);
	assert_fails("r", "content/site.yaml", NULL, false, D_NO_CONTENT_COMMITTED);
	assert_fails("r", "absent/", NULL, true, D_NO_CONTENT);
	assert_slice(diags.items[0].argv[0], "absent");
	assert_fails("r", "plain", NULL, true, D_NO_CONTENT);
	close_scratch();
}
END_TEST

START_TEST(a_repository_that_git_cannot_read_is_reported)
{
	open_scratch();
	git("init -q r");
	put("r/content/site.yaml", "text");
	commit_all("r");
	put("r/.git/config", "[core\n");
	assert_fails("r", "content", NULL, false, D_GIT_FAILED);
	put("moved/content/site.yaml", "text");
	put("moved/.git", "gitdir: /nowhere/at/all\n");
	assert_fails("moved", "content", NULL, false, D_GIT_FAILED);
	put("torn/content/site.yaml", "text");
	put("torn/.git/config", "");
	assert_fails("torn", "content", NULL, false, D_GIT_FAILED);
	close_scratch();
}
END_TEST

START_TEST(extensions_that_change_nothing_for_a_reader_are_accepted)
{
	open_scratch();
	git("init -q r");
	put("r/content/site.yaml", "text");
	commit_all("r");
	git("-C r config core.repositoryformatversion 1");
	git("-C r config extensions.worktreeConfig true");
	Tree *t = open_tree("r", "content", NULL, false);
	assert_text(t, "site.yaml", "text");
	tree_free(t);
	close_scratch();
}
END_TEST

/* As a user to whom nothing here belongs; the result is the exit status, as asserts of a child go unheard. */
static int open_as_stranger(void)
{
	pid_t child = fork();
	if (child == 0) {
		setenv("HOME", folder, 1);
		Tree *t = setuid(65534) == 0 ? open_tree("r", "content", NULL, false) : NULL;
		bool is_read = t && tree_is_commit(t) && tree_find(t, SL("site.yaml"));
		tree_free(t);
		_exit(is_read ? 0 : 1);
	}
	int status = -1;
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	return status;
}

START_TEST(a_repository_of_another_owner_is_read)
{
	open_scratch();
	git("init -q r");
	put("r/content/site.yaml", "text");
	commit_all("r");
	chmod(folder, 0755);
	if (chown(at("r/.git"), 12345, 12345) == 0 && chown(at("r"), 12345, 12345) == 0) {
		ck_assert_int_eq(open_as_stranger(), 0);
	} else {
		puts("skipped, for want of root: a_repository_of_another_owner_is_read");
	}
	close_scratch();
}
END_TEST

/* --- where the content lies --- */

static void assert_content_path(const char *repo, const char *content, const char *want)
{
	Tree *t = open_tree(repo, content, NULL, false);
	assert_silent();
	assert_text(t, "site.yaml", "text");
	assert_slice(tree_content_path(t), want);
	tree_free(t);
}

START_TEST(the_content_counts_from_the_folder_that_is_named)
{
	open_scratch();
	git("init -q r");
	put("r/a/b/content/site.yaml", "text");
	put("r/a/c/f", "text");
	commit_all("r");
	put_link("link", "r/a");
	assert_content_path("r", "a/b/content", "a/b/content");
	assert_content_path("r", "./a//b/./content/", "a/b/content");
	assert_content_path("r/a", "b/content", "a/b/content");
	assert_content_path("r/a/b", "content", "a/b/content");
	assert_content_path("r/a/b/content", ".", "a/b/content");
	assert_content_path("r/a/c", "../b/content", "a/b/content");
	assert_content_path("link/b", "content", "a/b/content");
	assert_content_path("link/b/", "content", "a/b/content");
	assert_content_path("r/.git", "a/b/content", "a/b/content");
	char absolute[128];
	snprintf(absolute, sizeof absolute, "%s/r/a/b/content", folder);
	assert_content_path("r/a/c", absolute, "a/b/content");
	assert_fails("r/a", "../../content", NULL, false, D_NO_CONTENT_COMMITTED);
	assert_fails("r", "/", NULL, false, D_NO_CONTENT_COMMITTED);
	close_scratch();
}
END_TEST

START_TEST(a_whole_repository_can_be_the_content)
{
	open_scratch();
	git("init -q r");
	put("r/site.yaml", "text");
	put("r/pages/about.md", "text");
	commit_all("r");
	assert_content_path("r", ".", "");
	for (int worktree = 0; worktree < 2; worktree++) {
		Tree *t = open_tree("r", ".", NULL, worktree);
		assert_files(t, "pages/about.md site.yaml ");
		assert_slice(tree_find(t, SL("pages/about.md"))->shown, "pages/about.md");
		tree_free(t);
	}
	close_scratch();
}
END_TEST

START_TEST(a_bare_repository_will_do)
{
	open_scratch();
	git("init -q r");
	put("r/content/site.yaml", "text");
	put("r/themes/own/theme.yaml", "theme");
	commit_all("r");
	git("clone -q --bare r bare.git");
	Arena a = ARENA_INIT;
	size_t n;
	Tree *t = open_tree("bare.git", "content", NULL, false);
	assert_text(t, "site.yaml", "text");
	assert_slice(tree_content_path(t), "content");
	const TreeFile *theme = tree_folder(t, &a, "themes/own", &n, &diags);
	ck_assert_uint_eq(n, 1);
	assert_slice(theme[0].bytes, "theme");
	assert_silent();
	arena_release(&a);
	tree_free(t);
	close_scratch();
}
END_TEST

START_TEST(a_linked_work_tree_will_do)
{
	open_scratch();
	git("init -q r");
	put("r/content/site.yaml", "text");
	commit_all("r");
	git("-C r worktree add -q ../second");
	assert_content_path("second", "content", "content");
	close_scratch();
}
END_TEST

/* --- which files --- */

START_TEST(files_are_ordered_by_bytes_and_shown_as_the_curator_knows_them)
{
	open_scratch();
	git("init -q r");
	put("r/site/content/b.yaml", "1");
	put("r/site/content/a/x.md", "2");
	put("r/site/content/a.yaml", "3");
	put("r/site/content/B.yaml", "4");
	put("r/site/content/a-b/x.md", "5");
	put("r/site/content/media/ёлка.jpg", "6");
	commit_all("r");
	for (int worktree = 0; worktree < 2; worktree++) {
		Tree *t = open_tree("r/site", "content/", NULL, worktree);
		assert_silent();
		assert_files(t, "B.yaml a-b/x.md a.yaml a/x.md b.yaml media/ёлка.jpg ");
		const TreeFile *f = tree_find(t, SL("a/x.md"));
		assert_slice(f->shown, "content/a/x.md");
		assert_slice(f->bytes, "2");
		ck_assert_ptr_null(tree_find(t, SL("a/y.md")));
		ck_assert_ptr_null(tree_find(t, SL("a")));
		ck_assert_ptr_null(tree_find(t, SL("")));
		tree_free(t);
	}
	close_scratch();
}
END_TEST

START_TEST(dot_files_and_the_readme_are_passed_over)
{
	open_scratch();
	git("init -q r");
	put("r/content/site.yaml", "text");
	put("r/content/README.md", "text");
	put("r/content/.hidden/site.yaml", "text");
	put("r/content/pages/.gitkeep", "");
	put("r/content/pages/README.md", "text");
	put_link("r/content/.link", "site.yaml");
	commit_all("r");
	for (int worktree = 0; worktree < 2; worktree++) {
		Tree *t = open_tree("r", "content", NULL, worktree);
		assert_silent();
		assert_files(t, "pages/README.md site.yaml ");
		tree_free(t);
	}
	close_scratch();
}
END_TEST

START_TEST(an_empty_content_folder_has_no_files)
{
	open_scratch();
	put("r/content/.keep", "");
	Tree *t = open_tree("r", "content", NULL, false);
	assert_silent();
	assert_files(t, "");
	ck_assert_ptr_null(tree_find(t, SL("site.yaml")));
	tree_free(t);
	close_scratch();
}
END_TEST

START_TEST(links_are_errors_and_lead_nowhere)
{
	open_scratch();
	git("init -q r");
	put("r/content/site.yaml", "text");
	put("secret/f.md", "text");
	put_link("r/content/policy.yaml", "site.yaml");
	put_link("r/content/media", "../../secret");
	put_link("r/content/people", "absent");
	commit_all("r");
	for (int worktree = 0; worktree < 2; worktree++) {
		Tree *t = open_tree("r", "content", NULL, worktree);
		assert_files(t, "site.yaml ");
		ck_assert_uint_eq(diags.n, 3);
		assert_diag(0, D_SYMLINK, "content/media");
		assert_diag(1, D_SYMLINK, "content/people");
		assert_diag(2, D_SYMLINK, "content/policy.yaml");
		tree_free(t);
	}
	close_scratch();
}
END_TEST

START_TEST(the_content_folder_is_no_link_either)
{
	open_scratch();
	git("init -q r");
	put("r/real/site.yaml", "text");
	put_link("r/content", "real");
	commit_all("r");
	for (int worktree = 0; worktree < 2; worktree++) {
		ck_assert_ptr_null(open_tree("r", "content/", NULL, worktree));
		ck_assert_uint_eq(diags.n, 1);
		assert_diag(0, D_SYMLINK, "content");
	}
	close_scratch();
}
END_TEST

START_TEST(a_repository_inside_the_content_is_an_error)
{
	char words[128];
	open_scratch();
	git("init -q r");
	put("r/content/site.yaml", "text");
	git("init -q r/content/media");
	put("r/content/media/f.md", "text");
	commit_all("r/content/media");
	git("-C r/content/media rev-parse HEAD");
	snprintf(words, sizeof words, "-C r update-index --add --cacheinfo 160000,%s,content/media", git_said());
	git("-C r add content/site.yaml");
	git(words);
	git("-C r commit -q -m text");
	for (int worktree = 0; worktree < 2; worktree++) {
		Tree *t = open_tree("r", "content", NULL, worktree);
		assert_files(t, "site.yaml ");
		ck_assert_uint_eq(diags.n, 1);
		assert_diag(0, D_SUBMODULE, "content/media");
		tree_free(t);
	}
	ck_assert_ptr_null(open_tree("r", "content/media", NULL, false));
	assert_diag(0, D_SUBMODULE, "content/media");
	close_scratch();
}
END_TEST

START_TEST(what_is_no_file_at_all_is_an_error)
{
	open_scratch();
	put("r/content/site.yaml", "text");
	ck_assert_int_eq(mkfifoat(root, "r/content/pipe.yaml", 0666), 0);
	Tree *t = open_tree("r", "content", NULL, false);
	assert_files(t, "site.yaml ");
	ck_assert_uint_eq(diags.n, 1);
	assert_diag(0, D_SPECIAL_FILE, "content/pipe.yaml");
	tree_free(t);
	close_scratch();
}
END_TEST

START_TEST(a_folder_in_the_place_of_a_file_is_an_error)
{
	open_scratch();
	git("init -q r");
	put("r/content/site.yaml/x.md", "text");
	put("r/content/roadmap.yaml/x.md", "text");
	put("r/content/mentors/ivanova.md/x.md", "text");
	put("r/content/people/petrov.yaml/x.md", "text");
	put("r/content/media/plan.md/x.md", "text");
	put("r/content/pages/about/x.md", "text");
	commit_all("r");
	for (int worktree = 0; worktree < 2; worktree++) {
		Tree *t = open_tree("r", "content", NULL, worktree);
		assert_files(t, "media/plan.md/x.md pages/about/x.md ");
		ck_assert_uint_eq(diags.n, 4);
		assert_diag(0, D_FOLDER_FOR_FILE, "content/mentors/ivanova.md");
		assert_diag(1, D_FOLDER_FOR_FILE, "content/people/petrov.yaml");
		assert_diag(2, D_FOLDER_FOR_FILE, "content/roadmap.yaml");
		assert_diag(3, D_FOLDER_FOR_FILE, "content/site.yaml");
		tree_free(t);
	}
	close_scratch();
}
END_TEST

START_TEST(names_that_cannot_be_shown_are_errors)
{
	open_scratch();
	git("init -q r");
	put("r/content/site.yaml", "text");
	put("r/content/media/\xCF\xEB\xE0\xED.pdf", "text"); /* «План» in Windows-1251 */
	put("r/content/media/a\nb.pdf", "text");
	put("r/content/a\xC2\x85/b.md", "text");
	put("r/content/media/\x7F.pdf", "text");
	commit_all("r");
	for (int worktree = 0; worktree < 2; worktree++) {
		Tree *t = open_tree("r", "content", NULL, worktree);
		assert_files(t, "site.yaml ");
		ck_assert_uint_eq(diags.n, 4);
		assert_diag(0, D_BAD_FILE_NAME, "content/a�");
		assert_diag(1, D_BAD_FILE_NAME, "content/media/a�b.pdf");
		assert_diag(2, D_BAD_FILE_NAME, "content/media/�.pdf");
		assert_diag(3, D_BAD_FILE_NAME, "content/media/����.pdf");
		tree_free(t);
	}
	close_scratch();
}
END_TEST

/* --- sizes --- */

enum { MIB = 1024 * 1024 };

static void put_sizes(void)
{
	put_size("r/content/a.yaml", MIB);
	put_size("r/content/b.yaml", MIB + 1);
	put_size("r/content/c.md", 2 * MIB + 16);
	put_size("r/content/d.md", 2 * MIB + 17);
	put_size("r/content/media/e.jpg", 32 * MIB);
	put_size("r/content/media/f.JPG", 32 * MIB + 1);
	put_size("r/content/media/g.webp", 32 * MIB + 1);
	put_size("r/content/media/h.pdf", 32 * MIB + 1);
}

static void assert_sizes(bool worktree)
{
	Tree *t = open_tree("r", "content", NULL, worktree);
	assert_files(t, "a.yaml c.md media/e.jpg media/h.pdf ");
	ck_assert_uint_eq(diags.n, 4);
	assert_diag(0, D_TOO_LARGE, "content/b.yaml");
	assert_slice(diags.items[0].argv[0], "1 MiB");
	assert_diag(1, D_TOO_LARGE, "content/d.md");
	assert_slice(diags.items[1].argv[0], "2 MiB");
	assert_diag(2, D_TOO_LARGE, "content/media/f.JPG");
	assert_slice(diags.items[2].argv[0], "32 MiB");
	assert_diag(3, D_TOO_LARGE, "content/media/g.webp");
	ck_assert_uint_eq(tree_find(t, SL("media/h.pdf"))->size, 32 * MIB + 1);
	tree_free(t);
}

START_TEST(files_over_their_limit_are_left_out)
{
	open_scratch();
	git("init -q r");
	put_sizes();
	git("-C r config core.bigFileThreshold 1m"); /* stored apart: quicker, and another kind of object */
	commit_all("r");
	assert_sizes(false);
	assert_sizes(true);
	put_size("r/content/media/i.pdf", 128 * MIB);
	put_size("r/content/media/j.pdf", 128 * MIB + 1);
	Tree *t = open_tree("r", "content", NULL, true);
	assert_files(t, "a.yaml c.md media/e.jpg media/h.pdf media/i.pdf ");
	assert_diag(4, D_TOO_LARGE, "content/media/j.pdf");
	assert_slice(diags.items[4].argv[0], "128 MiB");
	tree_free(t);
	close_scratch();
}
END_TEST

START_TEST(folders_nested_too_deeply_are_an_error)
{
	Buf path = BUF_INIT;
	open_scratch();
	buf_str(&path, "r/content/media");
	for (int i = 1; i < 32; i++) {
		buf_str(&path, "/d");
	}
	size_t deepest = path.n;
	buf_str(&path, "/f.pdf");
	put(path.p, "text");
	Tree *t = open_tree("r", "content", NULL, false);
	assert_silent();
	tree_free(t);
	path.n = deepest;
	buf_str(&path, "/d/g.pdf");
	put(path.p, "text");
	t = open_tree("r", "content", NULL, false);
	ck_assert_uint_eq(diags.n, 1);
	ck_assert_int_eq(diags.items[0].id, D_TOO_DEEP);
	assert_slice(diags.items[0].argv[0], "32");
	tree_free(t);
	buf_release(&path);
	close_scratch();
}
END_TEST

/* Makes a tree object of `copies` entries that are all the object `id`; leaves its id in git_said(). */
static void make_tree_of(const char *mode, const char *type, const char *id, int copies)
{
	Buf b = BUF_INIT;
	for (int i = 0; i < copies; i++) {
		buf_printf(&b, "%s %s %s\t%c.pdf\n", mode, type, id, 'a' + i);
	}
	put_bytes("in", buf_slice(&b));
	buf_release(&b);
	git_with("in", "-C r mktree");
}

static void commit_tree(const char *id)
{
	char words[256];
	snprintf(words, sizeof words, "-C r commit-tree -m text %s", id);
	git(words);
	snprintf(words, sizeof words, "-C r update-ref HEAD %s", git_said());
	git(words);
}

START_TEST(a_tree_that_unfolds_without_end_is_stopped)
{
	open_scratch();
	git("init -q r");
	put("in", "text");
	git_with("in", "-C r hash-object -w --stdin");
	make_tree_of("100644", "blob", git_said(), 16);
	for (int level = 0; level < 8; level++) {
		make_tree_of("040000", "tree", git_said(), 16); /* 16 to the ninth files */
	}
	commit_tree(git_said());
	Tree *t = open_tree("r", ".", NULL, false);
	ck_assert_uint_eq(diags.n, 1);
	ck_assert_int_eq(diags.items[0].id, D_TOO_MANY_FILES);
	tree_free(t);
	close_scratch();
}
END_TEST

START_TEST(a_tree_that_names_a_file_twice_keeps_one)
{
	Buf b = BUF_INIT;
	open_scratch();
	git("init -q r");
	put("in", "text");
	git_with("in", "-C r hash-object -w --stdin");
	/* The raw object has the id as 20 bytes; git says it in hexadecimal. */
	for (int copy = 0; copy < 2; copy++) {
		const char *hex = git_said();
		buf_put(&b, "100644 a.yaml", 14);
		for (int i = 0; i < 20; i++) {
			unsigned byte = 0;
			ck_assert_int_eq(sscanf(hex + (size_t)i * 2, "%2x", &byte), 1);
			buf_byte(&b, (char)byte);
		}
	}
	put_bytes("in", buf_slice(&b));
	git_with("in", "-C r hash-object -w -t tree --literally --stdin");
	commit_tree(git_said());
	Tree *t = open_tree("r", ".", NULL, false);
	assert_files(t, "a.yaml ");
	ck_assert_uint_eq(diags.n, 1);
	assert_diag(0, D_CANNOT_READ, "a.yaml");
	tree_free(t);
	buf_release(&b);
	close_scratch();
}
END_TEST

/* --- bytes --- */

START_TEST(texts_are_loaded_at_once_and_the_rest_when_asked)
{
	open_scratch();
	git("init -q r");
	put("r/content/site.yaml", "yaml");
	put("r/content/empty.yaml", "");
	put("r/content/media/p.jpg", "picture");
	put("r/content/media/empty.bin", "");
	commit_all("r");
	for (int worktree = 0; worktree < 2; worktree++) {
		int err;
		Tree *t = open_tree("r", "content", NULL, worktree);
		assert_slice(tree_find(t, SL("site.yaml"))->bytes, "yaml");
		ck_assert_ptr_nonnull(tree_find(t, SL("empty.yaml"))->bytes.p);
		const TreeFile *picture = tree_find(t, SL("media/p.jpg"));
		ck_assert_ptr_null(picture->bytes.p);
		ck_assert_uint_eq(picture->size, 7);
		Slice bytes = tree_bytes(t, picture, &err);
		assert_slice(bytes, "picture");
		ck_assert_ptr_eq(tree_bytes(t, picture, &err).p, bytes.p);
		assert_text(t, "media/empty.bin", "");
		assert_text(t, "empty.yaml", "");
		tree_free(t);
	}
	close_scratch();
}
END_TEST

typedef struct Readers {
	Tree *tree;
	const TreeFile *files;
	size_t n;
} Readers;

static void read_one(void *ctx, size_t i, unsigned worker)
{
	Readers *r = ctx;
	const TreeFile *f = &r->files[i % r->n];
	int err;
	(void)worker;
	Slice bytes = tree_bytes(r->tree, f, &err);
	ck_assert_int_eq(err, 0);
	ck_assert(slice_eq(bytes, f->path)); /* each file holds its own path */
}

START_TEST(threads_may_read_at_the_same_time)
{
	open_scratch();
	git("init -q r");
	for (int i = 0; i < 100; i++) {
		char path[64];
		snprintf(path, sizeof path, "r/content/media/%02d.jpg", i);
		put(path, path + strlen("r/content/"));
	}
	commit_all("r");
	for (int worktree = 0; worktree < 2; worktree++) {
		Readers r = {.tree = open_tree("r", "content", NULL, worktree)};
		r.files = tree_files(r.tree, &r.n);
		ck_assert_uint_eq(r.n, 100);
		pool_run(4, 1000, read_one, &r);
		tree_free(r.tree);
	}
	close_scratch();
}
END_TEST

static void assert_unreadable(Tree *t, const char *path, int want)
{
	int err = 0;
	ck_assert_uint_eq(tree_bytes(t, tree_find(t, slice_of(path)), &err).n, 0);
	ck_assert_int_eq(err, want);
}

START_TEST(a_file_that_changed_since_it_was_listed_is_not_read)
{
	open_scratch();
	put("secret", "picture");
	put("r/content/media/grown.jpg", "picture");
	put("r/content/media/shrunk.jpg", "picture");
	put("r/content/media/gone.jpg", "picture");
	put("r/content/media/link.jpg", "picture");
	put("r/content/linked/folder.jpg", "picture");
	Tree *t = open_tree("r", "content", NULL, false);
	put("r/content/media/grown.jpg", "a picture");
	put("r/content/media/shrunk.jpg", "pic");
	ck_assert_int_eq(unlinkat(root, "r/content/media/gone.jpg", 0), 0);
	ck_assert_int_eq(unlinkat(root, "r/content/media/link.jpg", 0), 0);
	put_link("r/content/media/link.jpg", "../../../secret");
	ck_assert_int_eq(renameat(root, "r/content/linked", root, "moved"), 0);
	put_link("r/content/linked", "../../moved");
	assert_unreadable(t, "media/grown.jpg", -ESTALE);
	assert_unreadable(t, "media/shrunk.jpg", -ESTALE);
	assert_unreadable(t, "media/gone.jpg", -ENOENT);
	assert_unreadable(t, "media/link.jpg", -ELOOP);
	assert_unreadable(t, "linked/folder.jpg", -ELOOP);
	tree_free(t);
	close_scratch();
}
END_TEST

/* Deletes the object from the repository "r", which keeps it in a file of its own. */
static void lose_object(const char *id)
{
	char path[128];
	snprintf(path, sizeof path, "r/.git/objects/%.2s/%s", id, id + 2);
	ck_assert_int_eq(unlinkat(root, path, 0), 0);
}

START_TEST(a_lost_object_costs_its_file_alone)
{
	open_scratch();
	git("init -q r");
	put("r/content/a.yaml", "first");
	put("r/content/b.yaml", "second");
	put("r/content/pages/c.md", "third");
	commit_all("r");
	git("-C r rev-parse HEAD:content/a.yaml");
	lose_object(git_said());
	git("-C r rev-parse HEAD:content/pages");
	lose_object(git_said());
	Tree *t = open_tree("r", "content", NULL, false);
	assert_files(t, "b.yaml ");
	ck_assert_uint_eq(diags.n, 2);
	assert_diag(0, D_CANNOT_READ, "content/a.yaml");
	assert_diag(1, D_CANNOT_READ, "content/pages");
	tree_free(t);
	git("-C r rev-parse HEAD:content");
	lose_object(git_said());
	t = open_tree("r", "content", NULL, false);
	assert_diag(0, D_CANNOT_READ, "content");
	tree_free(t);
	close_scratch();
}
END_TEST

START_TEST(a_lost_picture_is_an_error_of_reading)
{
	open_scratch();
	git("init -q r");
	put("r/content/media/p.jpg", "picture");
	commit_all("r");
	Tree *t = open_tree("r", "content", NULL, false);
	git("-C r rev-parse HEAD:content/media/p.jpg");
	lose_object(git_said());
	assert_unreadable(t, "media/p.jpg", -EIO);
	tree_free(t);
	close_scratch();
}
END_TEST

/* --- themes, history --- */

static void assert_theme(const char *repo, bool worktree, const char *text)
{
	Arena a = ARENA_INIT;
	size_t n;
	Tree *t = open_tree(repo, "content", NULL, worktree);
	ck_assert_ptr_nonnull(t);
	const TreeFile *files = tree_folder(t, &a, "themes/own/", &n, &diags);
	assert_silent();
	ck_assert_uint_eq(n, 3);
	assert_slice(files[0].path, "README.md");
	assert_slice(files[1].path, "assets/logo.svg");
	assert_slice(files[2].path, "theme.yaml");
	assert_slice(files[2].shown, "themes/own/theme.yaml");
	assert_slice(files[2].bytes, text);
	int err;
	assert_slice(tree_bytes(t, &files[2], &err), text);
	tree_folder(t, &a, "themes/absent", &n, &diags);
	ck_assert_uint_eq(n, 0);
	tree_folder(t, &a, "themes/own/theme.yaml", &n, &diags);
	ck_assert_uint_eq(n, 0);
	tree_folder(t, &a, "../themes/own", &n, &diags);
	ck_assert_uint_eq(n, 0);
	assert_silent();
	tree_free(t);
	arena_release(&a);
}

START_TEST(a_theme_comes_from_the_same_snapshot)
{
	open_scratch();
	git("init -q r");
	put("r/sub/content/site.yaml", "text");
	put("r/sub/themes/own/theme.yaml", "committed");
	put("r/sub/themes/own/README.md", "text");
	put("r/sub/themes/own/assets/logo.svg", "text");
	put("r/sub/themes/own/.editorconfig", "text");
	commit_all("r");
	put("r/sub/themes/own/theme.yaml", "saved");
	assert_theme("r/sub", false, "committed");
	assert_theme("r/sub", true, "saved");
	close_scratch();
}
END_TEST

START_TEST(the_faults_of_a_theme_are_reported)
{
	open_scratch();
	git("init -q r");
	put("r/content/site.yaml", "text");
	put_size("r/themes/own/assets/font.woff2", MIB + 1);
	put_link("r/themes/own/assets/link.css", "../theme.yaml");
	put("r/themes/own/theme.yaml", "text");
	put_link("r/themes/link", "own");
	commit_all("r");
	for (int worktree = 0; worktree < 2; worktree++) {
		Arena a = ARENA_INIT;
		size_t n;
		Tree *t = open_tree("r", "content", NULL, worktree);
		tree_folder(t, &a, "themes/own", &n, &diags);
		ck_assert_uint_eq(n, 1);
		tree_folder(t, &a, "themes/link", &n, &diags);
		ck_assert_uint_eq(n, 0);
		diags_sort(&diags);
		ck_assert_uint_eq(diags.n, 3);
		assert_diag(0, D_SYMLINK, "themes/link");
		assert_diag(1, D_TOO_LARGE, "themes/own/assets/font.woff2");
		assert_slice(diags.items[1].argv[0], "1 MiB");
		assert_diag(2, D_SYMLINK, "themes/own/assets/link.css");
		tree_free(t);
		arena_release(&a);
	}
	close_scratch();
}
END_TEST

START_TEST(the_commit_is_known_to_who_reads_history)
{
	open_scratch();
	git("init -q r");
	put("r/content/site.yaml", "text");
	commit_all("r");
	Tree *t = open_tree("r", "content", NULL, false);
	Buf hex = BUF_INIT;
	for (int i = 0; i < 20; i++) {
		buf_printf(&hex, "%02x", tree_commit_id(t)[i]);
	}
	git("-C r rev-parse HEAD");
	assert_slice(buf_slice(&hex), git_said());
	ck_assert_ptr_nonnull(tree_repository(t));
	buf_release(&hex);
	tree_free(t);
	close_scratch();
}
END_TEST

START_TEST(a_shallow_clone_is_told_from_a_whole_one)
{
	char words[256];
	open_scratch();
	git("init -q r");
	put("r/content/site.yaml", "text");
	commit_all("r");
	commit_all("r");
	snprintf(words, sizeof words, "clone -q --depth 1 file://%s/r shallow", folder);
	git(words);
	snprintf(words, sizeof words, "clone -q file://%s/r whole", folder);
	git(words);
	Tree *t = open_tree("shallow", "content", NULL, false);
	ck_assert(tree_is_shallow(t));
	assert_text(t, "site.yaml", "text");
	tree_free(t);
	t = open_tree("whole", "content", NULL, false);
	ck_assert(!tree_is_shallow(t));
	tree_free(t);
	close_scratch();
}
END_TEST

START_TEST(files_that_are_nowhere_yet_can_be_put_beside_the_others)
{
	open_scratch();
	put("content/media/a.bin", "picture");
	put("content/people/b.yaml", "b");
	Tree *t = open_tree(".", "content", NULL, true);
	const TreeFile more[] = {
	        {.path = SL("people/c.yaml"), .shown = SL("content/people/c.yaml"), .size = 1, .bytes = SL("c")},
	        {.path = SL("mentors/a.md"), .shown = SL("content/mentors/a.md"), .size = 1, .bytes = SL("a")}};
	tree_add(t, more, 2);
	size_t n;
	const TreeFile *files = tree_files(t, &n);
	ck_assert_uint_eq(n, 4);
	assert_slice(files[0].path, "media/a.bin");
	assert_slice(files[1].path, "mentors/a.md");
	assert_slice(files[2].path, "people/b.yaml");
	assert_slice(files[3].path, "people/c.yaml");
	assert_text(t, "people/c.yaml", "c");
	assert_text(t, "people/b.yaml", "b");
	assert_text(t, "media/a.bin", "picture");
	tree_free(t);
	close_scratch();
}
END_TEST

UNIT_MAIN("tree", files_that_are_nowhere_yet_can_be_put_beside_the_others,
          a_commit_is_read_and_not_the_files_as_they_lie, the_files_as_they_lie_are_read_when_asked,
          outside_git_the_folder_is_read, a_revision_chooses_the_commit, a_revision_that_is_no_commit_is_unknown,
          a_repository_without_commits_is_empty, what_is_not_there_is_named,
          a_repository_that_git_cannot_read_is_reported, extensions_that_change_nothing_for_a_reader_are_accepted,
          a_repository_of_another_owner_is_read, the_content_counts_from_the_folder_that_is_named,
          a_whole_repository_can_be_the_content, a_bare_repository_will_do, a_linked_work_tree_will_do,
          files_are_ordered_by_bytes_and_shown_as_the_curator_knows_them, dot_files_and_the_readme_are_passed_over,
          an_empty_content_folder_has_no_files, links_are_errors_and_lead_nowhere, the_content_folder_is_no_link_either,
          a_repository_inside_the_content_is_an_error, what_is_no_file_at_all_is_an_error,
          a_folder_in_the_place_of_a_file_is_an_error, names_that_cannot_be_shown_are_errors,
          files_over_their_limit_are_left_out, folders_nested_too_deeply_are_an_error,
          a_tree_that_unfolds_without_end_is_stopped, a_tree_that_names_a_file_twice_keeps_one,
          texts_are_loaded_at_once_and_the_rest_when_asked, threads_may_read_at_the_same_time,
          a_file_that_changed_since_it_was_listed_is_not_read, a_lost_object_costs_its_file_alone,
          a_lost_picture_is_an_error_of_reading, a_theme_comes_from_the_same_snapshot,
          the_faults_of_a_theme_are_reported, the_commit_is_known_to_who_reads_history,
          a_shallow_clone_is_told_from_a_whole_one)
