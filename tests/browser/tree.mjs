// tree.mjs: what a page is for who listens to it: the tree that Chromium gives to
// a screen reader. axe looks at elements; this looks at the order and the names.

const INTERACTIVE = new Set(["button", "link", "textbox", "searchbox", "checkbox", "radio", "combobox", "listbox",
	"slider", "switch", "tab", "menuitem", "DisclosureTriangle", "spinbutton"]);
const LANDMARKS = new Set(["banner", "navigation", "search", "main", "complementary", "contentinfo"]);
/** A link is often heard without what stands around it. */
const VAGUE = /^(здесь|тут|сюда|ссылка|подробнее|далее|читать далее|ещё|скачать)$/i;

async function readTree(page) {
	const session = await page.context().newCDPSession(page);
	const { nodes } = await session.send("Accessibility.getFullAXTree");
	await session.detach();
	const byId = new Map(nodes.map(node => [node.nodeId, node]));
	const listed = [];
	const walk = node => {
		if (!node.ignored) {
			const level = node.properties?.find(property => property.name === "level")?.value.value;
			listed.push({ role: node.role.value, name: (node.name?.value ?? "").trim(), level });
		}
		for (const id of node.childIds ?? []) if (byId.has(id)) walk(byId.get(id));
	};
	walk(nodes[0]);
	return listed;
}

function* headingFaults(nodes) {
	const heads = nodes.filter(node => node.role === "heading");
	const first = heads.filter(head => head.level === 1);
	if (first.length !== 1) yield `${first.length} headings of level 1`;
	for (const [i, head] of heads.entries()) {
		if (!head.name) yield `heading of level ${head.level} without words`;
		if (i && head.level > heads[i - 1].level + 1) yield `heading «${head.name}» of level ${head.level} after ${heads[i - 1].level}`;
	}
	const main = nodes.findIndex(node => node.role === "main");
	const inMain = nodes.slice(main).find(node => node.role === "heading");
	if (inMain?.level !== 1) yield "main does not begin with the heading of level 1";
}

function* landmarkFaults(nodes) {
	const marks = nodes.filter(node => LANDMARKS.has(node.role));
	const order = marks.map(mark => mark.role).filter(role => ["banner", "main", "contentinfo"].includes(role));
	if (order.join() !== "banner,main,contentinfo") yield `landmarks in the order ${order.join(", ")}`;
	const names = marks.map(mark => `${mark.role} «${mark.name}»`);
	for (const name of new Set(names.filter((name, i) => names.indexOf(name) !== i))) yield `two landmarks ${name}`;
}

function* nameFaults(nodes) {
	for (const { role, name } of nodes) {
		if (INTERACTIVE.has(role) && !name) yield `a ${role} without a name`;
		if (role === "link" && VAGUE.test(name)) yield `a link that says only «${name}»`;
		if (role === "image" && !name) yield "an image that is heard and has no name";
	}
}

export async function outline(page) {
	const nodes = await readTree(page);
	return [...headingFaults(nodes), ...landmarkFaults(nodes), ...nameFaults(nodes)];
}
