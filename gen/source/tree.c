#include "source/tree.h"

#include <errno.h>
#include <fcntl.h>
#include <git2.h>
#include <pthread.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/path.h"
#include "source/folder.h"
#include "source/listing.h"
#include "source/shelf.h"
#include "source/tree_git.h"

/* A commit, and where in its tree the folder of -C lies. */
typedef struct Commit {
	git_repository *repo; /* NULL: the snapshot is of a folder */
	git_odb *odb;
	git_oid id;
	git_oid root;
	Slice top;     /* of the work tree, absolute; empty when the repository is bare */
	Slice from;    /* of -C, absolute, not above top */
	Slice content; /* the content folder, below top */
} Commit;

/* Where files are listed and read: a tree of the commit, or an open folder. */
typedef struct Root {
	git_oid id;
	int fd; /* negative: none */
} Root;

/* What the snapshot keeps to itself of the file at the same index. */
typedef struct Stored {
	unsigned char id[20];
	Slice bytes; /* read on demand, under the lock; p == NULL before */
} Stored;

struct Tree {
	Arena arena; /* under the lock once the snapshot is open */
	TreeFile *files;
	Stored *stored;
	size_t n;
	Commit commit;
	int base; /* the folder of -C */
	Root content;
	Shelf *shelf;
	Loans loans;
	pthread_mutex_t lock;
};

static const Slice nothing = {NULL, 0};
static const Loc nowhere = {{NULL, 0}, 0, 0};

static Slice git_reason(void)
{
	const git_error *e = git_error_last();
	return e && e->message ? slice_of(e->message) : SL("error");
}

/* --- the repository --- */

/* Process-wide, and right for all of it: whose the files are matters where git
 * runs hooks and programs, and here they are only read; the extensions are
 * those that change nothing in how a commit is read. */
static void open_library(void)
{
	static const char *const extensions[] = {"partialclone", "preciousobjects", "relativeworktrees",
	                                         "worktreeconfig"};
	git_libgit2_init();
	git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
	git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, extensions, sizeof extensions / sizeof *extensions);
}

static Slice real_path(Arena *a, const char *path)
{
	char *real = path ? realpath(path, NULL) : NULL;
	Slice normal = path_normal(a, slice_of(real));
	free(real);
	return normal;
}

static void find_paths(Commit *c, Arena *a, const char *dir)
{
	const char *top = git_repository_workdir(c->repo);
	c->top = real_path(a, top);
	c->from = top ? real_path(a, dir) : nothing;
	if (path_holds(real_path(a, git_repository_path(c->repo)), c->from)) {
		c->from = c->top; /* -C names the folder .git: its repository is meant */
	}
}

/* Gives an error of libgit2; GIT_ENOTFOUND and no c->repo when dir is in no repository. */
static int open_repository(Commit *c, Arena *a, const char *dir)
{
	int err = git_repository_open_ext(&c->repo, dir, 0, NULL);
	if (err) {
		return err;
	}
	find_paths(c, a, dir);
	return git_repository_odb(&c->odb, c->repo);
}

static void report_revision(const Commit *c, int err, const char *rev, Diags *diags)
{
	if (err != GIT_ENOTFOUND && err != GIT_EAMBIGUOUS && err != GIT_EINVALIDSPEC && err != GIT_EPEEL) {
		DIAG(diags, D_GIT_FAILED, nowhere, git_reason());
	} else if (strcmp(rev, "HEAD") == 0 && git_repository_head_unborn(c->repo) == 1) {
		DIAG_AT(diags, D_EMPTY_REPOSITORY, nowhere);
	} else {
		DIAG(diags, D_UNKNOWN_REVISION, nowhere, slice_of(rev));
	}
}

static bool find_commit(Commit *c, const char *rev, Diags *diags)
{
	git_object *named = NULL;
	git_object *commit = NULL;
	int err = git_revparse_single(&named, c->repo, rev);
	if (!err) {
		err = git_object_peel(&commit, named, GIT_OBJECT_COMMIT);
	}
	if (!err) {
		c->id = *git_object_id(commit);
		c->root = *git_commit_tree_id((git_commit *)commit);
	} else {
		report_revision(c, err, rev, diags);
	}
	git_object_free(commit);
	git_object_free(named);
	return !err;
}

static EntryKind kind_of(const git_tree_entry *e)
{
	switch (git_tree_entry_filemode(e)) {
	case GIT_FILEMODE_BLOB:
	case GIT_FILEMODE_BLOB_EXECUTABLE:
		return KIND_FILE;
	case GIT_FILEMODE_TREE:
		return KIND_FOLDER;
	case GIT_FILEMODE_LINK:
		return KIND_LINK;
	case GIT_FILEMODE_COMMIT:
		return KIND_MODULE;
	default:
		return KIND_OTHER;
	}
}

