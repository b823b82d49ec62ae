/*
 * summary.h - the line that ends a check and a build: counts and time, no values.
 */
#ifndef CMD_SUMMARY_H
#define CMD_SUMMARY_H

#include "cmd/session.h"

/* «Записей: 95; скрыто: черновики — 2, нет согласия — 5. Время: 1,3 с.»; `ms`: milliseconds. */
void summary_put(Buf *out, const Session *s, int64_t ms);

#endif
