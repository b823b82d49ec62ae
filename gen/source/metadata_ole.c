/* Names in the binary documents of Office: [MS-CFB], and the property sets of [MS-OLEPS] in it. */
#include "base/bytes.h"
#include "base/mem.h"
#include "base/charset.h"
#include "source/metadata_parts.h"

enum {
	HEADER = 512,
	IN_HEADER = 109, /* sectors of the table that the header names */
	ENTRY = 128,     /* bytes of a directory entry */
	PROPERTIES_MOST = 1 << 16,
};

/* The numbers from here on are no sectors: the end of a chain, a free sector. */
static const uint32_t no_sector = 0xFFFFFFFA;

typedef struct Compound {
	Slice bytes;
	size_t sector, mini; /* bytes of a sector, of a mini sector */
	Buf table, mini_table, mini_stream;
} Compound;

static Slice sector_at(const Compound *c, uint32_t number)
{
	size_t from = (size_t)(number + UINT64_C(1)) * c->sector;
	return number < no_sector ? slice_sub(c->bytes, from, from + c->sector) : SL("");
}

/* The sectors of a chain one after another; a chain cannot be longer than the file. */
static void read_chain(Buf *out, const Compound *c, uint32_t first)
{
	size_t most = c->bytes.n / c->sector;
	Slice table = buf_slice(&c->table);
	for (uint32_t at = first; at < no_sector && most > 0; most--) {
		buf_add(out, sector_at(c, at));
		size_t next = (size_t)at * 4;
		at = next + 4 <= table.n ? le32(table, next) : no_sector;
	}
}

static void read_mini_chain(Buf *out, const Compound *c, uint32_t first)
{
	Slice table = buf_slice(&c->mini_table);
	Slice stream = buf_slice(&c->mini_stream);
	size_t most = stream.n / c->mini;
	for (uint32_t at = first; at < no_sector && most > 0; most--) {
		size_t from = (size_t)at * c->mini;
		buf_add(out, slice_sub(stream, from, from + c->mini));
		size_t next = (size_t)at * 4;
		at = next + 4 <= table.n ? le32(table, next) : no_sector;
	}
}

/* The table of sectors: the first are named in the header, the others in a chain of lists. */
static void read_table(Compound *c)
{
	for (size_t i = 0; i < IN_HEADER; i++) {
		buf_add(&c->table, sector_at(c, le32(c->bytes, 76 + 4 * i)));
	}
	size_t most = c->bytes.n / c->sector;
	for (uint32_t at = le32(c->bytes, 68); at < no_sector && most > 0; most--) {
		Slice list = sector_at(c, at);
		for (size_t i = 0; i + 8 <= list.n; i += 4) {
			buf_add(&c->table, sector_at(c, le32(list, i)));
		}
		at = list.n >= 4 ? le32(list, list.n - 4) : no_sector;
	}
}

/* --- property sets --- */

enum { TITLE = 2, SUBJECT, AUTHOR, KEYWORDS, COMMENTS, TEMPLATE, LAST_AUTHOR, MANAGER = 14 };
enum { SHORT = 0x1E, WIDE = 0x1F };

/* A string at an offset of a section: a count of bytes, or of UTF-16 units, and they. */
static void read_property(const Metadata *m, Slice section, size_t at, bool person)
{
	uint32_t type = le32(section, at) & 0xFFFF;
	size_t count = le32(section, at + 4);
	Buf text = BUF_INIT;
	if (type == SHORT) {
		Slice bytes = slice_sub(section, at + 8, at + 8 + count);
		charset_read(&text, slice_sub(bytes, 0, slice_find_byte(bytes, '\0', 0)));
	} else if (type == WIDE) {
		charset_utf16(&text, slice_sub(section, at + 8, at + 8 + 2 * count), false);
	}
	metadata_tell(m, buf_slice(&text), person, false);
	buf_release(&text);
}

static void read_section(const Metadata *m, Slice section, bool summary)
{
	uint32_t count = le32(section, 4);
	for (uint32_t i = 0; i < count && i < PROPERTIES_MOST && 16 + (size_t)8 * i <= section.n; i++) {
		uint32_t id = le32(section, 8 + (size_t)8 * i);
		uint32_t offset = le32(section, 12 + (size_t)8 * i);
		bool person = summary ? id == AUTHOR || id == LAST_AUTHOR : id == MANAGER;
		if (offset < section.n) {
			read_property(m, section, offset, person);
		}
	}
}

static void read_set(const Metadata *m, Slice set, bool summary)
{
	uint32_t sections = le32(set, 24);
	for (uint32_t i = 0; i < sections && i < 2; i++) {
		uint32_t offset = le32(set, 44 + (size_t)20 * i);
		read_section(m, slice_sub(set, offset, set.n), summary && i == 0);
	}
}

/* --- the directory --- */

static bool is_called(Slice entry, const char *name)
{
	Buf text = BUF_INIT;
	size_t n = le16(entry, 64);
	charset_utf16(&text, slice_sub(entry, 0, n > 2 ? n - 2 : 0), false);
	bool called = slice_is(buf_slice(&text), name);
	buf_release(&text);
	return called;
}

static void read_entry(const Metadata *m, const Compound *c, Slice entry)
{
	bool summary = is_called(entry, "\005SummaryInformation");
	size_t size = le32(entry, 120);
	Buf set = BUF_INIT;
	if (!summary && !is_called(entry, "\005DocumentSummaryInformation")) {
		return;
	}
	if (size < le32(c->bytes, 56)) {
		read_mini_chain(&set, c, le32(entry, 116));
	} else {
		read_chain(&set, c, le32(entry, 116));
	}
	read_set(m, slice_sub(buf_slice(&set), 0, size), summary);
	buf_release(&set);
}

static void read_directory(const Metadata *m, Compound *c)
{
	Buf directory = BUF_INIT;
	read_chain(&directory, c, le32(c->bytes, 48));
	Slice all = buf_slice(&directory);
	read_chain(&c->mini_table, c, le32(c->bytes, 60));
	read_chain(&c->mini_stream, c, le32(all, 116)); /* of the first entry, the root */
	for (size_t at = 0; at + ENTRY <= all.n; at += ENTRY) {
		read_entry(m, c, slice_sub(all, at, at + ENTRY));
	}
	buf_release(&directory);
}

bool metadata_ole(const Metadata *m, Slice bytes)
{
	uint32_t shift = le16(bytes, 30);
	uint32_t mini = le16(bytes, 32);
	if (bytes.n < HEADER || shift < 9 || shift > 12 || mini != 6) {
		return false;
	}
	Compound c = {bytes, (size_t)1 << shift, (size_t)1 << mini, BUF_INIT, BUF_INIT, BUF_INIT};
	read_table(&c);
	read_directory(m, &c);
	buf_release(&c.table);
	buf_release(&c.mini_table);
	buf_release(&c.mini_stream);
	return true;
}