static void list_blob(const Commit *c, Listing *l, TreeFile file, const git_oid *id)
{
	size_t size = 0;
	git_object_t type = GIT_OBJECT_INVALID;
	if (git_odb_read_header(&size, &type, c->odb, id) != 0) {
		DIAG(l->diags, D_CANNOT_READ, listing_loc(l, file.path), git_reason());
		return;
	}
	file.size = size;
	listing_add(l, file, id->id);
}

static void list_tree(const Commit *c, Listing *l, const git_oid *id, Slice dir)
{
	git_tree *tree = NULL;
	if (git_tree_lookup(&tree, c->repo, id) != 0) {
		DIAG(l->diags, D_CANNOT_READ, listing_loc(l, dir), git_reason());
		return;
	}
	for (size_t i = 0; i < git_tree_entrycount(tree); i++) {
		const git_tree_entry *e = git_tree_entry_byindex(tree, i);
		TreeFile file;
		switch (listing_judge(l, &file, dir, slice_of(git_tree_entry_name(e)), kind_of(e))) {
		case VERDICT_SKIP:
			break;
		case VERDICT_TAKE:
			list_blob(c, l, file, git_tree_entry_id(e));
			break;
		case VERDICT_ENTER:
			list_tree(c, l, git_tree_entry_id(e), file.path);
			break;
		}
	}
	git_tree_free(tree);
}

/* The error of opening such an entry as a folder; -EXDEV where another repository begins. */
static const int folder_errors[] = {
        [KIND_FILE] = -ENOTDIR, [KIND_FOLDER] = 0,       [KIND_LINK] = -ELOOP,
        [KIND_MODULE] = -EXDEV, [KIND_OTHER] = -ENOTDIR,
};

static int find_entry(git_oid *out, const Commit *c, const char *path)
{
	git_tree *root = NULL;
	git_tree_entry *entry = NULL;
	int err = git_tree_lookup(&root, c->repo, &c->root) == 0 ? 0 : -EIO;
	if (!err) {
		int found = git_tree_entry_bypath(&entry, root, path);
		err = found == 0 ? folder_errors[kind_of(entry)] : found == GIT_ENOTFOUND ? -ENOENT : -EIO;
	}
	if (!err) {
		*out = *git_tree_entry_id(entry);
	}
	git_tree_entry_free(entry);
	git_tree_free(root);
	return err;
}

static int find_in_commit(git_oid *out, const Commit *c, Arena *a, Slice folder)
{
	Slice path;
	if (!path_below(&path, a, c->top, c->from, folder)) {
		return -ENOENT;
	}
	*out = c->root;
	return path.n ? find_entry(out, c, arena_cstr(a, path)) : 0;
}

static int read_blob(const Commit *c, Arena *a, Slice *out, const unsigned char *id)
{
	git_oid oid;
	git_odb_object *object = NULL;
	git_oid_fromraw(&oid, id);
	if (git_odb_read(&object, c->odb, &oid) != 0) {
		return -EIO;
	}
	*out = arena_dup(a, (Slice){git_odb_object_data(object), git_odb_object_size(object)});
	git_odb_object_free(object);
	return 0;
}

/* --- a commit or a folder --- */

static void close_fd(int fd)
{
	if (fd >= 0) {
		close(fd);
	}
}

/* Gives 0 or a negative errno; out->fd is to be closed. */
static int open_root(Root *out, Tree *t, Arena *a, Slice folder)
{
	*out = (Root){.fd = -1};
	if (t->commit.repo) {
		return find_in_commit(&out->id, &t->commit, a, folder);
	}
	out->fd = folder_open(t->base, folder.n ? arena_cstr(a, folder) : ".");
	return out->fd < 0 ? out->fd : 0;
}

static Slice reason(const Tree *t, int err)
{
	return t->commit.repo ? git_reason() : slice_of(strerrordesc_np(-err));
}

static bool is_absent(int err)
{
	return err == -ENOENT || err == -ENOTDIR;
}

static void report_root(const Tree *t, int err, Slice folder, Diags *diags)
{
	Loc loc = {folder, 0, 0};
	if (is_absent(err)) {
		DIAG(diags, t->commit.repo ? D_NO_CONTENT_COMMITTED : D_NO_CONTENT, nowhere, folder);
	} else if (err == -ELOOP) {
		DIAG_AT(diags, D_SYMLINK, loc);
	} else if (err == -EXDEV) {
		DIAG_AT(diags, D_SUBMODULE, loc);
	} else {
		DIAG(diags, D_CANNOT_READ, loc, reason(t, err));
	}
}

