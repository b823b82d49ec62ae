// schemas.mjs: the JSON Schemas as a text editor uses them: every record of the
// demo passes; of the goldens each fault that a schema can see is seen on its
// line, and nothing is that rubrika takes.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { load } from "../browser/packages.mjs";
import { test } from "../browser/report.mjs";
import { filesOf, ROOT, rubrika } from "./program.mjs";

const { default: { default: Ajv } } = await load("ajv/dist/2020.js");
const { default: { default: formats } } = await load("ajv-formats");
const { LineCounter, parseDocument } = await load("yaml");

/** Diagnostics that no schema of one record can know of, and why. */
const UNSEEN = {
	"alias-taken": "another record has the address",
	"bad-file-name": "a file's name is not in it",
	"bad-id": "a record's name is not in it",
	"bad-image": "the bytes of a picture",
	"bad-image-path": "Markdown",
	"bad-link": "Markdown",
	"bad-record-link": "Markdown",
	"body-not-allowed": "the text below the front matter",
	"broken-link": "Markdown",
	"byte-order-mark": "an encoding that parsers of YAML drop",
	"control-character": "a text's bytes",
	"dangling-link": "another record",
	"dangling-media": "another file",
	"dangling-ref": "another record",
	"duplicate-id": "another record",
	"duplicate-number": "another record",
	"empty-link": "Markdown",
	"front-matter-open": "what is above the YAML",
	"heading-skip": "Markdown",
	"leak": "the built site",
	"missing-image": "another file",
	"missing-policy": "another file",
	"missing-site": "another file",
	"no-front-matter": "what is above the YAML",
	"no-sidecar": "another file",
	"no-twin": "another file",
	"not-utf8": "an encoding",
	"notice-term": "the day and another field",
	"orphan-sidecar": "another file",
	"raw-html": "Markdown",
	"reserved-path": "a record's name is not in it",
	"symlink": "a file's sort",
	"submodule": "a file's sort",
	"special-file": "a file's sort",
	"table-size": "Markdown",
	"text-depth": "Markdown",
	"too-deep": "folders",
	"too-large": "a file's size",
	"too-many-files": "the whole tree",
	"unknown-file": "a file's name is not in it",
	"unknown-setting": "the theme",
	"unknown-theme": "the theme",
	"unlisted-kind": "the policy",
	"vague-link": "Markdown",
	"want-setting": "the theme",
	"want-vocab": "the policy",
	"withheld-link": "consents",
	"withheld-name": "consents",
	"yaml-anchor": "how the YAML is written",
	"yaml-depth": "how the YAML is written",
	"yaml-key": "how the YAML is written",
	"yaml-merge": "how the YAML is written",
	"yaml-nodes": "how the YAML is written",
	"yaml-tag": "how the YAML is written",
};

/** Goldens whose files no editor opens: links, sockets, names that are no text, sizes beyond reason. */
const UNREAD = /^(symlink|special-file|too-many|too-large|content-is|bad-file-name)/;

/** Goldens with a fault of another diagnostic that a schema cannot see all the same, and why. */
const BLIND = {
	"committed-not-worktree": "the fault is in the commit, not in the file",
	"vocabulary-repeated": "equal ids in different items of a list",
	"want-bool": "True is a bool to an editor",
	"want-int": "0x10 is a number to an editor",
	"want-zone": "the list of time zones",
};

/** Goldens that rubrika takes and an editor doubts, and why. */
const DOUBTED = {
	"typed-by-schema": "texts that look like bools and nulls, a bool between quotes",
};

const SINGLE = ["site", "policy", "roadmap"];
const FOLDERS = {
	people: "person", mentors: "mentor", mentees: "mentee", programmes: "programme", partners: "partner", cases: "case",
	documents: "document", methods: "method", news: "news", events: "event", awards: "award", surveys: "survey",
	pages: "page", media: "media",
};

