/*
 * banned.h - calls that do not compile here.
 *
 * Each has an unbounded, locale-dependent or process-wide effect and a
 * replacement in base/. Every header of base/ includes this one, after the
 * system headers, so no file of ours can escape it.
 */
#ifndef BASE_BANNED_H
#define BASE_BANNED_H

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define RUBRIKA_BANNED(f) rubrika_banned_##f

#undef strcpy
#define strcpy RUBRIKA_BANNED(strcpy)
#undef strcat
#define strcat RUBRIKA_BANNED(strcat)
#undef strncpy
#define strncpy RUBRIKA_BANNED(strncpy)
#undef strncat
#define strncat RUBRIKA_BANNED(strncat)
#undef strtok
#define strtok RUBRIKA_BANNED(strtok)
#undef sprintf
#define sprintf RUBRIKA_BANNED(sprintf)
#undef vsprintf
#define vsprintf RUBRIKA_BANNED(vsprintf)
#undef gets
#define gets RUBRIKA_BANNED(gets)
#undef atoi
#define atoi RUBRIKA_BANNED(atoi)
#undef atol
#define atol RUBRIKA_BANNED(atol)
#undef alloca
#define alloca RUBRIKA_BANNED(alloca)
/* Local time and static buffers: dates come from base/date.h and base/locale.h. */
#undef localtime
#define localtime RUBRIKA_BANNED(localtime)
#undef gmtime
#define gmtime RUBRIKA_BANNED(gmtime)
#undef asctime
#define asctime RUBRIKA_BANNED(asctime)
#undef ctime
#define ctime RUBRIKA_BANNED(ctime)
#undef mktime
#define mktime RUBRIKA_BANNED(mktime)
/* Depends on the process locale, and not on the input (law of purity). */
#undef strcoll
#define strcoll RUBRIKA_BANNED(strcoll)
#undef strcasecmp
#define strcasecmp RUBRIKA_BANNED(strcasecmp)
#undef isalpha
#define isalpha RUBRIKA_BANNED(isalpha)
#undef toupper
#define toupper RUBRIKA_BANNED(toupper)
#undef tolower
#define tolower RUBRIKA_BANNED(tolower)
/* Other programs: the generator runs none. */
#undef system
#define system RUBRIKA_BANNED(system)
#undef popen
#define popen RUBRIKA_BANNED(popen)

#endif
