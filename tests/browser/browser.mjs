// browser.mjs: Debian's Chromium, driven by playwright-core, which brings no browser of its own.
// It knows no host but the loopback, and works as root and with a small /dev/shm.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { load } from "./packages.mjs";

const { default: { chromium } } = await load("playwright-core");

function executable() {
	const folders = (process.env.PATH ?? "").split(delimiter);
	for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
		for (const folder of folders) {
			try {
				accessSync(join(folder, name), constants.X_OK);
				return join(folder, name);
			} catch { /* the next one */ }
		}
	}
	throw new Error("no Chromium in PATH");
}

/** A browser; `port` is for who speaks the protocol of its developer tools. */
export const launch = port => chromium.launch({
	executablePath: process.env.CHROMIUM || executable(),
	args: [
		"--disable-dev-shm-usage",
		"--no-sandbox",
		"--disable-component-update",
		"--disable-background-networking",
		"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
		...port ? [`--remote-debugging-port=${port}`] : [],
	],
});

/** A context of Russian speech; `options` are Playwright's. */
export const open = (browser, options = {}) => browser.newContext({
	locale: "ru-RU",
	timezoneId: "Europe/Moscow",
	reducedMotion: "reduce",
	viewport: { width: 1280, height: 900 },
	...options,
});

/** Runs `job(item, i)` over all items, `width` at a time. */
export async function each(items, width, job) {
	const queue = [...items.entries()];
	await Promise.all(Array.from({ length: width }, async () => {
		for (let next = queue.shift(); next; next = queue.shift()) await job(next[1], next[0]);
	}));
}
