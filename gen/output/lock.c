#include "output/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static int take(int fd)
{
	int err;
	do {
		err = flock(fd, LOCK_EX | LOCK_NB);
	} while (err != 0 && errno == EINTR);
	return err ? -errno : 0;
}

/* Does the name still lead to the file that was opened? */
static bool is_current(int fd, int dirfd, const char *name)
{
	struct stat held;
	struct stat named;
	return fstat(fd, &held) == 0 && fstatat(dirfd, name, &named, AT_SYMLINK_NOFOLLOW) == 0 &&
	       held.st_dev == named.st_dev && held.st_ino == named.st_ino;
}

int lock_take(int dirfd, const char *name)
{
	for (;;) {
		int fd = openat(dirfd, name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
		if (fd < 0) {
			return -errno;
		}
		int err = take(fd);
		if (!err && is_current(fd, dirfd, name)) {
			return fd;
		}
		close(fd);
		if (err) {
			return err;
		}
		/* The last holder removed the file between our open and our lock: its name is free, or another's. */
	}
}

void lock_drop(int lock, int dirfd, const char *name)
{
	if (lock >= 0) {
		/* First the name, while it is ours alone; who has opened it meanwhile sees that it is gone. */
		unlinkat(dirfd, name, 0);
		close(lock);
	}
}
