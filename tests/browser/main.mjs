// main.mjs: every browser test, for run.sh: both sites are built and served once,
// and one browser opens them. What runs at once is written here; Lighthouse, which
// measures time, runs when all else is done.
//
//	node main.mjs [NAME...]      only the modules named: visit, keyboard, ...
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch } from "./browser.mjs";
import { anyFailed } from "./report.mjs";
import { raiseDemo, raiseMany } from "./sites.mjs";

/** Modules in the order they begin; those of one row run one after another, rows at once. */
const ROWS = [
	["visit"],
	["links", "data", "weights", "search", "filters", "panel", "keyboard", "nojs", "print", "validity", "preview"],
];
const LAST = ["lighthouse"];

const freePort = () => new Promise(done => {
	const server = createServer().listen(0, "127.0.0.1", () => {
		const { port } = server.address();
		server.close(() => done(port));
	});
});

const wanted = process.argv.slice(2);
const known = [...ROWS.flat(), ...LAST];
const unknown = wanted.filter(name => !known.includes(name));
if (unknown.length) {
	console.error(`usage: main.mjs [NAME...], of: ${known.join(" ")}`);
	process.exit(2);
}

async function runRow(names, world) {
	for (const name of names.filter(name => !wanted.length || wanted.includes(name))) {
		const module = await import(`./${name}.mjs`);
		await module.default(world);
	}
}

const scratch = await mkdtemp(join(tmpdir(), "rubrika-browser-"));
const open = [];
const keep = async promise => {
	const thing = await promise;
	open.push(thing);
	return thing;
};
try {
	const demo = await keep(raiseDemo(scratch));
	const many = await keep(raiseMany(scratch));
	const port = await freePort();
	const browser = await keep(launch(port));
	const world = { browser, port, demo, many };
	await Promise.all(ROWS.map(row => runRow(row, world)));
	await runRow(LAST, world);
} finally {
	for (const thing of open.reverse()) await thing.close();
	await rm(scratch, { recursive: true, force: true });
}
process.exitCode = anyFailed() ? 1 : 0;
