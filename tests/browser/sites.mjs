// sites.mjs: the two sites that are tested: the demo, and one of a thousand
// records. Each is built with the address at which it is then served, so that
// canonical links and the policy of the page hold here as they do on a host.
import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { pages } from "./pages.mjs";
import { serve } from "./serve.mjs";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const rubrika = resolve(process.env.RUBRIKA || join(root, "build/rubrika"));
const BASE = "/nastavnichestvo/";
const RECORDS = 1000;
const FOLDERS = ["awards", "cases", "documents", "events", "mentees", "mentors", "methods", "news", "partners", "people", "programmes"];

/** The content of a section of many records, as the benchmarks make it. */
async function generate(folder) {
	for (const name of FOLDERS) await mkdir(join(folder, "content", name), { recursive: true });
	await run("awk", ["-v", `n=${RECORDS}`, "-v", "seed=1", "-v", `dir=${folder}`, "-f", join(root, "tests/bench/generate.awk")]);
	return folder;
}

/** Builds the section in `content` into `folder` and serves it. */
async function raise(name, content, folder, asOf) {
	const site = await serve(folder, BASE);
	await run(rubrika, ["build", "-q", "-C", content, "--worktree", "--no-history", "--as-of", asOf,
		"--base-url", site.url(""), "-o", folder], { maxBuffer: 1 << 26 });
	const all = await pages(folder);
	return { ...site, name, all, pages: all.filter(page => !page.moved) };
}

export const raiseDemo = scratch => raise("demo", root, join(scratch, "demo"), "2026-11-20");

export const raiseMany = async scratch =>
	raise(`${RECORDS} records`, await generate(join(scratch, "many.content")), join(scratch, "many"), "2026-09-01");
