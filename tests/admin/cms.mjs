// cms.mjs: the assembled CMS in a browser, at work on a real git repository.
//
// Sveltia CMS edits a local repository through the File System Access API. Its
// picker of folders is the browser's own and cannot be driven; in its place the
// page gets a folder of the origin's private file system, which is the same
// kind of handle. What the CMS writes there is put into the repository's files
// and committed, as a curator's desktop does.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join } from "node:path";
import { launch, open } from "../browser/browser.mjs";
import { assemble, filesOf, git, read } from "./program.mjs";

const TYPES = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript; charset=utf-8",
	".json": "application/json",
	".woff2": "font/woff2",
	".yml": "application/yaml",
};

/** Gives out the assembled folder; any other path is an empty page of the same origin. */
async function giveOut(folder) {
	const server = createServer((request, response) => {
		const path = decodeURIComponent(new URL(request.url, "http://localhost/").pathname);
		const name = path.endsWith("/") ? path + "index.html" : path;
		let body = "";
		try {
			body = readFileSync(join(folder, name));
		} catch { /* an empty page */ }
		response.writeHead(200, { "content-type": TYPES[body ? extname(name) : ".html"] ?? "text/plain" });
		response.end(body);
	});
	await new Promise(done => server.listen(0, "127.0.0.1", done));
	return server;
}

/* In the page: its private folder takes the place of the one that a person would pick. */
function lendFolder() {
	window.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle("repository");
}

async function fillFolder(files) {
	const root = await (await navigator.storage.getDirectory()).getDirectoryHandle("repository", { create: true });
	await root.getDirectoryHandle(".git", { create: true });
	for (const [path, bytes] of files) {
		const parts = path.split("/");
		const name = parts.pop();
		let folder = root;
		for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
		const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
		await file.write(Uint8Array.from(atob(bytes), letter => letter.charCodeAt(0)));
		await file.close();
	}
}

async function readFolder() {
	const found = [];
	async function walk(folder, path) {
		for await (const [name, handle] of folder.entries()) {
			if (handle.kind === "directory") {
				await walk(handle, `${path}${name}/`);
			} else {
				const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
				let text = "";
				for (const byte of bytes) text += String.fromCharCode(byte);
				found.push([path + name, btoa(text)]);
			}
		}
	}
	await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle("repository"), "");
	return found;
}

export class Cms {
	/** Opens the CMS on the files of a repository. */
	static async open(repository) {
		const cms = new Cms();
		cms.repository = repository;
		cms.complaints = [];
		assemble(repository);
		cms.server = await giveOut(process.env.ADMIN_FOLDER);
		cms.origin = `http://127.0.0.1:${cms.server.address().port}`;
		cms.browser = await launch();
		// So high that no field waits to be scrolled to.
		cms.page = await (await open(cms.browser, { viewport: { width: 1280, height: 9000 } })).newPage();
		cms.page.setDefaultTimeout(15000);
		cms.page.on("request", request => {
			if (!/^(http:\/\/127\.0\.0\.1:|data:|blob:)/.test(request.url())) cms.complaints.push(`asks ${request.url()}`);
		});
		cms.page.on("console", message => {
			if (message.type() === "error") cms.complaints.push(`console: ${message.text()}`);
		});
		cms.page.on("pageerror", error => cms.complaints.push(`error: ${error}`));
		await cms.page.addInitScript(lendFolder);
		await cms.page.goto(`${cms.origin}/empty`);
		await cms.page.evaluate(fillFolder, filesOf(repository).map(path => [path, read(repository, path).toString("base64")]));
		await cms.page.goto(`${cms.origin}/`);
		await cms.page.getByRole("button", { name: "локальным", exact: false }).or(
			cms.page.getByRole("button", { name: "Local Repository" })).first().click();
		await cms.page.getByRole("tree").waitFor();
		return cms;
	}

	async close() {
		await this.browser.close();
		await new Promise(done => this.server.close(done));
	}

	/** A form: "people/new", "people/entries/ivanova". */
	async form(path) {
		await this.page.goto(`${this.origin}/#/collections/${path}`);
		await this.page.getByRole("group", { name: "Редактор содержимого" }).waitFor();
		await this.page.waitForTimeout(300);
	}

	/** The group of a field by its label, in the form or in another field. */
	field(label, within = this.page) {
		return within.getByRole("group", { name: `Поле «\u2068${label}\u2069»`, exact: true });
	}

	async fill(label, text, within) {
		await this.field(label, within).getByRole("textbox").first().fill(text);
	}

	/** The text below the fields, by keys: the editor of rich text takes no other. */
	async write(label, text) {
		await this.field(label).getByRole("textbox", { name: label, exact: true }).click();
		await this.page.keyboard.type(text);
		await this.page.waitForTimeout(300);
	}

	/** One word of a list, or several: radio buttons, check boxes. */
	async choose(label, words, within) {
		for (const word of [words].flat()) {
			const field = this.field(label, within);
			await field.getByRole("radio", { name: word, exact: true }).or(
				field.getByRole("checkbox", { name: word, exact: true })).click();
		}
	}

	/** One more item of a list. */
	async add(label) {
		await this.field(label).getByRole("button", { name: /^Добавить/ }).last().click();
		await this.page.waitForTimeout(200);
	}

	/** Switches a map on that the record has not yet, and gives its group. */
	async unfold(label) {
		const field = this.field(label);
		await field.getByRole("checkbox", { name: /^Добавить/ }).first().click();
		await this.page.waitForTimeout(200);
		return field;
	}

	/** The name of the file, of a form of a new record. */
	async name(id) {
		const panel = this.page.getByRole("radio", { name: "Slug" });
		if (await panel.getAttribute("aria-checked") !== "true") await panel.click();
		const group = this.page.getByRole("group", { name: "Slug" });
		const edit = group.getByRole("button", { name: "Редактировать слаг" });
		if (await edit.count()) await edit.click();
		await group.getByRole("textbox").fill(id);
	}

	async pressSave() {
		await this.page.getByRole("button", { name: "Сохранить", exact: true }).click();
	}

	async save() {
		await this.pressSave();
		await this.page.getByRole("group", { name: "Редактор содержимого" }).waitFor({ state: "hidden" });
	}

	/** What the CMS has written becomes the repository's files and a commit; gives the paths that changed. */
	async commit(message) {
		const now = new Map(await this.page.evaluate(readFolder));
		for (const path of filesOf(this.repository).filter(path => !now.has(path))) rmSync(join(this.repository, path));
		for (const [path, bytes] of now) {
			mkdirSync(dirname(join(this.repository, path)), { recursive: true });
			writeFileSync(join(this.repository, path), Buffer.from(bytes, "base64"));
		}
		git(this.repository, "add", "-A");
		git(this.repository, "commit", "-q", "-m", message);
		return git(this.repository, "-c", "core.quotePath=false", "show", "--name-only", "--format=").trim().split("\n");
	}
}
