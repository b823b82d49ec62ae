// data.mjs: data/rubric.json by its own schema, as whoever takes the open data would check it.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { load } from "./packages.mjs";
import { test } from "./report.mjs";

const { default: { default: Ajv } } = await load("ajv/dist/2020.js");
const { default: { default: addFormats } } = await load("ajv-formats");

const read = async (site, name) => JSON.parse(await readFile(join(site.folder, "data", name), "utf8"));

async function compile(site) {
	const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
	addFormats(ajv);
	return ajv.compile(await read(site, "rubric.schema.json"));
}

async function validate(site) {
	const valid = await compile(site);
	return valid(await read(site, "rubric.json")) ? [] : valid.errors.map(e => `${e.instancePath || "/"} ${e.message}`);
}

/** A schema that lets anything pass proves nothing: each of these must not. */
const BREAKS = [
	["a key that nobody knows", data => { data.mentors[0].secret = "x"; }],
	["a day that is no day", data => { data.news[0].date = "вчера"; }],
	["a list of things that are not records", data => { data.programmes[0] = "2025-01"; }],
	["no version", data => { delete data.version; }],
];

async function passes(site) {
	const valid = await compile(site);
	const found = [];
	for (const [what, spoil] of BREAKS) {
		const data = await read(site, "rubric.json");
		spoil(data);
		if (valid(data)) found.push(`the schema lets ${what} pass`);
	}
	return found;
}

export default async function data({ demo, many }) {
	for (const site of [demo, many]) {
		await test(`data: rubric.json is what its schema says, ${site.name}`, () => validate(site));
	}
	await test("data: the schema sees what is wrong", () => passes(demo));
}
