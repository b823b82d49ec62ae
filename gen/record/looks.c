#include "record/looks.h"

#define ID_PATTERN "^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$"

const char looks_id[] = ID_PATTERN;

static const struct {
	const char *pattern, *example;
} looks[] = {
        [TYPE_STRING] = {"^\\s*\\S.*\\s*$", NULL},
        [TYPE_ALT] = {"^\\s*$|^\\s*\\S.*\\s*$", NULL},
        [TYPE_DATE] = {"^\\d{4}-\\d{2}-\\d{2}$", "2025-09-01"},
        [TYPE_MOMENT] = {"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$", "2025-09-01T15:00"},
        [TYPE_REF] = {ID_PATTERN, "ivanova"},
        [TYPE_TWIN] = {ID_PATTERN, "polozhenie"},
        [TYPE_MEDIA] = {"^/?media/.", "media/gramota.pdf"},
        [TYPE_IMAGE] = {"^/?media/.+\\.([Jj][Pp][Ee]?[Gg]|[Pp][Nn][Gg]|[Ww][Ee][Bb][Pp])$", "media/foto.jpg"},
        [TYPE_URL] = {"^(https?://[^\\s/]\\S*|mailto:\\S+|tel:\\S+|(?!//|[A-Za-z0-9+.-]+:)\\S+)$",
                      "https://school.example/"},
        [TYPE_BASE_URL] = {"^https?://[^\\s/?#][^\\s?#]*/$", "https://school.example/nastavnichestvo/"},
        [TYPE_PATH] = {"^[^\\s?#]*$", "mentors/ivanova/"},
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
