#include "base/version.h"

static void copy(char out[VERSION_MAX], const char *text)
{
	snprintf(out, VERSION_MAX, "%s", text ? text : "");
}

Version version_of(const char *library, const char *built, const char *loaded)
{
	Version v = {.library = library};
	copy(v.built, built);
	copy(v.loaded, loaded);
	return v;
}

void version_join(char out[VERSION_MAX], unsigned major, unsigned minor, unsigned micro)
{
	snprintf(out, VERSION_MAX, "%u.%u.%u", major, minor, micro);
}
