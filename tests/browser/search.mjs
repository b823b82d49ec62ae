// search.mjs: search in the browser, as it is typed: what comes first, how it is
// marked and said, by keys alone, how much it fetches. queries.mjs has the table.
import { each, open } from "./browser.mjs";
import { said, searchField, searchResults } from "./names.mjs";
import { NOTHING, SAME, TABLE } from "./queries.mjs";
import { test } from "./report.mjs";

const FETCHED = 100 * 1024; // bytes a query may cost
const WORDS = { none: /Ничего не нашлось/, found: /\d/ };
const fold = text => text.toLowerCase().replaceAll("ё", "е");

/** Types a query into an empty field and waits for what is said of it. */
async function ask(page, query) {
	const field = searchField(page);
	await field.fill("");
	await page.waitForFunction(() => document.querySelector("main [role=status]").textContent === "");
	await field.fill(query);
	await page.waitForFunction(() => /\d|нашлось|недоступен/.test(document.querySelector("main [role=status]").textContent));
}

async function searchPage(context, site) {
	const page = await context.newPage();
	await page.goto(site.url("search/"));
	return page;
}

async function first(context, site, queries) {
	const faults = [];
	const page = await searchPage(context, site);
	for (const [query, ...right] of queries) {
		await ask(page, query);
		const found = await searchResults(page, site.base);
		if (!right.includes(found[0]?.path)) {
			const at = found.findIndex(({ path }) => right.includes(path));
			faults.push(`«${query}»: first comes /${found[0]?.path ?? ""} «${found[0]?.title ?? "nothing"}», /${right[0]} is ${at < 0 ? "not in sight" : `number ${at + 1}`}`);
		}
	}
	await page.close();
	return faults;
}

async function same(context, site) {
	const faults = [];
	const page = await searchPage(context, site);
	const paths = async query => {
		await ask(page, query);
		return (await searchResults(page, site.base)).map(result => result.path).join();
	};
	for (const [one, other] of SAME) {
		const found = await paths(one);
		if (!found || found !== await paths(other)) faults.push(`«${one}» and «${other}» find not the same`);
	}
	await page.close();
	return faults;
}

async function nothing(context, site) {
	const faults = [];
	const page = await searchPage(context, site);
	for (const query of NOTHING) {
		await ask(page, query);
		if ((await searchResults(page, site.base)).length) faults.push(`«${query}» finds something`);
		if (!WORDS.none.test(await said(page))) faults.push(`«${query}»: it is not said that nothing is found`);
	}
	await page.close();
	return faults;
}

/** The words that were found are marked, in the form they have, and only they. */
async function marks(context, site) {
	const page = await searchPage(context, site);
	const faults = [];
	for (const [query, stem] of [["наставником", "настав"], ["физику", "физик"], ["петр", "петр"]]) {
		await ask(page, query);
		const found = await searchResults(page, site.base);
		const marked = found.flatMap(result => result.marked).map(fold);
		if (!marked.length) faults.push(`«${query}»: nothing is marked`);
		faults.push(...marked.filter(word => !word.startsWith(stem)).map(word => `«${query}»: «${word}» is marked`));
	}
	await page.close();
	return faults;
}

/** From any page: a field, Enter, the results, the page; the address keeps the query, Back finds it. */
async function keys(context, site) {
	const page = await context.newPage();
	const faults = [];
	await page.goto(site.url("documents/"));
	await page.getByRole("searchbox").first().focus();
	await page.keyboard.type("берестнева");
	await page.keyboard.press("Enter");
	await page.waitForURL(/[?&]q=/);
	await page.waitForFunction(() => document.querySelector("main [role=status]").textContent.match(/\d/));
	if (await searchField(page).inputValue() !== "берестнева") faults.push("the query is not in the field of the search page");
	await searchField(page).focus();
	for (let i = 0; i < 6 && !await page.evaluate(() => document.activeElement.closest("main li")); i++) await page.keyboard.press("Tab");
	await page.keyboard.press("Enter");
	await page.waitForURL(site.url("mentors/berestneva/"));
	await page.goBack();
	await page.waitForFunction(() => document.querySelector("main [role=status]").textContent.match(/\d/)).catch(() => faults.push("Back finds no results"));
	await searchField(page).fill("лузгарев");
	await page.keyboard.press("Enter");
	if (!decodeURIComponent(page.url()).includes("лузгарев")) faults.push("the address does not keep the query");
	await page.close();
	return faults;
}

/** What one query fetches of the large site, first of all and as it travels. */
async function cost(browser, site) {
	const faults = [];
	for (const query of ["наставник физика", "елена", "берестнива", "yfcnfdybr"]) {
		const context = await open(browser);
		const page = await searchPage(context, site);
		const session = await context.newCDPSession(page);
		let bytes = 0;
		await session.send("Network.enable");
		session.on("Network.loadingFinished", event => { bytes += event.encodedDataLength; });
		await ask(page, query);
		if (bytes > FETCHED) faults.push(`«${query}»: ${bytes} bytes`);
		if (!bytes) faults.push(`«${query}»: nothing was measured`);
		await context.close();
	}
	return faults;
}

export default async function ({ browser, demo, many }) {
	const context = await open(browser);
	await each(Object.entries(TABLE), 2, ([what, queries]) =>
		test(`search: ${what}, ${queries.length} queries and what comes first`, () => first(context, demo, queries)));
	await test("search: the wrong layout, ё and the case of letters change nothing", () => same(context, demo));
	await test("search: nothing found is said", () => nothing(context, demo));
	await test("search: what was found is marked", () => marks(context, demo));
	await test("search: keys alone, the address and Back", () => keys(context, demo));
	await test(`search: a query fetches at most 100 KB, ${many.name}`, () => cost(browser, many));
	await context.close();
}
