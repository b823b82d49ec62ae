/*
 * figures.h - totals, breakdowns and consent notices (rules 7 and 12). Private to redact/.
 */
#ifndef REDACT_FIGURES_H
#define REDACT_FIGURES_H

#include "redact/door.h"

/* Fills the totals, breakdowns and notices of a site whose lists are made. */
void figures_project(Pass *p, PubSite *site);

#endif
