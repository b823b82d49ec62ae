#include "record/looks.h"

#define ID_PATTERN "^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$"

const char looks_id[] = ID_PATTERN;

/* Months have their days, but that every February may have 29. */
#define DATE_PATTERN                                                                                 \
	"\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|" \
	"02-(?:0[1-9]|[12]\\d))"
/* Parts of a path that are empty, "." or "..". */
#define NO_WAY_OUT "(?!.*(?:^|/)\\.\\.?(?:/|$))(?!.*//)"

/* What no address has, in a class of letters. */
#define NO_URL "\\\\<>\""

static const struct {
	const char *pattern, *example;
} looks[] = {
        [TYPE_STRING] = {"^\\s*\\S.*\\s*$", NULL},
        [TYPE_ALT] = {"^\\s*$|^\\s*\\S.*\\s*$", NULL},
        [TYPE_DATE] = {"^" DATE_PATTERN "$", "2025-09-01"},
        [TYPE_MOMENT] = {"^" DATE_PATTERN "T(?:[01]\\d|2[0-3]):[0-5]\\d$", "2025-09-01T15:00"},
        [TYPE_REF] = {ID_PATTERN, "ivanova"},
        [TYPE_TWIN] = {ID_PATTERN, "polozhenie"},
        [TYPE_MEDIA] = {"^" NO_WAY_OUT "/?media/.*[^/]$", "media/gramota.pdf"},
        [TYPE_IMAGE] = {"^" NO_WAY_OUT "/?media/.+\\.([Jj][Pp][Ee]?[Gg]|[Pp][Nn][Gg]|[Ww][Ee][Bb][Pp])$",
                        "media/foto.jpg"},
        [TYPE_URL] = {"^(https?://[^\\s/" NO_URL "][^\\s" NO_URL "]*|mailto:[^\\s" NO_URL "]+|tel:[^\\s" NO_URL
                      "]+|(?!//|[A-Za-z0-9+.-]+:)[^\\s" NO_URL "]+)$",
                      "https://school.example/"},
        [TYPE_BASE_URL] = {"^https?://[^\\s/?#][^\\s?#]*/$", "https://school.example/nastavnichestvo/"},
        [TYPE_PATH] = {"^(?![A-Za-z][A-Za-z0-9+.-]*:)" NO_WAY_OUT "[^\\s?#]*$", "mentors/ivanova/"},
        [TYPE_ZONE] = {"^[A-Za-z_]+(/[A-Za-z0-9_+-]+)*$", "Europe/Moscow"},
        [TYPE_NUMBER] = {"^[0-9A-Za-z][0-9A-Za-z-]{0,63}$", "2025-03"},
        [TYPE_SLUG] = {ID_PATTERN, "teacher-teacher"},
        [TYPE_VOCAB] = {ID_PATTERN, "teacher-teacher"},
        [TYPE_MAP] = {NULL, NULL},
};

const char *looks_pattern(FieldType type)
{
	return looks[type].pattern;
}

const char *looks_example(FieldType type)
{
	return looks[type].example;
}
