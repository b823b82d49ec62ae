// axe.mjs: axe-core over an open page: all its rules in the light scheme, and
// those that look at colours and sizes in each other scheme there is.
import { readFile } from "node:fs/promises";
import { reset, SCHEMES, set } from "./names.mjs";
import { fileOf } from "./packages.mjs";

const source = await readFile(fileOf("axe-core/axe.min.js"), "utf8");

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const SEEN = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"];

const analyse = only => window.axe.run(document, { runOnly: only, resultTypes: ["violations"], elementRef: false })
	.then(({ violations }) => violations.map(({ id, help, nodes }) =>
		`${id}: ${help}: ${nodes[0].html.slice(0, 120)} ${nodes[0].any[0]?.message ?? ""}`));

const runAll = page => page.evaluate(analyse, { type: "tag", values: TAGS });
const runSeen = page => page.evaluate(analyse, { type: "rule", values: SEEN });
const label = (mode, faults) => faults.map(fault => `${mode}: ${fault}`);

export async function axe(page) {
	// The tools' own door: the policy of the page holds for scripts that stand in it.
	await page.evaluate(source);
	const faults = label("light", await runAll(page));
	await page.emulateMedia({ colorScheme: "dark" });
	faults.push(...label("dark", await runSeen(page)));
	await page.emulateMedia({ colorScheme: "light" });
	for (const choices of SCHEMES) {
		await set(page, choices);
		faults.push(...label(Object.values(choices).join(), await runSeen(page)));
	}
	await reset(page);
	return faults;
}
