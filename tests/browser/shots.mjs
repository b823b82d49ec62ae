// shots.mjs: pictures of the pages of a built site, for people to look at.
//
//	node tests/browser/shots.mjs [--at=NAME,...] SITE FOLDER [PATH...]
//
// SITE is a folder that `rubrika build -o` made; FOLDER gets PATH@NAME.png, where
// NAME is one of 360-light 768-light 1440-light, the same -dark and -eye (what
// «Версия для слабовидящих» makes of it: text 200 %, wide spacing, white on
// black), and print (the width of an A4 sheet). Without paths: every page that is
// one of its sort, and two of each sort that is many. The site is served here;
// nothing else is asked.
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { each, launch, open } from "./browser.mjs";
import { SCHEME, set, SIZE, SPACE } from "./names.mjs";
import { pages, sample } from "./pages.mjs";
import { serve } from "./serve.mjs";

const WIDTHS = { 360: 740, 768: 1024, 1440: 900 };
const MODES = {
	light: { colorScheme: "light" },
	dark: { colorScheme: "dark" },
	eye: { colorScheme: "light" },
};
const EYE = { [SIZE]: "200", [SPACE]: "Большое", [SCHEME]: "Белым по чёрному" };
const A4 = { width: 718, height: 1000 }; // 190 mm at 96 px an inch: the sheet less its margins
const PRINT = "print";

const views = () => [
	...Object.entries(MODES).flatMap(([mode, options]) => Object.entries(WIDTHS).map(([width, height]) =>
		({ name: `${width}-${mode}`, mode, options: { ...options, viewport: { width: Number(width), height } } }))),
	{ name: PRINT, mode: PRINT, options: { viewport: A4, colorScheme: "light" } },
];

/** What lies below the fold is loaded only when it is seen. */
const loadAll = page => page.evaluate(async () => {
	const pictures = [...document.images];
	for (const picture of pictures) picture.loading = "eager";
	await Promise.all(pictures.map(picture => picture.decode().catch(() => {})));
	await document.fonts.ready;
});

async function shoot(page, site, path, file) {
	await page.goto(site.url(path), { waitUntil: "load" });
	await loadAll(page);
	await page.screenshot({ path: file, fullPage: true, animations: "disabled" });
}

async function shootView(browser, site, view, paths, folder) {
	const context = await open(browser, view.options);
	const page = await context.newPage();
	if (view.mode === "eye") {
		await page.goto(site.url(""));
		await set(page, EYE); // kept by the context: every page after it is of this look
	} else if (view.mode === PRINT) {
		await page.emulateMedia({ media: "print" });
	}
	for (const path of paths) {
		const name = path.replace(/\/$/, "").replaceAll("/", "_") || "front";
		await shoot(page, site, path, join(folder, `${name}@${view.name}.png`));
	}
	await context.close();
}

function usage() {
	console.error("usage: shots.mjs [--at=NAME,...] SITE FOLDER [PATH...]");
	process.exit(2);
}

const options = process.argv.slice(2).filter(word => word.startsWith("--"));
const [from, folder, ...named] = process.argv.slice(2).filter(word => !word.startsWith("--"));
const wanted = options.map(option => /^--at=(.+)$/.exec(option)?.[1].split(",") ?? usage()).flat();
if (!from || !folder) usage();
const chosen = views().filter(view => !wanted.length || wanted.includes(view.name));
if (!chosen.length) usage();

await mkdir(folder, { recursive: true });
const paths = named.length ? named : sample((await pages(resolve(from))).filter(page => !page.moved), 2).map(page => page.path);
const site = await serve(resolve(from));
const browser = await launch();
await each(chosen, 2, view => shootView(browser, site, view, paths, folder));
await browser.close();
await site.close();
console.log(`${paths.length * chosen.length} pictures of ${paths.length} pages in ${folder}`);
