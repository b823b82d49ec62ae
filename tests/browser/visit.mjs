// visit.mjs: opens every page once and asks all that a page alone can answer:
// whether it is quiet, fits every width, and what axe says of it in every scheme.
// Every page of the demo; of the large site some of each sort.
import { axe } from "./axe.mjs";
import { each, open } from "./browser.mjs";
import { sample } from "./pages.mjs";
import { listen } from "./quiet.mjs";
import { fits } from "./reflow.mjs";
import { gather, test } from "./report.mjs";
import { outline } from "./tree.mjs";

const EACH = { demo: Infinity, many: 2 };
const WIDTH = 2; // pages at a time

/** The parts of a visit in their order: each takes a page that is open and gives [what, where] faults. */
const PARTS = {
	"its heads, landmarks and names make sense to who listens": outline,
	"no sideways scroll at 320, 360, 768 and 1440 px, nor with the largest text": fits,
	"axe finds nothing, light, dark, and in every scheme for weak sight": axe,
};
const QUIET = "no message, no failed request, no other host, no breach of the policy";

async function visit(context, site, path, found) {
	const page = await context.newPage();
	const heard = await listen(page, site);
	await page.goto(site.url(path), { waitUntil: "load" });
	await page.waitForLoadState("networkidle");
	found[QUIET].push(...heard.map(what => [what, "/" + path]));
	for (const [name, part] of Object.entries(PARTS)) {
		found[name].push(...(await part(page)).map(what => [what, "/" + path]));
	}
	await page.close();
}

export default async function ({ browser, demo, many }) {
	for (const [key, site] of Object.entries({ demo, many })) {
		const paths = sample(site.pages, EACH[key]).map(page => page.path);
		const found = Object.fromEntries([QUIET, ...Object.keys(PARTS)].map(name => [name, []]));
		const context = await open(browser);
		await each(paths, WIDTH, path => visit(context, site, path, found));
		await context.close();
		for (const [name, faults] of Object.entries(found)) {
			await test(`every page: ${name} (${paths.length} of ${site.name})`, () => gather(faults));
		}
	}
}
