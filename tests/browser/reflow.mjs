// reflow.mjs: no page scrolls sideways. 320 × 256 is a screen of 1280 × 1024 at
// 400 % (WCAG 2.2, 1.4.10).
import { LARGEST, reset, set } from "./names.mjs";

const SIZES = [[320, 256], [360, 740], [768, 1024], [1440, 900]];
const LARGE = [[360, 740], [1280, 900]];

/** What sticks out of the window; a box that scrolls by itself hides what is in it. */
const overflow = () => {
	const root = document.documentElement, width = root.clientWidth;
	if (root.scrollWidth <= width && document.body.scrollWidth <= width) return "";
	const scrolls = e => e && e !== document.body && (/auto|scroll|hidden|clip/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
	const wide = [...document.body.querySelectorAll("*")].filter(e => e.getBoundingClientRect().right > width + 1 && !scrolls(e.parentElement));
	const last = wide.at(-1);
	return `${root.scrollWidth} px of ${width}` +
		(last ? `: <${last.localName}> «${(last.textContent || last.getAttribute("src") || "").trim().slice(0, 40)}»` : "");
};

async function measure(page, sizes, how) {
	const faults = [];
	for (const [width, height] of sizes) {
		await page.setViewportSize({ width, height });
		const over = await page.evaluate(overflow);
		if (over) faults.push(`at ${width} px${how}: ${over}`);
	}
	return faults;
}

export async function fits(page) {
	const before = page.viewportSize();
	const faults = await measure(page, SIZES, "");
	await page.setViewportSize(before);
	await set(page, LARGEST);
	faults.push(...await measure(page, LARGE, " with the largest text"));
	await page.setViewportSize(before);
	await reset(page);
	return faults;
}