/* A file of a folder; the shelf is of the content's. */
static int read_file(Tree *t, Arena *a, Slice *out, int fd, const TreeFile *f, uint64_t limit)
{
	bool kept = t->shelf && fd == t->content.fd;
	return kept ? shelf_lend(t->shelf, &t->loans, out, fd, f, limit) : folder_read(a, out, fd, f->path, limit);
}

static bool load(Tree *t, Arena *a, const Root *root, Listing *l, Found *f)
{
	if (!listing_loads(l, f->file.path)) {
		return true;
	}
	uint64_t limit = listing_limit(l, f->file.path).bytes;
	int err = t->commit.repo ? read_blob(&t->commit, a, &f->file.bytes, f->id)
	                         : read_file(t, a, &f->file.bytes, root->fd, &f->file, limit);
	if (err) {
		DIAG(l->diags, D_CANNOT_READ, listing_loc(l, f->file.path), reason(t, err));
	}
	f->file.size = f->file.bytes.n;
	return !err;
}

/* Lists the files below root, and reads those that belong to the snapshot from its start. */
static void gather(Tree *t, Arena *a, const Root *root, Listing *l)
{
	size_t kept = 0;
	if (t->commit.repo) {
		list_tree(&t->commit, l, &root->id, nothing);
	} else {
		folder_list(l, root->fd);
	}
	listing_sort(l);
	for (size_t i = 0; i < l->found.n; i++) {
		if (load(t, a, root, l, &l->found.items[i])) {
			l->found.items[kept++] = l->found.items[i];
		}
	}
	l->found.n = kept;
}

/* --- opening --- */

static void store(Tree *t, const Listing *l)
{
	t->n = l->found.n;
	t->files = listing_files(l, &t->arena);
	t->stored = arena_array(&t->arena, t->n, sizeof *t->stored);
	for (size_t i = 0; i < t->n; i++) {
		memcpy(t->stored[i].id, l->found.items[i].id, sizeof t->stored[i].id);
	}
}

static bool open_content(Tree *t, Slice content, Diags *diags)
{
	Listing l;
	int err = open_root(&t->content, t, &t->arena, content);
	if (err) {
		report_root(t, err, content, diags);
		return false;
	}
	if (t->commit.repo) {
		path_below(&t->commit.content, &t->arena, t->commit.top, t->commit.from, content);
	}
	listing_init(&l, RULES_CONTENT, &t->arena, content, diags);
	gather(t, &t->arena, &t->content, &l);
	store(t, &l);
	if (t->shelf) {
		shelf_keep(t->shelf, t->files, t->n);
	}
	/* Of half a tree every other word would be that something is missing. */
	bool whole = !l.is_full;
	listing_release(&l);
	return whole;
}

