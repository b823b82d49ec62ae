// names.mjs: how the tests find things on a page: by role and by name, as people
// do who listen to it. Nothing here or in the tests knows a class of the theme;
// what a redesign may rename is in this file alone.

export const PANEL = "Версия для слабовидящих";
export const RESET = "Вернуть обычный вид";
export const SITEMAP = "Карта раздела";
export const SKIP = "Перейти к содержанию";

/** The groups of the panel and what is chosen in them, by what the names begin with. */
export const SIZE = "Размер текста";
export const SPACE = "Расстояние";
export const FONT = "Шрифт";
export const SCHEME = "Цвета";
export const IMAGES = "Картинки";
export const LARGEST = { [SIZE]: "200", [SPACE]: "Очень большое" };
export const SCHEMES = ["Чёрным по белому", "Белым по чёрному", "Тёмно-синим по голубому", "Коричневым по бежевому"]
	.map(name => ({ [SCHEME]: name }));

/** The panel's summary; the panel opens when it is pressed. */
export const panelSwitch = page => page.locator("summary").filter({ hasText: PANEL }).first();

const begins = text => new RegExp("^\\s*" + text);

export const panelChoice = (page, group, name, includeHidden = false) =>
	page.getByRole("group", { name: begins(group), includeHidden }).getByRole("radio", { name: begins(name), includeHidden });

export const panelReset = page => page.getByRole("button", { name: RESET });

export const panelIsOpen = page => panelSwitch(page).evaluate(summary => summary.parentElement.open);

export async function openPanel(page) {
	if (!await panelIsOpen(page)) await panelSwitch(page).click();
}

export async function closePanel(page) {
	if (await panelIsOpen(page)) await panelSwitch(page).click();
}

/** The same for who looks at the page and not at the panel: at once, the panel stays shut. */
export async function set(page, choices) {
	for (const [group, name] of Object.entries(choices)) {
		await panelChoice(page, group, name, true).evaluate(radio => radio.click());
	}
}

export const reset = page => page.getByRole("button", { name: RESET, includeHidden: true }).evaluate(button => button.click());

/** Chooses in the panel as people do: { group: name, ... }, by what they begin with; closes it, as it may lie over the page. */
export async function choose(page, choices) {
	await openPanel(page);
	for (const [group, name] of Object.entries(choices)) {
		await panelChoice(page, group, name).check();
	}
	await closePanel(page);
}

export async function resetPanel(page) {
	await openPanel(page);
	await panelReset(page).click();
	await closePanel(page);
}

/** Where a list is narrowed: an option is a link of that name, under a head that opens. */
export const FILTER = "Отбор";
export const ALL = "Показать все";

async function unfold(page, link) {
	if (!await link.isVisible()) await page.getByRole("main").locator("summary").filter({ hasText: begins(FILTER) }).click();
}

export async function pick(page, option) {
	const link = page.getByRole("main").getByRole("link", { name: option, exact: true, includeHidden: true }).first();
	await unfold(page, link);
	await link.click();
}

export const showAll = page => page.getByRole("main").getByRole("link", { name: begins(ALL) }).click();

/** The names in the rows of a list that can be seen, whether they are rows of a table or its items. */
export const rowNames = page => page.getByRole("main").getByRole("rowheader").filter({ visible: true })
	.evaluateAll(cells => cells.map(cell => cell.textContent.trim()));

/** What is said aloud when something changes. */
export const said = page => page.getByRole("main").getByRole("status").innerText();

/** Search: its field, and what it finds as { title, path, marked }. */
export const searchField = page => page.getByRole("main").getByRole("searchbox");

export const searchResults = (page, base) => page.getByRole("main").getByRole("list").first().getByRole("listitem")
	.evaluateAll((items, base) => items.filter(item => item.querySelector("a")).map(item => {
		const link = item.querySelector("a");
		return {
			title: link.textContent,
			path: link.pathname.slice(base.length),
			marked: [...item.querySelectorAll("mark")].map(mark => mark.textContent),
		};
	}), base);
