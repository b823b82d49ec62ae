// preview.mjs: `rubrika serve` as a curator sees it: the bar, the reload on a save,
// the errors over the last sound site, another day, and what is withheld on a page.
import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { open } from "./browser.mjs";
import { test } from "./report.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const rubrika = resolve(process.env.RUBRIKA || join(root, "build/rubrika"));

/** A preview of the goldens' content in a folder of its own; `url` is of the section. */
async function start(folder) {
	await cp(join(root, "tests/golden/base/content"), join(folder, "content"), { recursive: true });
	const server = spawn(rubrika, ["serve", "-C", folder, "--port", "0", "--as-of", "2026-11-20", "--lang", "ru"]);
	for await (const line of createInterface(server.stdout)) {
		const found = line.match(/http:\/\/localhost:(\d+)(\/\S*)/);
		if (found) {
			server.stdout.resume();
			return { server, url: `http://127.0.0.1:${found[1]}${found[2]}` };
		}
	}
	throw new Error("serve has ended");
}

const faultless = (page, faults) => {
	page.on("pageerror", error => faults.push(`error: ${error.message}`));
	page.on("console", said => /error|Content.Security/i.test(said.type() + said.text()) && faults.push(said.text()));
	return page;
};

async function story(browser, folder) {
	const faults = [];
	const { server, url } = await start(folder);
	const context = await open(browser);
	const page = faultless(await context.newPage(), faults);
	const file = join(folder, "content/news/start.md");
	const text = await readFile(file, "utf8");
	const bar = page.locator("rubrika-bar");
	try {
		await page.goto(`${url}news/`);
		await bar.getByText("Предпросмотр").waitFor();
		await bar.getByText("На этой странице ничего не скрыто").waitFor();

		await writeFile(file, text.replace(/^title:.*/m, "title: Сохранено только что"));
		await page.getByRole("main").getByText("Сохранено только что").first().waitFor();

		await writeFile(file, text.replace(/^date:.*/m, "date: завтра"));
		const overlay = bar.getByRole("alertdialog");
		await overlay.getByText(/content\/news\/start\.md:\d+/).waitFor();
		if (!await page.getByRole("main").getByText("Сохранено только что").count()) faults.push("the last sound site is gone");
		await overlay.getByRole("button", { name: "Закрыть" }).click();
		if (await overlay.count()) faults.push("the errors do not close");
		await bar.getByRole("button", { name: "Показать ошибки" }).click();
		await overlay.waitFor();

		await writeFile(file, text.replace("---\n", "---\ndraft: true\n"));
		await bar.getByText("Скрыто на этой странице: 1").click();
		await bar.getByText("content/news/start.md:2").waitFor();
		if (await overlay.count()) faults.push("mended, the errors stay");

		await bar.getByLabel("Каким раздел будет на день:").fill("2027-06-01");
		await bar.getByRole("button", { name: "Сегодня" }).waitFor();
		await page.waitForFunction(() => document.querySelector("rubrika-bar").shadowRoot.querySelector("#day").value === "2027-06-01");
		if (!page.url().endsWith("/news/")) faults.push(`led to ${page.url()}`);
	} finally {
		await context.close();
		server.kill("SIGTERM");
	}
	return faults;
}

export default async function preview({ browser }) {
	const folder = await mkdtemp(join(tmpdir(), "rubrika-preview-"));
	await test("preview: the bar follows saves, faults, days and what is withheld", () => story(browser, folder));
	await rm(folder, { recursive: true, force: true });
}