function kindOf(path) {
	const [, single] = /^([a-z]+)\.yaml$/.exec(path) ?? [];
	const [, folder] = /^([a-z]+)\/.+\.(?:yaml|md)$/.exec(path) ?? [];
	return SINGLE.includes(single) ? single : folder === "media" && path.endsWith(".md") ? undefined : FOLDERS[folder];
}

/** The YAML of a record with blank lines for what is not YAML; null when there is none. */
function yamlOf(path, text) {
	if (path.endsWith(".yaml")) return text;
	const [, front] = /^---\r?\n([\s\S]*?)^---[ \t]*\r?$/m.exec(text) ?? [];
	return front === undefined ? null : "\n" + front;
}

let validators;

function compile(scratch) {
	const folder = join(scratch, "schemas");
	const { status, err } = rubrika("schema", "-o", folder, "--lang", "ru");
	if (status !== 0) throw new Error(err);
	const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
	formats(ajv);
	ajv.addKeyword("enumDescriptions");
	const schemas = readdirSync(folder).map(name => [name.replace(".json", ""), JSON.parse(readFileSync(join(folder, name), "utf8"))]);
	validators = Object.fromEntries(schemas.map(([kind, schema]) => [kind, ajv.compile(schema)]));
	return { ajv, schemas };
}

/** Line of the value that a fault is about; of a key that should not be there, its own. */
function lineOf(document, lines, fault) {
	const keys = fault.instancePath.split("/").slice(1).map(key => key.replaceAll("~1", "/").replaceAll("~0", "~"))
		.map(key => /^\d+$/.test(key) ? Number(key) : key);
	let node = keys.length ? document.getIn(keys, true) : document.contents;
	if (fault.keyword === "additionalProperties") {
		node = node?.items?.find(pair => pair.key.value === fault.params.additionalProperty)?.key ?? node;
	}
	if (fault.keyword === "uniqueItems") node = node?.items?.[fault.params.i > fault.params.j ? fault.params.i : fault.params.j] ?? node;
	return lines.linePos(node?.range?.[0] ?? 0).line;
}

/** What an editor would underline: [line, why] pairs. */
function underlined(path, text) {
	const yaml = yamlOf(path, text);
	if (yaml === null) return [];
	const lines = new LineCounter();
	const document = parseDocument(yaml, { version: "1.2", schema: "core", lineCounter: lines, prettyErrors: false, logLevel: "error" });
	if (document.errors.length) return document.errors.map(error => [lines.linePos(error.pos[0]).line, error.code]);
	let value;
	try {
		value = document.toJS({ maxAliasCount: 100 });
	} catch (error) {
		return [[1, String(error)]];
	}
	const validate = validators[kindOf(path)];
	return validate(value) ? [] : validate.errors.map(fault =>
		[lineOf(document, lines, fault), `${fault.instancePath} ${fault.message}`, fault.keyword]);
}

function demo() {
	const folder = join(ROOT, "content");
	const records = filesOf(folder).filter(kindOf);
	const faults = records.flatMap(path => underlined(path, readFileSync(join(folder, path), "utf8")).map(([line, why]) => `${path}:${line}: ${why}`));
	return records.length > 150 ? faults : [...faults, `only ${records.length} records were seen`];
}

/** Every property is told of in Russian; what it shows as an example or a default is right. */
function quality({ ajv, schemas }) {
	const faults = [];
	for (const [kind, schema] of schemas) {
		for (const [owner, map] of [[kind, schema], ...Object.entries(schema.$defs)]) {
			if (map.additionalProperties !== false || !Array.isArray(map.required)) faults.push(`${kind}: ${owner} is open`);
			for (const [name, field] of Object.entries(map.properties)) {
				const where = `${kind}: ${owner}.${name}`;
				if (!/[а-яё]/i.test(field.title ?? "")) faults.push(`${where}: title ${field.title}`);
				if (!/[а-яё]/i.test(field.description ?? "")) faults.push(`${where}: description ${field.description}`);
				const { $ref, items, examples = [], ...rest } = field;
				if ($ref || items?.$ref) continue;
				const right = ajv.compile(rest);
				const shown = rest.default === undefined ? examples : [...examples, rest.default];
				faults.push(...shown.filter(value => !right(value)).map(value => `${where}: shows ${value}`));
				if (field.enum?.some((word, i) => word !== null && !field.enumDescriptions[i])) faults.push(`${where}: a word is not told of`);
			}
		}
	}
	return faults;
}

