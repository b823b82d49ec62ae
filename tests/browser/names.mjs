// names.mjs: how the tests find things on a page: by role and by name, as people
// do who listen to it. Nothing here or in the tests knows a class of the theme;
// what a redesign may rename is in this file alone.

export const PANEL = "Версия для слабовидящих";

/** The panel's summary; the panel opens when it is pressed. */
export const panelSwitch = page => page.locator("summary").filter({ hasText: PANEL }).first();

/** A group of choices of the panel, by its legend. */
export const panelGroup = (page, legend) => page.getByRole("group", { name: legend });

/** Opens the panel unless it is open. */
export async function openPanel(page) {
	const open = await panelSwitch(page).evaluate(summary => summary.parentElement.open);
	if (!open) await panelSwitch(page).click();
}

/** Chooses in the panel: { "Размер текста": "200", ... }, by what the labels begin with. */
export async function choose(page, choices) {
	await openPanel(page);
	for (const [legend, label] of Object.entries(choices)) {
		await panelGroup(page, legend).getByRole("radio", { name: new RegExp("^" + label) }).check();
	}
}
