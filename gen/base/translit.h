/*
 * translit.h - Cyrillic in Latin letters, as documents and addresses write it.
 *
 *   GOST      ГОСТ 7.79-2000, system B, less its grave accents (text_latin): «Щукина Юлия», Shhukina Yuliya
 *   PASSPORT  ICAO Doc 9303, part 3, section 6: Shchukina Iuliia
 *   YANDEX    of Yandex's maps: Schukina Yuliya
 *   BGN       BGN/PCGN 1947: Shchukina Yuliya, Yelena; ъ and ь as ” and ’
 *
 * What is not Cyrillic stays. A capital stays one: «Щ» gives "Shch".
 */
#ifndef BASE_TRANSLIT_H
#define BASE_TRANSLIT_H

#include "base/buf.h"

typedef enum Translit { TRANSLIT_GOST, TRANSLIT_PASSPORT, TRANSLIT_YANDEX, TRANSLIT_BGN, TRANSLITS } Translit;

void translit(Buf *out, Slice s, Translit system);

#endif
