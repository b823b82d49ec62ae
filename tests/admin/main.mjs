// main.mjs: the tests named, or all, one after another; for run.sh.
//
//	node main.mjs [schemas] [edit] [keep]
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { anyFailed } from "../browser/report.mjs";

const ALL = ["schemas", "edit", "keep"];
const wanted = process.argv.slice(2);
const unknown = wanted.filter(name => !ALL.includes(name));
if (unknown.length) {
	console.error(`usage: main.mjs [NAME...], of: ${ALL.join(" ")}`);
	process.exit(2);
}

const scratch = await mkdtemp(join(tmpdir(), "rubrika-admin-"));
try {
	for (const name of ALL.filter(name => !wanted.length || wanted.includes(name))) {
		await (await import(`./${name}.mjs`)).default(scratch);
	}
} finally {
	await rm(scratch, { recursive: true, force: true });
}
process.exitCode = anyFailed() ? 1 : 0;
