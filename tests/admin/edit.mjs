// edit.mjs: a curator's work in the CMS, from an empty section on: after each
// step the commit builds, and the site shows it.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "../browser/report.mjs";
import { Cms } from "./cms.mjs";
import { DAY, git, ROOT, rubrika } from "./program.mjs";

let repository;
let site;
let cms;

/** Builds HEAD; faults when it does not, or when a page lacks or has a text. */
function build(pages) {
	const { status, err } = rubrika("build", "-C", repository, "-o", site, "--rev", "HEAD", "--as-of", DAY, "--lang", "en", "--no-compress", "-q");
	const faults = status === 0 ? [] : [`build ends with ${status}: ${err}`];
	for (const [page, texts] of Object.entries(status === 0 ? pages : {})) {
		const file = join(site, page);
		const html = existsSync(file) ? readFileSync(file, "utf8") : "";
		if (!html) faults.push(`${page} is not there`);
		faults.push(...texts.filter(text => text.startsWith("!") === html.includes(text.replace(/^!/, "")))
			.map(text => `${page}: ${text.startsWith("!") ? `has ${text.slice(1)}` : `lacks ${text}`}`));
	}
	return faults;
}

/** Faults of a commit that changed other files than these. */
const changed = (found, wanted) =>
	found.sort().join() === wanted.sort().join() ? [] : [`changed ${found.join(", ")}, not ${wanted.join(", ")}`];

async function person() {
	await cms.form("people/new");
	await cms.fill("Фамилия", "Щукина-Ёлкина");
	await cms.fill("Имя", "Ольга");
	await cms.fill("Отчество", "Петровна");
	await cms.fill("Должность", "учитель химии");
	await cms.add("Согласия");
	await cms.fill("Номер в журнале", "17");
	await cms.fill("Подписано", "2026-09-01");
	await cms.choose("Кем подписано", "сам человек");
	await cms.choose("На что согласие", ["фамилия, имя, отчество", "участие наставником или наставляемым", "портфолио"]);
	await cms.save();
	return [
		...changed(await cms.commit("Добавлен человек"), ["content/people/schukina-yolkina.yaml"]),
		...build({ "mentors/index.html": ["!Щукина"] }),
	];
}

async function mentor() {
	await cms.form("mentors/new");
	await cms.choose("Человек", "Щукина-Ёлкина Ольга");
	await cms.choose("Состояние", "действует");
	await cms.fill("Наставник с", "2026-09-01");
	const order = await cms.unfold("Приказ");
	await cms.fill("Номер", "44-л", order);
	await cms.fill("Дата", "2026-08-31", order);
	await cms.add("Предметы");
	await cms.fill("Предметы", "химия");
	await cms.write("Портфолио", "Ведёт кружок по химии. См. [[programme:obrazec-programmy]].");
	await cms.save();
	return [
		...changed(await cms.commit("Добавлен наставник"), ["content/mentors/schukina-yolkina.md"]),
		...build({
			"mentors/index.html": ["Щукина-Ёлкина"],
			"mentors/schukina-yolkina/index.html": ["Щукина-Ёлкина", "Ведёт кружок по химии", "/programmes/2026-01/", "!учитель химии"],
		}),
	];
}

async function programme() {
	await cms.form("programmes/entries/obrazec-programmy");
	await cms.fill("Название", "Первый год в школе, шаг за шагом");
	await cms.choose("Наставники", "Щукина-Ёлкина Ольга");
	const results = cms.field("Результаты");
	if (await results.getByRole("checkbox", { name: /^Добавить/ }).getAttribute("aria-checked") !== "true") {
		await cms.unfold("Результаты");
	}
	await cms.fill("Итог", "Открытый урок показан коллегам.", results);
	await cms.save();
	return [
		...changed(await cms.commit("Изменена программа"), ["content/programmes/obrazec-programmy.md"]),
		...build({ "programmes/2026-01/index.html": ["Первый год в школе, шаг за шагом", "Щукина-Ёлкина", "!Открытый урок показан"] }),
	];
}

