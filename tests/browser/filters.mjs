// filters.mjs: the registry, the base and the programmes are narrowed by links: by
// the address alone without a script, at once and several together with one. The
// address keeps the choice: a reload, a copy of it and Back find it again.
import { open } from "./browser.mjs";
import { pick, rowNames, said, showAll } from "./names.mjs";
import { test } from "./report.mjs";

/** Lists of the demo, an option, and who fits it by content/: a part of what the rows say. */
const TABLE = [
	["mentors/", "Физика", ["Берестнева"]],
	["mentors/", "Информатика", ["Лузгарев"]],
	["mentors/", "реверсивное", ["Лузгарев"]],
	["mentors/", "ученик – ученик", ["Велигурова"]],
	["programmes/", "ученик – ученик", ["Первый проект"]],
];
const BOTH = { path: "mentors/", first: "педагог – педагог", second: "Физика", fits: ["Берестнева"] };

function compare(names, wanted, how) {
	const fits = names.length === wanted.length && wanted.every(part => names.some(name => name.includes(part)));
	return fits ? [] : [`${how}: shows ${names.join(", ") || "nothing"}; should show ${wanted.join(", ")}`];
}

async function narrows(context, site) {
	const faults = [];
	const page = await context.newPage();
	for (const [path, option, wanted] of TABLE) {
		await page.goto(site.url(path));
		const every = await rowNames(page);
		await pick(page, option);
		const how = `/${path} «${option}»`;
		faults.push(...compare(await rowNames(page), wanted, how));
		await page.reload();
		faults.push(...compare(await rowNames(page), wanted, how + " after a reload"));
		await page.goBack();
		faults.push(...compare(await rowNames(page), every, how + " and Back"));
		await page.goForward();
		await showAll(page);
		faults.push(...compare(await rowNames(page), every, how + " and all again"));
	}
	await page.close();
	return faults;
}

async function joins(context, site) {
	const page = await context.newPage();
	await page.goto(site.url(BOTH.path));
	await pick(page, BOTH.first);
	const one = await rowNames(page);
	await pick(page, BOTH.second);
	const faults = compare(await rowNames(page), BOTH.fits, "two options");
	if (!/\d/.test(await said(page))) faults.push("how many are shown is not said");
	await page.goBack();
	faults.push(...compare(await rowNames(page), one, "Back from two options"));
	await page.close();
	return faults;
}

export default async function ({ browser, demo }) {
	const scripted = await open(browser), plain = await open(browser, { javaScriptEnabled: false });
	await test("filters: an option shows who fits; the address keeps it", () => narrows(scripted, demo));
	await test("filters: an option shows who fits without a script too", () => narrows(plain, demo));
	await test("filters: options join, and the number is said", () => joins(scripted, demo));
	await scripted.close();
	await plain.close();
}
