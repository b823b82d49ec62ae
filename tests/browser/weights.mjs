// weights.mjs: the budget of site.md: a page with its styles is at most 20 KB as
// it travels (gzip), the scripts of the whole site 10 KB as they lie, and one
// stylesheet is all that a page waits for. And it is kept by search too.
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { files } from "./pages.mjs";
import { test } from "./report.mjs";

const PAGE = 20 * 1024;
const SCRIPTS = 10 * 1024;

const packed = bytes => gzipSync(bytes, { level: 9 }).length;
const stylesOf = html => [...html.matchAll(/<link\b[^>]*\brel="stylesheet"[^>]*\bhref="([^"]+)"/g)].map(found => found[1]);
const fileAt = (site, href) => join(site.folder, new URL(href, site.origin).pathname.slice(site.base.length));

async function weigh(site, page) {
	const html = await readFile(join(site.folder, page.file));
	const styles = await Promise.all(stylesOf(html.toString()).map(href => readFile(fileAt(site, href))));
	const weight = [html, ...styles].map(packed).reduce((sum, each) => sum + each, 0);
	return weight > PAGE ? [`/${page.path}: ${weight} bytes of ${PAGE}`] : [];
}

/** What stops a page from being shown until it has come: styles but one, scripts that are neither put off nor data. */
async function blockers(site, page) {
	const html = await readFile(join(site.folder, page.file), "utf8");
	const styles = stylesOf(html);
	const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(found => found[0])
		.filter(tag => !/\b(defer|async|type="module"|type="application\/ld\+json"|type="application\/json")/.test(tag));
	return [...styles.length > 1 ? [`/${page.path}: ${styles.length} stylesheets`] : [], ...scripts.map(tag => `/${page.path}: ${tag}`)];
}

async function weighScripts(site) {
	const names = (await files(site.folder)).filter(name => name.endsWith(".js"));
	const sizes = await Promise.all(names.map(async name => (await stat(join(site.folder, name))).size));
	const sum = sizes.reduce((total, size) => total + size, 0);
	return sum > SCRIPTS ? [`${sum} bytes of ${SCRIPTS}: ${names.join(", ")}`] : [];
}

const over = async (site, find) => (await Promise.all(site.pages.map(page => find(site, page)))).flat();

export default async function ({ demo, many }) {
	for (const site of [demo, many]) {
		await test(`weights: every page with its styles is at most 20 KB gzipped, ${site.name}`, () => over(site, weigh));
		await test(`weights: one stylesheet is all a page waits for, ${site.name}`, () => over(site, blockers));
	}
	await test("weights: all scripts are at most 10 KB", () => weighScripts(demo));
}
