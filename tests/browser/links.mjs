// links.mjs: every link, picture and fragment within a site leads somewhere, every
// page is reached from the front page, and every file is asked for by something.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { files } from "./pages.mjs";
import { gather, test } from "./report.mjs";

const ENTITIES = { "&amp;": "&", "&quot;": "\"", "&#39;": "'", "&lt;": "<", "&gt;": ">" };
const plain = text => text.replace(/&(amp|quot|#39|lt|gt);/g, entity => ENTITIES[entity]);

/** Every address that a page names, as written. */
function* addresses(html) {
	const body = html.replace(/<script\b[^>]*>[^]*?<\/script>/g, tag => tag.slice(0, tag.indexOf(">") + 1));
	for (const [, name, value] of body.matchAll(/\s(href|src|srcset|action|data-index)="([^"]*)"/g)) {
		if (name === "srcset") yield* plain(value).split(",").map(part => part.trim().split(/\s+/)[0]);
		else yield plain(value);
	}
	for (const [, value] of body.matchAll(/http-equiv="refresh"[^>]*url=([^"]+)"/g)) yield plain(value);
	for (const [, value] of body.matchAll(/<meta property="og:image" content="([^"]+)"/g)) yield plain(value);
}

/** The pages of a site as { file: { targets: [{ file, fragment, url }], ids } }, addresses of other hosts left out. */
async function read(site) {
	const graph = new Map();
	for (const { path, file } of site.all) {
		const html = await readFile(join(site.folder, file), "utf8");
		const targets = [...addresses(html)].map(address => new URL(address, site.url(path)))
			.filter(url => url.origin === site.origin)
			.map(url => {
				const inside = decodeURIComponent(url.pathname);
				const name = inside.startsWith(site.base) ? inside.slice(site.base.length) : ".." + inside;
				return { file: name === "" || name.endsWith("/") ? name + "index.html" : name, fragment: decodeURIComponent(url.hash.slice(1)) };
			});
		graph.set(file, { targets, ids: new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(found => plain(found[1]))) });
	}
	return graph;
}

function broken(graph, there) {
	const faults = [];
	for (const [file, { targets }] of graph) {
		for (const target of targets) {
			if (!there.has(target.file)) faults.push([`no file ${target.file}`, file]);
			else if (target.fragment && !graph.get(target.file)?.ids.has(target.fragment)) {
				faults.push([`no place ${target.file}#${target.fragment}`, file]);
			}
		}
	}
	return gather(faults);
}

function reached(graph) {
	const seen = new Set(["index.html"]);
	for (const file of seen) for (const target of graph.get(file)?.targets ?? []) seen.add(target.file);
	return seen;
}

/** Files that stand for themselves: read by machines at a known address, or by who had an old one. */
const ALONE = /^(404\.html|robots\.txt|sitemap\.xml|\.rubrika-manifest|search\/.*\.json|data\/rubric\.schema\.json)$|\.(gz|br)$/;

async function orphans(site, graph, there) {
	const data = await readFile(join(site.folder, "data/rubric.json"), "utf8");
	const seen = reached(graph);
	for (const file of there) if (data.includes(`/${file}"`)) seen.add(file);
	const old = new Set(site.all.filter(page => page.moved).map(page => page.file));
	return [...there].filter(file => !seen.has(file) && !old.has(file) && !ALONE.test(file)).map(file => `nothing leads to ${file}`);
}

export default async function ({ demo, many }) {
	for (const site of [demo, many]) {
		const graph = await read(site);
		const there = new Set(await files(site.folder));
		await test(`links: every link and fragment leads somewhere, ${site.name}`, () => broken(graph, there));
		await test(`links: every page and file is reached from the front page, ${site.name}`, () => orphans(site, graph, there));
	}
}
