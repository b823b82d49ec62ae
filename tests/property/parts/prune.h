/*
 * prune.h - a tree after something was taken out: without whatever spoke of it.
 */
#ifndef TESTS_PRUNE_H
#define TESTS_PRUNE_H

#include "garden.h"

/* Removes references and links to what is not there; fields, maps and records that need them too. */
void prune(Garden *g);

#endif
