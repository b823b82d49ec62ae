/*
 * ics.h - a calendar of libical as the bytes of a file.
 */
#ifndef RENDER_ICS_H
#define RENDER_ICS_H

#include <libical/ical.h>

#include "base/buf.h"

/* Adds the calendar in lines of at most 75 octets that end in CRLF (RFC 5545, 3.1), and frees it. */
void ics_put(Buf *out, icalcomponent *calendar);

#endif
