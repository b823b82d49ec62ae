// panel.mjs: «Версия для слабовидящих»: what is chosen is seen at once, without a
// script too; with one it is kept, in this browser alone; it is heard, can be
// worked by keys, and taken back.
import { open } from "./browser.mjs";
import * as names from "./names.mjs";
import { test } from "./report.mjs";

/** How the page looks to a reader: of its first paragraph, as computed. */
const look = page => page.evaluate(() => {
	const style = getComputedStyle(document.querySelector("main p, main li"));
	const ground = getComputedStyle(document.documentElement);
	const picture = [...document.querySelectorAll("main img")].find(img => img.checkVisibility());
	return { size: parseFloat(style.fontSize), letters: style.letterSpacing, lines: style.lineHeight, font: style.fontFamily,
		colours: `${style.color} on ${ground.backgroundColor}`, pictures: Boolean(picture) };
});

/** What each group changes; the first of each is what the page has by itself. */
const GROUPS = {
	[names.SIZE]: { choices: ["125", "150", "200"], of: "size" },
	[names.SPACE]: { choices: ["Большое", "Очень большое"], of: "letters" },
	[names.FONT]: { choices: ["Широкий", "С засечками"], of: "font" },
	[names.SCHEME]: { choices: names.SCHEMES.map(scheme => scheme[names.SCHEME]), of: "colours" },
	[names.IMAGES]: { choices: ["Не показывать"], of: "pictures" },
};
const PAGE = "mentors/berestneva/"; // it has a portrait and running text

async function changes(context, site) {
	const page = await context.newPage();
	await page.goto(site.url(PAGE));
	const faults = [];
	for (const [group, { choices, of }] of Object.entries(GROUPS)) {
		const seen = [(await look(page))[of]];
		for (const choice of choices) {
			await names.choose(page, { [group]: choice });
			const now = (await look(page))[of];
			if (seen.includes(now)) faults.push(`«${group}: ${choice}» changes nothing`);
			seen.push(now);
		}
	}
	const { size } = await look(page);
	await names.resetPanel(page);
	const back = await look(page);
	if (size < back.size * 1.95) faults.push(`200 % is ${size / back.size * 100} %`);
	if (back.letters !== "normal" || !back.pictures) faults.push("the usual look does not come back");
	await page.close();
	return faults;
}

/** Chosen by keys alone: the panel opens, arrows choose, Escape closes it and gives the focus back. */
async function keys(context, site) {
	const page = await context.newPage();
	await page.goto(site.url(PAGE));
	const faults = [], before = await look(page);
	await names.panelSwitch(page).focus();
	await page.keyboard.press("Enter");
	if (!await names.panelIsOpen(page)) faults.push("Enter does not open it");
	await page.keyboard.press("Tab");
	await page.keyboard.press("ArrowDown");
	if (!((await look(page)).size > before.size)) faults.push("an arrow does not choose the next size");
	const choice = page.getByRole("radio", { checked: true }).first();
	if (!await choice.evaluate(radio => radio === document.activeElement)) faults.push("what is chosen has not the focus: it is not heard");
	await page.keyboard.press("Escape");
	if (await names.panelIsOpen(page)) faults.push("Escape does not close it");
	else if (!await names.panelSwitch(page).evaluate(e => e === document.activeElement)) faults.push("the focus is lost with it");
	await page.close();
	return faults;
}

async function keeps(context, site) {
	const page = await context.newPage();
	const faults = [], sent = [];
	page.on("request", request => sent.push(request.method() + " " + request.url()));
	await page.goto(site.url(PAGE));
	const plain = await look(page);
	await names.choose(page, { [names.SIZE]: "150", [names.SCHEME]: "Белым по чёрному", [names.IMAGES]: "Не показывать" });
	const chosen = await look(page);
	sent.length = 0;
	await page.goto(site.url("documents/polozhenie-2025/"));
	const other = await look(page);
	if (other.colours !== chosen.colours || Math.abs(other.size - chosen.size) > 4) faults.push("the next page does not keep it");
	if (sent.some(line => /[?&]|^(?!GET)/.test(line))) faults.push(`something is sent: ${sent.join(", ")}`);
	if ((await context.cookies()).length) faults.push("a cookie is set");
	await page.goto(site.url(PAGE));
	if (JSON.stringify(await look(page)) !== JSON.stringify(chosen)) faults.push("a reload does not keep it");
	await names.resetPanel(page);
	await page.reload();
	if (JSON.stringify(await look(page)) !== JSON.stringify(plain)) faults.push("what was taken back comes again");
	await page.close();
	return faults;
}

/** Groups and choices have names, and a picture that is hidden leaves its description. */
async function heard(context, site) {
	const page = await context.newPage();
	await page.goto(site.url(PAGE));
	const faults = [];
	const alt = await page.getByRole("main").getByRole("img").first().getAttribute("alt");
	await names.openPanel(page);
	for (const [group, { choices }] of Object.entries(GROUPS)) {
		for (const choice of choices) {
			if (await names.panelChoice(page, group, choice).count() !== 1) faults.push(`no choice «${choice}» in a group «${group}»`);
		}
	}
	await names.choose(page, { [names.IMAGES]: "Не показывать" });
	if (!(await page.getByRole("main").innerText()).includes(alt)) faults.push(`the description «${alt}» is not in the place of the picture`);
	await page.close();
	return faults;
}

/** The look that the system asks for: dark, or light; paper is looked at in print.mjs. */
async function dark(browser, site) {
	const faults = [];
	for (const [colorScheme, isRight] of [["light", lightness => lightness > 0.9], ["dark", lightness => lightness < 0.2]]) {
		const context = await open(browser, { colorScheme });
		const page = await context.newPage();
		await page.goto(site.url(""));
		const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
		const [red, green, blue] = ground.match(/[\d.]+/g).map(Number);
		if (!isRight((red + green + blue) / 765)) faults.push(`${colorScheme}: the ground is ${ground}`);
		await context.close();
	}
	return faults;
}

export default async function ({ browser, demo }) {
	const inContext = async (options, job) => {
		const context = await open(browser, options);
		try {
			return await job(context, demo);
		} finally {
			await context.close();
		}
	};
	await test("panel: every choice is seen, and taken back", () => inContext({}, changes));
	await test("panel: size, spacing, font and colours work without a script", () => inContext({ javaScriptEnabled: false }, changes));
	await test("panel: keys alone work it", () => inContext({}, keys));
	await test("panel: a choice is kept by the browser and sent nowhere", () => inContext({}, keeps));
	await test("panel: groups, choices and hidden pictures are heard", () => inContext({}, heard));
	await test("panel: dark where the system is dark", () => dark(browser, demo));
}
