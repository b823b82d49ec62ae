/* Keeps the panel's choices and filters lists. Every page is whole without it. */
{
	const KEY = "rubrika-view";
	const all = (selector, from = document) => [...from.querySelectorAll(selector)];

	/* Without storage a choice lasts as long as the page. */
	const read = () => {
		try {
			return Object(JSON.parse(localStorage.getItem(KEY)));
		} catch {
			return {};
		}
	};
	const write = choices => {
		try {
			localStorage.setItem(KEY, JSON.stringify(choices));
		} catch {}
	};

	/* Descriptions in place of pictures. */
	const describe = (hidden, word) => {
		all(".alt").forEach(old => old.remove());
		for (const img of hidden ? all("main img[alt]:not([alt=''])") : []) {
			const text = document.createElement("span");
			text.className = "alt";
			text.textContent = `[${word} ${img.alt}] `;
			(img.closest("picture") || img).after(text);
		}
	};

	for (const form of all("form[data-keep]")) {
		const panel = form.parentNode;
		const show = () => describe(form.elements.images_2.checked, form.dataset.alt);
		for (const id of Object.values(read())) {
			if (form.elements[id]) form.elements[id].checked = true;
		}
		show();
		form.onchange = ({target}) => {
			write({...read(), [target.name]: target.id});
			show();
		};
		form.onreset = () => {
			write({});
			describe();
		};
		panel.onkeydown = ({key}) => {
			if (key === "Escape" && panel.open) {
				panel.open = false;
				panel.firstElementChild.focus();
			}
		};
	}

	/* One option of each kind at most; the address keeps them, and a plain link is an address with one. */
	for (const box of all(".by")) {
		const rows = all("[data-by]"), links = all("a[id]", box), { shown, none } = box.dataset;
		const chosen = () => links.filter(a => decodeURIComponent(location.hash.slice(1)).split(",").includes(a.id));
		const show = () => {
			const on = chosen(), wanted = on.flatMap(a => a.className.slice(1) || []), latest = on[wanted.length];
			const at = row => row.dataset.at.replace(/-/g, "");
			for (const a of links) a.ariaCurrent = on.includes(a) || null;
			for (const row of rows) row.hidden = !wanted.every(n => row.matches(`[data-by~="${n}"]`));
			for (const row of [...rows].sort((a, b) => latest ? at(b) - at(a) : 0)) row.parentNode.append(row);
			const n = rows.filter(row => !row.hidden).length;
			all("[role=status]", box)[0].textContent = on[0] ? (n ? shown : none).replace("{0}", n).replace("{1}", rows.length) : "";
		};
		box.classList.add("live");
		box.onclick = e => {
			const a = e.target, was = chosen();
			if (!a.hash) return;
			e.preventDefault();
			const now = a.id ? was.filter(b => b.closest("div") !== a.closest("div")).concat(was.includes(a) ? [] : a) : [];
			history.pushState(0, "", now[0] ? "#" + now.map(b => b.id) : location.pathname);
			show();
		};
		onpopstate = show;
		show();
	}
}
