// pages.mjs: which pages a built site has, and which of them stand for the rest.
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** Every file below a folder, relative to it, in order. */
export async function files(folder) {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return entries.filter(entry => entry.isFile())
		.map(entry => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
		.sort();
}

/** The address of the page in a file: "mentors/" for mentors/index.html, "404.html" for itself. */
const addressOf = file => file.replace(/(^|\/)index\.html$/, "$1");

/**
 * The pages of a site as { path, file, moved }, fragments apart.
 * `moved` is where an old address sends its reader; such a page is left as it is opened.
 */
export async function pages(folder) {
	const html = (await files(folder)).filter(file => file.endsWith(".html") && !file.startsWith("fragments/"));
	return Promise.all(html.map(async file => {
		const text = await readFile(join(folder, file), "utf8");
		const [, moved] = /http-equiv="?refresh"?[^>]*url=([^"]+)"/i.exec(text) ?? [];
		return { path: addressOf(file), file, moved };
	}));
}

/** What a page is of: "mentors/" for the list, "mentors/ID/" for its pages, itself for a page at the root. */
function sortOf(path) {
	const [kind, ...rest] = path.split("/");
	return rest.filter(Boolean).length ? kind + "/ID/" : path;
}

/** Up to `most` pages of each sort: the shortest address, the longest, then as they come. */
export function sample(all, most) {
	const sorts = new Map();
	for (const page of all) {
		const sort = sortOf(page.path);
		sorts.set(sort, [...sorts.get(sort) ?? [], page]);
	}
	return [...sorts.values()].flatMap(same => {
		const byLength = [...same].sort((a, b) => a.path.length - b.path.length || (a.path < b.path ? -1 : 1));
		return [byLength[0], byLength.at(-1), ...byLength.slice(1, -1)].slice(0, Math.min(most, same.length));
	});
}