static bool open_base(Tree *t, const char *repo, Diags *diags)
{
	t->base = open(repo, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (t->base < 0 && (errno == ENOENT || errno == ENOTDIR)) {
		DIAG(diags, D_NO_REPOSITORY, nowhere, slice_of(repo));
	} else if (t->base < 0) {
		DIAG(diags, D_CANNOT_READ, ((Loc){slice_of(repo), 0, 0}), slice_of(strerrordesc_np(errno)));
	}
	return t->base >= 0;
}

/* A damaged repository looks to libgit2 like none at all; its files are then not
 * published as they lie, which nobody asked for. */
static bool is_damaged(int base)
{
	return faccessat(base, ".git", F_OK, AT_SYMLINK_NOFOLLOW) == 0;
}

/* Settles what the snapshot is of; false with a diagnostic when it cannot be had. */
static bool open_commit(Tree *t, const char *repo, const char *rev, Diags *diags)
{
	int err = open_repository(&t->commit, &t->arena, repo);
	if (!err) {
		return find_commit(&t->commit, rev ? rev : "HEAD", diags);
	}
	if (err != GIT_ENOTFOUND || t->commit.repo || is_damaged(t->base)) {
		DIAG(diags, D_GIT_FAILED, nowhere, git_reason());
		return false;
	}
	if (rev) {
		DIAG(diags, D_NOT_A_REPOSITORY, nowhere, slice_of(repo), slice_of(rev));
	}
	return !rev;
}

static Tree *tree_new(Shelf *shelf)
{
	Tree *t = mem_alloc(sizeof *t);
	t->shelf = shelf;
	t->base = t->content.fd = -1;
	pthread_mutex_init(&t->lock, NULL);
	open_library();
	return t;
}

Tree *tree_open(const TreeOptions *o, Diags *diags)
{
	return tree_open_kept(o, NULL, diags);
}

Tree *tree_open_kept(const TreeOptions *o, Shelf *shelf, Diags *diags)
{
	const char *repo = o->repo ? o->repo : ".";
	Slice content = path_tidy(slice_of(o->content ? o->content : "content"));
	Tree *t = tree_new(shelf);
	if (open_base(t, repo, diags) && (o->worktree || open_commit(t, repo, o->rev, diags)) &&
	    open_content(t, content, diags)) {
		return t;
	}
	tree_free(t);
	return NULL;
}

void tree_free(Tree *t)
{
	if (!t) {
		return;
	}
	loans_return(&t->loans);
	close_fd(t->content.fd);
	close_fd(t->base);
	git_odb_free(t->commit.odb);
	git_repository_free(t->commit.repo);
	git_libgit2_shutdown();
	pthread_mutex_destroy(&t->lock);
	arena_release(&t->arena);
	free(t);
}

/* --- reading --- */

const TreeFile *tree_files(const Tree *t, size_t *n)
{
	*n = t->n;
	return t->files;
}

static int by_path(const void *key, const void *file)
{
	return slice_cmp(*(const Slice *)key, ((const TreeFile *)file)->path);
}

const TreeFile *tree_find(const Tree *t, Slice path)
{
	return t->n ? bsearch(&path, t->files, t->n, sizeof *t->files, by_path) : NULL;
}

static int read_stored(Tree *t, const TreeFile *f, Stored *s)
{
	Slice bytes;
	int err = t->commit.repo ? read_blob(&t->commit, &t->arena, &bytes, s->id)
	                         : read_file(t, &t->arena, &bytes, t->content.fd, f, f->size);
	if (err == -EFBIG || (!err && bytes.n != f->size)) {
		return -ESTALE; /* saved since it was listed: not the state that this snapshot is of */
	}
	if (!err) {
		s->bytes = bytes;
	}
	return err;
}

Slice tree_bytes(Tree *t, const TreeFile *f, int *err)
{
	*err = 0;
	if (f->bytes.p) {
		return f->bytes;
	}
	Stored *s = &t->stored[f - t->files];
	pthread_mutex_lock(&t->lock);
	if (!s->bytes.p) {
		*err = read_stored(t, f, s);
	}
	Slice bytes = s->bytes;
	pthread_mutex_unlock(&t->lock);
	return bytes;
}

/* One place further down for all that stand behind the new one. */
static void insert(Tree *t, const TreeFile *file)
{
	size_t at = t->n;
	while (at > 0 && slice_cmp(file->path, t->files[at - 1].path) < 0) {
		t->files[at] = t->files[at - 1];
		t->stored[at] = t->stored[at - 1];
		at--;
	}
	t->files[at] = *file;
	memset(&t->stored[at], 0, sizeof t->stored[at]);
	t->n++;
}

void tree_add(Tree *t, const TreeFile *files, size_t n)
{
	TreeFile *more_files = arena_array(&t->arena, t->n + n, sizeof *more_files);
	Stored *more_stored = arena_array(&t->arena, t->n + n, sizeof *more_stored);
	for (size_t i = 0; i < t->n; i++) {
		more_files[i] = t->files[i];
		more_stored[i] = t->stored[i];
	}
	t->files = more_files;
	t->stored = more_stored;
	for (size_t i = 0; i < n; i++) {
		insert(t, &files[i]);
	}
}

bool tree_is_commit(const Tree *t)
{
	return t->commit.repo != NULL;
}

bool tree_is_shallow(const Tree *t)
{
	return t->commit.repo && git_repository_is_shallow(t->commit.repo) == 1;
}

const TreeFile *tree_folder(Tree *t, Arena *a, const char *folder, size_t *n, Diags *diags)
{
	Root root;
	Listing l;
	Slice shown = path_tidy(slice_of(folder));
	int err = open_root(&root, t, a, shown);
	*n = 0;
	if (err) {
		if (!is_absent(err)) {
			report_root(t, err, shown, diags);
		}
		return NULL;
	}
	listing_init(&l, RULES_OTHER, a, shown, diags);
	gather(t, a, &root, &l);
	TreeFile *files = listing_files(&l, a);
	*n = l.found.n;
	listing_release(&l);
	close_fd(root.fd);
	return files;
}

struct git_repository *tree_repository(const Tree *t)
{
	return t->commit.repo;
}

const unsigned char *tree_commit_id(const Tree *t)
{
	return t->commit.repo ? t->commit.id.id : NULL;
}

Slice tree_content_path(const Tree *t)
{
	return t->commit.content;
}

Version tree_git_version(void)
{
	int major, minor, micro;
	char loaded[VERSION_MAX];
	git_libgit2_version(&major, &minor, &micro);
	version_join(loaded, (unsigned)major, (unsigned)minor, (unsigned)micro);
	return version_of("libgit2", LIBGIT2_VERSION, loaded);
}
