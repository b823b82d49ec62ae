// print.mjs: what is taken home on paper: the registry, a programme, a regulation
// on A4, whole, without what only a screen can use, dark on light whatever the screen.
import { open } from "./browser.mjs";
import { test } from "./report.mjs";

/** Pages and how many sheets they may take: by what a sheet holds at 11 pt, not by what came out. */
const SHEETS = {
	"mentors/": [1, 2],
	"programmes/2026-01/": [1, 4],
	"documents/polozhenie-2025/": [4, 10],
};
const A4 = { width: 718, height: 1000 }; // 190 mm at 96 px an inch

/** Sheets in a PDF: its page objects, which Chromium does not pack. */
const countSheets = pdf => (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;

async function useless(page) {
	const faults = [];
	for (const role of ["navigation", "search", "button", "searchbox", "radio", "checkbox", "combobox"]) {
		const shown = await page.getByRole(role).filter({ visible: true }).count();
		if (shown) faults.push(`${shown} of the role ${role} on paper`);
	}
	const folds = await page.locator("summary").filter({ visible: true }).count();
	return folds ? [...faults, `${folds} that can only be unfolded on a screen`] : faults;
}

const inspect = page => page.evaluate(() => {
	const faults = [];
	const channels = colour => (colour.match(/[\d.]+/g) ?? []).map(Number);
	const isDark = ([r, g, b, a = 1]) => a > 0.5 && r + g + b < 240;
	const main = document.querySelector("main");
	if (isDark(channels(getComputedStyle(document.documentElement).backgroundColor)) || isDark(channels(getComputedStyle(document.body).backgroundColor))) {
		faults.push("the paper is dark");
	}
	const [r, g, b] = channels(getComputedStyle(main.querySelector("p, li, td")).color);
	if (r + g + b > 330) faults.push(`the text is of the colour ${r}, ${g}, ${b}`);
	if (document.documentElement.scrollWidth > innerWidth + 1) faults.push(`${document.documentElement.scrollWidth} px do not fit in ${innerWidth}`);
	for (const head of main.querySelectorAll("thead")) {
		const { display } = getComputedStyle(head);
		if (head.checkVisibility() && display !== "table-header-group") faults.push(`the head of a table is ${display}: the next sheet has none`);
		if (!head.checkVisibility()) faults.push("a table has lost its head");
	}
	for (const row of main.querySelectorAll("tbody tr")) {
		if (getComputedStyle(row).breakInside !== "avoid") {
			faults.push("a row may be cut between two sheets");
			break;
		}
	}
	if (!document.body.innerText.includes(location.pathname)) faults.push("the sheet does not say where it is from");
	return faults;
});

async function prints(browser, site, path, [least, most]) {
	const context = await open(browser, { colorScheme: "dark", viewport: A4 });
	const page = await context.newPage();
	await page.goto(site.url(path), { waitUntil: "networkidle" });
	const words = (await page.getByRole("main").innerText()).length;
	await page.emulateMedia({ media: "print", colorScheme: "dark" });
	const faults = [...await useless(page), ...await inspect(page)];
	const left = (await page.getByRole("main").innerText()).length;
	if (left < words * 0.75) faults.push(`of ${words} letters ${left} are left`);
	const sheets = countSheets(await page.pdf({ format: "A4" }));
	if (sheets < least || sheets > most) faults.push(`${sheets} sheets, not ${least} to ${most}`);
	await context.close();
	return faults;
}

export default async function ({ browser, demo }) {
	for (const [path, sheets] of Object.entries(SHEETS)) {
		await test(`print: /${path} on A4`, () => prints(browser, demo, path, sheets));
	}
}
