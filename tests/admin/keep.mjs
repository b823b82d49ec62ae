// keep.mjs: the CMS writes back what it was given. In the demo a closed field of
// one record of each kind is changed; nothing of the site may follow.
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "../browser/report.mjs";
import { Cms } from "./cms.mjs";
import { DAY, filesOf, git, read, ROOT, rubrika } from "./program.mjs";

/** Records with much in them: bodies with tables, pictures and links to records, lists, maps. */
const RECORDS = {
	people: "berestneva", mentors: "luzgarev", mentees: "baklushin", programmes: "sredy-2025", partners: "zavod",
	cases: "opyt-po-shagam", documents: "polozhenie-2025", methods: "dnevnik-vstrech", news: "zavodskaya-sreda",
	events: "masterskaya-noyabr", awards: "luzgarev-2026", surveys: "uchastniki-2026", pages: "voprosy",
};
const EXTENSIONS = ["md", "yaml"];

function build(repository, site) {
	const { status, err } = rubrika("build", "-C", repository, "-o", site, "--rev", "HEAD", "--as-of", DAY, "--lang", "en",
		"--no-compress", "--no-history", "-q");
	if (status !== 0) throw new Error(err);
}

/**
 * Two things a form does not keep: the alignment of a table's columns, which the
 * editor of rich text has not, and the difference between a switch that is off
 * and none, which of public fields is told in the data file alone.
 */
const forgiven = bytes => bytes.toString("latin1")
	.replaceAll(/ class=\\?"(left|right|center)\\?"/g, "").replaceAll(/^ *"cancelled": false,\n/gm, "");

function compare(before, after) {
	const [first, second] = [before, after].map(filesOf);
	const differ = first.filter(name => second.includes(name) && forgiven(read(before, name)) !== forgiven(read(after, name)));
	return [...differ, ...first.filter(name => !second.includes(name)), ...second.filter(name => !first.includes(name))];
}

async function edit(cms) {
	const faults = [];
	for (const [collection, id] of Object.entries(RECORDS)) {
		await cms.form(`${collection}/entries/${id}`);
		await cms.fill("Заметка", "Проверено 20 ноября.");
		await cms.save();
	}
	await cms.form("settings/entries/policy");
	await cms.add("Однофамильные слова");
	await cms.field("Однофамильные слова").getByRole("textbox").last().fill("Проспект");
	await cms.save();
	const wanted = [...Object.entries(RECORDS).map(([folder, id]) => `content/${folder}/${id}`), "content/policy"].sort();
	const found = (await cms.commit("Проверка")).map(path => path.replace(new RegExp(`\\.(${EXTENSIONS.join("|")})$`), "")).sort();
	if (found.join() !== wanted.join()) faults.push(`changed ${found.join(", ")}`);
	return faults;
}

export default async function (scratch) {
	const repository = join(scratch, "demo");
	mkdirSync(repository);
	cpSync(join(ROOT, "content"), join(repository, "content"), { recursive: true });
	git(repository, "init", "-q");
	git(repository, "add", "-A");
	git(repository, "commit", "-q", "-m", "Начало");
	build(repository, join(scratch, "before"));
	const cms = await Cms.open(repository);
	try {
		await test("CMS: a closed field of a record of each kind is changed", () => edit(cms));
		await test("CMS: and nothing of the site with it", () => {
			build(repository, join(scratch, "after"));
			return compare(join(scratch, "before"), join(scratch, "after"));
		});
		await test("CMS: it takes all records of the demo", () => cms.complaints);
	} finally {
		await cms.close();
	}
}
