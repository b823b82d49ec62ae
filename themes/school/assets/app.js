/* Keeps the panel's choices in this browser and filters the registry. Every page is whole without it. */
{
	const KEY = "rubrika-view";
	const all = (selector, from = document) => [...from.querySelectorAll(selector)];

	/* Storage may be switched off or hold something else; then a choice lasts as long as the page. */
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

	/* Descriptions stand where pictures are hidden. */
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

	for (const form of all("form[data-rows]")) {
		const name = form.dataset.rows, rows = all(`#${name} tr[data-state]`);
		const fits = ({dataset}) => {
			const want = new FormData(form);
			return ["subjects", "forms", "kinds"].every(f => !want.get(f) || dataset[f].split("|").includes(want.get(f))) &&
				(dataset.open || !want.has("open")) && (dataset.state !== "ended" || !want.has("ended"));
		};
		const show = () => {
			for (const row of rows) row.hidden = !fits(row);
			const n = rows.filter(row => !row.hidden).length;
			document.getElementById(name + "-none").hidden = n;
			all("[role=status]", form)[0].textContent = form.dataset.shown.replace("{0}", n).replace("{1}", rows.length);
		};
		/* A list of one has nothing to choose from. */
		for (const select of all("select", form)) select.parentNode.hidden = !select[2];
		form.onchange = show;
		form.onreset = () => setTimeout(show); /* the fields change after the event */
		form.hidden = !rows[1];
	}
}
