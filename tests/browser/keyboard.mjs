// keyboard.mjs: whoever has no mouse. Tab is pressed from the top of a page until
// it leaves: every control must be come by, in the order in which it is seen, be
// seen to have the focus and not lie under anything; nothing holds it.
import { each, open } from "./browser.mjs";
import { SKIP } from "./names.mjs";
import { sample } from "./pages.mjs";
import { gather, test } from "./report.mjs";

const MOST = 400; // stops; longer lists of links are of the same sort

/** Marks what Tab must come by with data-stop numbers; gives how many there are. */
const mark = () => {
	const controls = [...document.querySelectorAll("a[href], area[href], button, input, select, textarea, summary, [tabindex], audio[controls], video[controls]")];
	const chosen = radio => radio.checked || !document.querySelector(`input[name="${CSS.escape(radio.name)}"]:checked`);
	const stops = controls.filter(e => e.tabIndex >= 0 && !e.disabled && !e.inert && e.checkVisibility({ visibilityProperty: true }) &&
		!(e.localName === "input" && (e.type === "hidden" || e.type === "radio" && !chosen(e))));
	stops.forEach((e, i) => { e.dataset.stop = i; });
	return stops.map(e => `<${e.localName}> «${(e.getAttribute("aria-label") || e.textContent || e.name || "").trim().slice(0, 40)}»`);
};

/** What has the focus: its number, place, and what it looks like; also how it looked before, remembered by the page. */
const look = () => {
	const e = document.activeElement;
	if (!e || e === document.body || e === document.documentElement) return null;
	const face = node => {
		const s = getComputedStyle(node);
		return [s.outlineStyle === "none" || parseFloat(s.outlineWidth) === 0 ? "" : `${s.outlineStyle} ${s.outlineWidth} ${s.outlineColor}`,
			s.boxShadow, s.backgroundColor, s.borderColor, s.borderWidth, s.stroke, s.strokeWidth].join("|");
	};
	/* A link in a drawing has no box of its own: its frame shows the focus. */
	const faces = node => [node, node.closest("label"), node.parentElement, node.querySelector(":scope > rect")]
		.filter(Boolean).map(face).join("||");
	const now = faces(e);
	const previous = window.lastStop;
	const plain = previous?.node.isConnected ? faces(previous.node) === previous.face && previous.number : false;
	window.lastStop = { node: e, face: now, number: e.dataset.stop };
	/* A link may be of two lines, and the middle of its box belong to none of them. */
	const boxes = [...e.getClientRects()];
	const inside = ({ left, top, width, height }) => {
		const at = document.elementFromPoint(left + width / 2, top + height / 2);
		return at && (e.contains(at) || at.contains(e) && at.closest("label") || at.closest("label")?.control === e);
	};
	const { left, top, right, bottom } = e.getBoundingClientRect();
	return { number: e.dataset.stop, plain, covered: !boxes.some(inside), box: [left + scrollX, top + scrollY, right + scrollX, bottom + scrollY] };
};

/** In the order of reading: not back up within a column, nor back along a line. */
function goesBack([left, top, right, bottom], [toLeft, toTop, toRight, toBottom]) {
	const above = toBottom <= top + 1, beside = toTop < bottom - 1 && toBottom > top + 1;
	return above && toLeft < right - 1 || beside && toRight <= left + 1 && toTop <= top + 1;
}

async function walk(page) {
	const names = await page.evaluate(mark);
	const faults = [], met = new Set();
	let last = null;
	for (let i = 0; i < Math.min(names.length, MOST) + 2; i++) {
		await page.keyboard.press("Tab");
		const stop = await page.evaluate(look);
		if (typeof stop?.plain === "string") faults.push(`the focus does not show on ${names[stop.plain]}`);
		if (!stop || met.has(stop.number)) break;
		if (stop.number === undefined) {
			faults.push("the focus is on what nobody can see or use");
			continue;
		}
		met.add(stop.number);
		if (stop.covered) faults.push(`out of sight or under something: ${names[stop.number]}`);
		if (last && goesBack(last.box, stop.box)) faults.push(`goes back from ${names[last.number]} to ${names[stop.number]}`);
		last = stop;
	}
	const missed = names.filter((_, i) => !met.has(String(i)));
	if (met.size < Math.min(names.length, MOST)) faults.push(`does not come by ${missed.length}: ${missed.slice(0, 3).join(", ")}`);
	return faults;
}

/** The first stop jumps over all that every page begins with. */
async function skips(page) {
	await page.keyboard.press("Tab");
	const link = page.getByRole("link", { name: SKIP });
	if (!await link.evaluate(e => e === document.activeElement).catch(() => false)) return [`the first stop is not «${SKIP}»`];
	const box = await link.boundingBox();
	if (!box || box.x < 0 || box.y < 0 || box.height < 16) return [`«${SKIP}» cannot be seen when it has the focus`];
	await page.keyboard.press("Enter");
	await page.keyboard.press("Tab");
	const inside = await page.evaluate(() => {
		const e = document.activeElement;
		return e.closest("main") || e.compareDocumentPosition(document.querySelector("main")) & Node.DOCUMENT_POSITION_PRECEDING;
	});
	return inside ? [] : [`after «${SKIP}» Tab is not in the main part`];
}

async function over(browser, site, paths, options, job) {
	const found = [];
	const context = await open(browser, options);
	await each(paths, 2, async path => {
		const page = await context.newPage();
		await page.goto(site.url(path), { waitUntil: "load" });
		found.push(...(await job(page)).map(what => [what, "/" + path]));
		await page.close();
	});
	await context.close();
	return gather(found);
}

export default async function ({ browser, demo, many }) {
	const wide = sample(demo.pages, 3).map(page => page.path), narrow = sample(demo.pages, 1).map(page => page.path);
	const large = ["", "mentors/", "programmes/", "search/"];
	const what = "Tab comes by everything, in order, seen, and leaves";
	await test(`keyboard: ${what} (${wide.length} pages of the demo)`, () => over(browser, demo, wide, {}, walk));
	await test(`keyboard: ${what} at 360 px (${narrow.length} pages)`, () =>
		over(browser, demo, narrow, { viewport: { width: 360, height: 740 } }, walk));
	await test(`keyboard: ${what} in forced colours`, () => over(browser, demo, large, { forcedColors: "active" }, walk));
	await test(`keyboard: ${what} (${large.length} pages of ${many.name})`, () => over(browser, many, large, {}, walk));
	await test(`keyboard: the first stop leads past the menus (${narrow.length} pages)`, () => over(browser, demo, narrow, {}, skips));
}