/** The tree of a golden, as tests/golden/run makes it. */
function makeTree(scratch, name) {
	const golden = join(ROOT, "tests/golden", name);
	const tree = join(scratch, "tree");
	spawnSync("chmod", ["-R", "u+rwX", tree]);
	rmSync(tree, { recursive: true, force: true });
	mkdirSync(tree);
	cpSync(join(ROOT, "tests/golden/base"), tree, { recursive: true });
	if (existsSync(join(golden, "remove"))) {
		for (const path of readFileSync(join(golden, "remove"), "utf8").split(/\s+/).filter(Boolean)) {
			rmSync(join(tree, path), { recursive: true });
		}
	}
	if (existsSync(join(golden, "content"))) cpSync(join(golden, "content"), join(tree, "content"), { recursive: true, verbatimSymlinks: true });
	if (existsSync(join(golden, "setup"))) spawnSync("sh", ["-eu", join(golden, "setup")], { cwd: tree });
	return join(tree, "content");
}

function argumentsOf(name) {
	const file = join(ROOT, "tests/golden", name, "args");
	return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** The errors that a golden expects: { path, line, id }. */
function expected(name) {
	const file = join(ROOT, "tests/golden", name, "expect.en");
	const text = existsSync(file) ? readFileSync(file, "utf8") : "";
	return [...text.matchAll(/^content\/(.+?):(\d+):\d+: error: .*\[([a-z0-9-]+)\]$/gm)]
		.map(([, path, line, id]) => ({ path, line: Number(line), id }));
}

function goldens(scratch) {
	const faults = [];
	const met = new Set();
	let seen = 0;
	const names = readdirSync(join(ROOT, "tests/golden"), { withFileTypes: true })
		.filter(entry => entry.isDirectory() && entry.name !== "base").map(entry => entry.name).sort();
	for (const name of names.filter(name => !UNREAD.test(name) && !argumentsOf(name).includes("--format"))) {
		const folder = makeTree(scratch, name);
		const wanted = expected(name);
		for (const path of existsSync(folder) ? filesOf(folder).filter(kindOf) : []) {
			const lines = underlined(path, readFileSync(join(folder, path), "utf8"));
			const here = wanted.filter(fault => fault.path === path);
			if (lines.length && !here.length && !(name in DOUBTED)) faults.push(`${name}: ${path}:${lines[0].slice(0, 2).join(": ")}, which rubrika takes`);
			for (const { line, id } of here) {
				const hit = lines.some(([at, , keyword]) => at === line || keyword === "required" || keyword === "type" || !keyword);
				seen += hit ? 1 : 0;
				if (name in BLIND && !hit) met.add(name);
				else if (!hit && !(id in UNSEEN)) faults.push(`${name}: ${path}:${line} [${id}] is not seen; seen: ${lines.map(fault => fault.slice(0, 2).join(" ")).join("; ")}`);
			}
		}
	}
	if (seen < 100) faults.push(`only ${seen} faults were seen`);
	return [...faults, ...Object.keys(BLIND).filter(name => !met.has(name)).map(name => `${name}: its excuse is not needed`)];
}

export default async function (scratch) {
	let made;
	await test("schemas: ajv takes them without a reservation", () => void (made = compile(scratch)));
	await test("schemas: every field is told of in Russian, its examples are right", () => quality(made));
	await test("schemas: every record of the demo passes", demo);
	await test("schemas: they see the faults of the goldens that one record shows, and no others", () => goldens(scratch));
}
