// validity.mjs: what the checkers of HTML say of the pages: nothing.
//
// The Nu checker reads every page over HTTP, as `'self'` in a page's policy means
// nothing for a file; html-validate reads the files. Both see redirects too. The
// styles are not given to the Nu checker: it knows no container queries.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileOf, load } from "./packages.mjs";
import { sample } from "./pages.mjs";
import { gather, test } from "./report.mjs";

const { HtmlValidate } = await load("html-validate");

const CONFIG = {
	root: true,
	extends: ["html-validate:recommended"],
	rules: {
		// Acts have the titles that the law gave them; a search engine cuts what it will not show.
		"long-title": "off",
		// The panel and the filters act as one chooses; there is nothing to submit.
		"wcag/h32": "off",
		// Any element that may have a name (WAI-ARIA 1.2, 5.2.8.4) may have it by aria-label.
		"aria-label-misuse": ["error", { allowAnyNamable: true }],
		// "#8.3" is how clause 8.3 is linked to; HTML asks of an id only that it has no space.
		"valid-id": ["error", { relaxed: true }],
		// White space is packed by the transport, and is not seen.
		"no-trailing-whitespace": "off",
	},
};

/** What the Nu checker says of addresses, as its own objects. */
function nu(urls) {
	const jar = join(fileOf("vnu-jar"), "../build/dist/vnu.jar");
	// Else it reads nothing of the loopback, which it takes for a secret of whom it serves.
	const loopback = "-Dnu.validator.servlet.allow-forbidden-hosts=true";
	const args = ["-Xss4m", loopback, "-jar", jar, "--format", "json", "--exit-zero-always", ...urls];
	return new Promise((done, fail) => execFile("java", args, { maxBuffer: 1 << 27 }, (error, _, said) => {
		if (error) return fail(error);
		done(JSON.parse(said).messages);
	}));
}

async function checkNu(site) {
	const messages = await nu(site.all.map(page => site.url(page.path)));
	return gather(messages.map(({ url = "", lastLine = 0, subType, type, message, extract = "" }) =>
		[`${subType ?? type}: ${message} «${extract.trim().slice(0, 100)}»`, `${url.replace(site.url(""), "")}:${lastLine}`]));
}

async function checkHtml(folder, names) {
	const report = await new HtmlValidate(CONFIG).validateMultipleFiles(names.map(name => join(folder, name)));
	return gather(report.results.flatMap(({ filePath, messages }) => messages.map(({ line, ruleId, message }) =>
		[`${ruleId}: ${message}`, `${filePath.slice(folder.length + 1)}:${line}`])));
}

export default async function ({ demo, many }) {
	for (const site of [demo, many]) {
		await test(`validity: the Nu checker says nothing of ${site.all.length} pages, ${site.name}`, () => checkNu(site));
		const some = site === demo ? site.all : sample(site.all, 4);
		await test(`validity: html-validate says nothing of ${some.length} pages, ${site.name}`, () =>
			checkHtml(site.folder, some.map(page => page.file)));
	}
}
