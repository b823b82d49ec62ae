// nojs.mjs: with scripts switched off a page says and leads to all it did, and
// where only a script could help, it says what to do instead.
import { each, open } from "./browser.mjs";
import { searchField, SITEMAP } from "./names.mjs";
import { sample } from "./pages.mjs";
import { gather, test } from "./report.mjs";

/** The links of the page that can be had by opening what is folded, and the words of its main part. */
const read = page => page.evaluate(() => {
	for (const fold of document.querySelectorAll("details")) fold.open = true;
	const shown = [...document.querySelectorAll("a[href]")].filter(a => a.checkVisibility());
	return { links: shown.map(a => new URL(a.getAttribute("href"), document.baseURI).href), words: document.querySelector("main").innerText.match(/[\p{L}\p{N}]+/gu) ?? [] };
});

async function compare(browser, site, paths) {
	const plain = await open(browser, { javaScriptEnabled: false }), scripted = await open(browser);
	const found = [];
	const readIn = async (context, path) => {
		const page = await context.newPage();
		await page.goto(site.url(path), { waitUntil: "load" });
		const what = await read(page);
		await page.close();
		return what;
	};
	await each(paths, 2, async path => {
		const [without, with_] = [await readIn(plain, path), await readIn(scripted, path)];
		const links = new Set(without.links), words = new Set(without.words);
		const lost = with_.links.filter(link => !links.has(link)), unsaid = with_.words.filter(word => !words.has(word));
		found.push(...lost.map(link => [`no link to ${link.replace(site.origin, "")}`, "/" + path]));
		if (unsaid.length) found.push([`the words are missing: ${unsaid.slice(0, 8).join(" ")}`, "/" + path]);
	});
	await plain.close();
	await scripted.close();
	return gather(found);
}

/** On a phone the menus are folded: every section is two presses away. */
async function menus(browser, site) {
	const context = await open(browser, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
	const page = await context.newPage();
	const faults = [];
	const listed = async () => page.getByRole("navigation").getByRole("link").filter({ visible: true }).count();
	await page.goto(site.url(""));
	for (const fold of await page.getByRole("navigation").locator("summary").filter({ visible: true }).all()) {
		const before = await listed();
		await fold.click();
		if (await listed() <= before) faults.push(`«${await fold.innerText()}» opens nothing`);
	}
	await page.getByRole("navigation").getByRole("link", { name: "Реестр наставников" }).first().click();
	if (await page.getByRole("heading", { level: 1 }).innerText() !== "Реестр наставников") faults.push("the menu does not lead to the registry");
	await context.close();
	return faults;
}

/** A search asked from any page comes to the page that says where to look by hand. */
async function search(browser, site) {
	const context = await open(browser, { javaScriptEnabled: false });
	const page = await context.newPage();
	const faults = [];
	await page.goto(site.url("mentors/"));
	await page.getByRole("searchbox").first().fill("наставник");
	await page.getByRole("searchbox").first().press("Enter");
	await page.waitForURL(url => url.pathname === site.base + "search/" && url.searchParams.get("q") === "наставник");
	if (!(await page.getByRole("main").innerText()).includes("JavaScript")) faults.push("the search page does not say that it needs a script");
	if (!await page.getByRole("main").getByRole("link", { name: SITEMAP }).isVisible()) faults.push("nor leads to the map of the section");
	if (await searchField(page).count() !== 1) faults.push("the field is gone");
	await context.close();
	return faults;
}

export default async function ({ browser, demo, many }) {
	for (const [site, most] of [[demo, 2], [many, 1]]) {
		const paths = sample(site.pages, most).map(page => page.path);
		await test(`no script: a page says and leads to all it did (${paths.length} of ${site.name})`, () => compare(browser, site, paths));
	}
	await test("no script: folded menus open and lead", () => menus(browser, demo));
	await test("no script: search says what to do instead", () => search(browser, demo));
}
