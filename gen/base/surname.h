/*
 * surname.h - how a Russian name is spelt in its cases.
 *
 * For finding a name in a text, not for writing one: where the grammar leaves
 * a choice, or the written name does not tell (is «Калина» a noun, or the wife
 * of Калин?), every spelling is given. Rules: Русская грамматика (1980),
 * §§ 1194-1200; Розенталь, Справочник по правописанию, §§ 149, 162.
 *
 * Forms are in lower case, with ё as written and with е, each once. A name in
 * other letters than Cyrillic is not declined.
 */
#ifndef BASE_SURNAME_H
#define BASE_SURNAME_H

#include "base/arena.h"

typedef struct NameForms {
	const Slice *items;
	size_t n;
} NameForms;

/* The spellings of a family name, given in the nominative of either gender, in
 * six cases, both genders and the plural. Parts of a double name («Римская-Корсакова»)
 * go through the cases together, or only the last does. */
NameForms surname_forms(Arena *a, Slice family);
/* The same of names that stand together, such as a given name and a
 * patronymic: all in one case, with a blank between. */
NameForms surname_with(Arena *a, const Slice *names, size_t n);

#endif
