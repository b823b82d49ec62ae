// program.mjs: rubrika and git, run as a user runs them, and files.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** The day on which all of it happens. */
export const DAY = "2026-11-20";

const ENVIRONMENT = {
	PATH: process.env.PATH,
	HOME: "/nonexistent",
	LC_ALL: "C.UTF-8",
	GIT_CONFIG_NOSYSTEM: "1",
	GIT_CONFIG_GLOBAL: "/dev/null",
	GIT_AUTHOR_NAME: "Куратор", GIT_AUTHOR_EMAIL: "curator@school.example",
	GIT_COMMITTER_NAME: "Куратор", GIT_COMMITTER_EMAIL: "curator@school.example",
};

function run(program, words) {
	const { status, stdout, stderr, error } = spawnSync(program, words, { env: ENVIRONMENT, encoding: "utf8", maxBuffer: 1 << 26 });
	if (error) throw error;
	return { status, out: stdout, err: stderr };
}

export const rubrika = (...words) => run(process.env.RUBRIKA, words);

/** Puts the CMS together for the records of a repository. */
export function assemble(repository) {
	const { RUBRIKA, CMS_FOLDER, ADMIN_FOLDER } = process.env;
	const { status, err } = run(join(ROOT, "gen/cmd/admin/assemble.sh"), [RUBRIKA, CMS_FOLDER, ADMIN_FOLDER, repository]);
	if (status !== 0) throw new Error(err);
}

export function git(folder, ...words) {
	const { status, out, err } = run("git", ["-C", folder, ...words]);
	if (status !== 0) throw new Error(`git ${words.join(" ")}: ${err}`);
	return out;
}

/** Paths of all files below a folder, from it, sorted; no hidden ones. */
export function filesOf(folder) {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter(entry => entry.isFile())
		.map(entry => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
		.filter(path => !path.split("/").some(part => part.startsWith(".")))
		.sort();
}

export const read = (folder, path) => readFileSync(join(folder, path));
