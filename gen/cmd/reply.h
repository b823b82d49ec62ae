/*
 * reply.h - a file as a reply to a request (RFC 9110): its type, ranges, conditions.
 */
#ifndef CMD_REPLY_H
#define CMD_REPLY_H

#include "cmd/http.h"

/* Is the host one by which only this machine is called? Any other was led here
 * by a name that somebody else gives out (DNS rebinding). */
bool reply_host_is_local(Slice host);
/* The media type of a file by the end of its name. */
const char *reply_type(Slice path);

typedef enum RangeKind {
	RANGE_WHOLE, /* none was asked for, or one that need not be understood */
	RANGE_PART,
	RANGE_UNMET, /* it begins behind the end */
} RangeKind;

/* Reads a Range header for a file of n bytes: [*from, *to). Several ranges are answered with the whole. */
RangeKind reply_range(Slice header, size_t n, size_t *from, size_t *to);
/* Does a list of tags, or "*", hold the tag? Weak tags count as strong ones. */
bool reply_has_tag(Slice list, Slice tag);
/* The bytes under `path` with a status, or the part of them, or that they have not changed. */
void reply_file(Reply *out, const Request *q, unsigned status, Slice path, Slice bytes);

#endif
