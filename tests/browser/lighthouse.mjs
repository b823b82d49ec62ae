// lighthouse.mjs: Lighthouse as for a phone, on the pages that people come to.
//
// Accessibility, best practices and SEO do not depend on the machine: 100, once.
// Performance is simulated (Lighthouse's default for mobile: a slow 4G network and
// a CPU four times slower, computed from what was measured unthrottled), and still
// moves with how busy the machine is: 100 in the best of three runs.
import { load } from "./packages.mjs";
import { test } from "./report.mjs";

const PAGES = ["", "mentors/", "mentors/berestneva/", "programmes/2026-01/", "documents/polozhenie-2025/", "search/"];
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const TRIES = 3;

const percent = score => Math.round((score ?? 0) * 100);

/** What a category is less than 100 for. */
const causes = ({ categories, audits }, name) => categories[name].auditRefs
	.filter(({ id, weight }) => weight && audits[id].score !== null && audits[id].score < 1)
	.map(({ id }) => `${id}${audits[id].displayValue ? " " + audits[id].displayValue : ""}`);

async function measure(lighthouse, url, port, only) {
	const { lhr } = await lighthouse(url, { port, onlyCategories: only, logLevel: "silent", output: "json", disableFullPageScreenshot: true });
	if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
	return Object.fromEntries(only.map(name =>
		[name, { score: percent(lhr.categories[name].score), causes: causes(lhr, name) }]));
}

async function judge(lighthouse, url, port) {
	const found = await measure(lighthouse, url, port, CATEGORIES);
	for (let i = 1; i < TRIES && found.performance.score < 100; i++) {
		const { performance } = await measure(lighthouse, url, port, ["performance"]);
		if (performance.score > found.performance.score) found.performance = performance;
	}
	return CATEGORIES.filter(name => found[name].score < 100)
		.map(name => `${name} ${found[name].score}: ${found[name].causes.join(", ")}`);
}

export default async function ({ port, demo }) {
	const { default: lighthouse } = await load("lighthouse");
	for (const path of PAGES) {
		await test(`lighthouse: four times 100 on a phone, /${path}`, () => judge(lighthouse, demo.url(path), port));
	}
}
