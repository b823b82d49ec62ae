#include "source/metadata.h"

#include "base/pdf.h"
#include "base/unpack.h"
#include "base/charset.h"
#include "source/metadata_parts.h"

void metadata_tell(const Metadata *m, Slice bytes, bool person, bool remark)
{
	Buf text = BUF_INIT;
	charset_read(&text, bytes);
	if (slice_trim(buf_slice(&text)).n) {
		m->sink(m->ctx, &(MetadataText){buf_slice(&text), person, remark});
	}
	buf_release(&text);
}

static bool is_properties(Slice inner)
{
	return slice_starts(inner, SL("docProps/")) || slice_is(inner, "meta.xml") ||
	       slice_ends(inner, SL("/meta.xml"));
}

static void read_member(void *ctx, Slice inner, Slice bytes)
{
	if (slice_ends(inner, SL(".xml"))) {
		metadata_xml(ctx, bytes, is_properties(inner));
	}
}

/* OpenDocument in one file, which says what it is in its first lines. */
static bool is_flat_document(Slice bytes)
{
	Slice head = slice_sub(bytes, 0, 4096);
	return slice_find(head, SL("<office:document"), 0) < head.n;
}

bool metadata_read(Slice bytes, MetadataSink *sink, void *ctx)
{
	Metadata m = {sink, ctx};
	if (slice_starts(bytes, SL("PK\3\4"))) {
		return unpack(SL(""), bytes, read_member, &m);
	}
	if (slice_starts(bytes, SL("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))) {
		return metadata_ole(&m, bytes);
	}
	if (pdf_is_pdf(bytes)) {
		return metadata_pdf(&m, bytes);
	}
	if (is_flat_document(bytes)) {
		metadata_xml(&m, bytes, false);
	}
	return true;
}