async function completion() {
	await cms.form("programmes/entries/obrazec-programmy");
	const completion = await cms.unfold("Завершение");
	await cms.fill("Дата", "2026-10-15", completion);
	await cms.choose("Основание", "план выполнен полностью", completion);
	await cms.save();
	return [
		...changed(await cms.commit("Программа завершена"), ["content/programmes/obrazec-programmy.md"]),
		...build({ "programmes/2026-01/index.html": ["Открытый урок показан коллегам."] }),
	];
}

async function photo() {
	await cms.form("news/new");
	await cms.fill("Заголовок", "Итоги года. Часть 2: «Как всё было»");
	await cms.fill("Дата", "2026-11-10");
	await cms.field("Картинка").getByRole("button", { name: "Обзор" }).click();
	const bytes = readFileSync(join(ROOT, "content/media/masterskaya-para.jpg"));
	await cms.page.locator("dialog input[type=file]").first().setInputFiles({ name: "Фото 1.JPG", mimeType: "image/jpeg", buffer: bytes });
	await cms.page.getByRole("dialog").getByRole("button", { name: "Вставить" }).click();
	await cms.page.getByRole("dialog").waitFor({ state: "hidden" });
	await cms.save();
	const files = await cms.commit("Добавлена новость с фото");
	const { status, err } = rubrika("check", "-C", repository, "--as-of", DAY, "--lang", "en");
	return [
		...changed(files, ["content/media/foto-1.jpg", "content/news/itogi-goda-chast-2-kak-vsyo-bylo.md"]),
		...status === 1 && err.includes("content/media/foto-1.jpg") && err.includes("[no-sidecar]") ? [] : [`a picture without words passes: ${err}`],
	];
}

async function sidecar() {
	await cms.form("media-jpg/new");
	await cms.name("foto-1");
	await cms.fill("Что на картинке", "Двое у верстака собирают стенд");
	await cms.fill("Подпись", "Мастерская, ноябрь");
	await cms.save();
	return [
		...changed(await cms.commit("Добавлена подпись к фото"), ["content/media/foto-1.jpg.yaml"]),
		...build({ "news/itogi-goda-chast-2-kak-vsyo-bylo/index.html": ["Двое у верстака собирают стенд", "Мастерская, ноябрь"] }),
	];
}

async function refusal() {
	await cms.form("programmes/new");
	await cms.fill("Номер", "2027/05");
	await cms.fill("Название", "Без номера");
	await cms.pressSave();
	await cms.page.waitForTimeout(500);
	const text = await cms.field("Номер").innerText();
	return text.includes("нужно вот так: 2025-03") ? [] : [`no word on the number: ${text}`];
}

async function withdrawal() {
	await cms.form("people/entries/schukina-yolkina");
	await cms.fill("Отозвано", "2026-11-18");
	await cms.save();
	return [
		...changed(await cms.commit("Согласие отозвано"), ["content/people/schukina-yolkina.yaml"]),
		...build({ "mentors/index.html": ["!Щукина"], "programmes/2026-01/index.html": ["!Щукина"] }),
	];
}

export default async function (scratch) {
	repository = join(scratch, "school");
	site = join(scratch, "public");
	rubrika("init", repository, "--model", "teachers", "--school", "Школа № 5", "--as-of", "2026-01-15");
	git(repository, "init", "-q");
	git(repository, "add", "-A");
	git(repository, "commit", "-q", "-m", "Начало");
	cms = await Cms.open(repository);
	try {
		await test("CMS: a person with a consent is made, and is nowhere yet", person);
		await test("CMS: a mentor is made of that person, with a page", mentor);
		await test("CMS: a programme is edited, its results stay withheld", programme);
		await test("CMS: it is completed, its results are shown", completion);
		await test("CMS: a photo is put into a news item, and wants its words", photo);
		await test("CMS: they are written, and stand on the page", sidecar);
		await test("CMS: a consent is withdrawn, the name goes", withdrawal);
		await test("CMS: what rubrika would refuse is refused while it is typed", refusal);
		await test("CMS: it takes its configuration and speaks to no other host", () => cms.complaints);
	} finally {
		await cms.close();
	}
}
