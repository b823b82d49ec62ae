/* Search over the files of gen/render/search.c; what it says is in the form's data-*. */
{
	const $ = id => document.getElementById(id);
	const form = $("search_"), list = $("search_results"), status = $("search_status");
	const { index, loading, none, found, failed, more = "+" } = form.dataset;
	const input = form.elements.q, home = new URL(index, location.href);
	let files = {}, turn = 0, timer;

	const load = (path, options) => files[path] ||= fetch(new URL(path, home), options).then(r => r.ok ? r.json() : Promise.reject());
	const meta = () => load("index.json", { cache: "no-cache" });

	/* As words.c cuts them: the Russian stem is Snowball's. */
	const fold = s => s.normalize().toLowerCase().replace(/[\xAD\u0301]/g, "").replace(/ё/g, "е");
	const split = s => (fold(s).match(/[\p{L}\p{Nd}]+/gu) || []).filter(w => w[1] || /\d/.test(w));
	const either = (a, b) => new RegExp(`([ая])(${a})$|(${b})$`);
	const GERUND = either("в|вши|вшись", "[иы]в(ши(сь)?)?");
	const ADJECTIVE = /([иы]ми|[ео](го|му)|[иыео][ейм]|[иы]х|[уюео]ю|[ая]я)$/;
	const PARTICIPLE = either("ем|нн|вш|ющ|щ", "[иы]вш|ующ");
	const VERB = either("л[аио]?|н[аоы]?|нно|й|йте|е[мт]|ете|ют|ть|ешь",
		"[иы](л[аио]?|ть?|м)|ен[аоы]?|[еу]й(те)?|ите|ишь|ят|ует|уют|у?ю");
	const NOUN = /(и?ями|ами|и?ях|и?ям|и?ем|и?ей|[ео]в|[иь][еюя]|[еи]и|[ои]й|[ао]м|ах|[аеийоуыьюя])$/;
	const stem = w => {
		const [, start, rest] = /^([а-я]*?[аеиоуыэюя])([а-я]*)$/.exec(w) || [];
		if (!start) return w;
		let s = rest.replace(GERUND, "$1");
		if (s === rest) {
			s = rest.replace(/с[яь]$/, "");
			const a = s.replace(ADJECTIVE, ""), v = s.replace(VERB, "$1");
			s = a !== s ? a.replace(PARTICIPLE, "$1") : v !== s ? v : s.replace(NOUN, "");
		}
		s = (start + s.replace(/и$/, "")).replace(/^((.*?[аеиоуыэюя].*?[^аеиоуыэюя]){2}.*?)ость?$/, "$1").slice(start.length);
		return start + (/(нн|ь)$/.test(s) ? s.slice(0, -1) : s.replace(/(н?)н?ейше?$/, "$1"));
	};
	const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`{}:\"<>~", RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбюёхъжэбюё";
	const relay = q => q.toLowerCase().replace(/./g, c => RUSSIAN[LATIN.indexOf(c)] || LATIN[RUSSIAN.indexOf(c)] || c);
	const turned = s => [...s].reverse().join("");
	/* One letter more, less or other, or two that changed places. */
	const near = (a, b) => {
		let i = 0, j = a.length, k = b.length;
		while (i < j && a[i] === b[i]) i++;
		while (j > i && k > i && a[j - 1] === b[k - 1]) j--, k--;
		a = a.slice(i, j), b = b.slice(i, k);
		return !a[1] && !b[1] || a === b[1] + b[0];
	};

	/* Terms that begin so, from so many files at most. */
	const terms = async (prefix, most) => {
		const { id, shards } = await meta(), parts = [];
		let at = 0;
		while (shards[at + 1] <= prefix) at++;
		do parts.push(load(`t/${at}.json?${id}`));
		while (parts.length < most && shards[++at]?.startsWith(prefix));
		return (await Promise.all(parts)).flatMap(Object.entries).filter(([t]) => t.startsWith(prefix));
	};
	/* Term → [postings, how sure]. English is stemmed in the index alone. */
	const lookup = async (w, guess) => {
		const s = stem(w), half = s.length >> 1, hits = new Map();
		for (const [t, v] of await terms(/^[a-z]{6,}$/.test(w) ? w.slice(0, -3) : s, 2)) {
			if (t.startsWith(s) || t[3] && s.startsWith(t)) hits.set(t, [v, s.startsWith(t) ? 1 : t.startsWith(w) ? .6 : .3]);
		}
		if (hits.size || !guess || half < 2 || /\d/.test(s)) return hits;
		/* With one wrong letter, either half of the word is right. */
		for (const [t, v] of await terms(s.slice(0, half), 4)) {
			if (near(s, t) || t[3] && w.startsWith(t) && w.length - t.length < 4) hits.set(t, [v, .5]);
		}
		for (const [key] of await terms("~" + turned(s).slice(0, half), 4)) {
			const t = turned(key.slice(1));
			if (near(s, t)) hits.set(t, [Object.fromEntries(await terms(t, 1))[t], .5]);
		}
		return hits;
	};
	/* The fittest first; nothing when `all` words must be known and are not. */
	const find = async (q, guess, all) => {
		const known = await Promise.all(split(q).map(w => lookup(w, guess)));
		const { entries } = await meta(), score = {};
		let wanted = 0;
		if (all && known.some(hits => !hits.size)) return;
		for (const hits of known) {
			const best = new Map();
			let cut;
			for (const [v, sure] of hits.values()) v.split(";").forEach((part, i) => {
				let n = 0;
				if (i > 2) cut = 1;
				else for (const step of part ? part.split(" ") : []) {
					n += parseInt(step, 36);
					best.set(n, Math.max(best.get(n) || 0, sure * [9, 3, 1][i]));
				}
			});
			/* What every other entry has need not be there. */
			const rare = hits.size && !cut && best.size <= entries / 2 ? 1e4 : 0;
			wanted += rare;
			for (const [n, fit] of best) score[n] = (score[n] || 0) + rare + fit * Math.log(1 + entries / best.size);
		}
		const ids = Object.keys(score).sort((a, b) => score[b] - score[a] || a - b), full = ids.filter(n => score[n] >= wanted);
		return { ids: full[0] ? full : ids, terms: known.flatMap(hits => [...hits.keys()]) };
	};

	const make = (parent, tag, className = "") => parent.appendChild(Object.assign(document.createElement(tag), { className }));
	const write = (e, text, marked) => text.split(/([\p{L}\p{Nd}]+)/u).forEach((part, i) => {
		const w = fold(part), s = stem(w);
		(i % 2 && marked.some(t => t === s || t[3] && w.startsWith(t)) ? make(e, "mark") : e).append(part);
	});
	const show = async (hits, from, mine) => {
		const { id, each, kinds } = await meta(), { ids, terms } = hits, to = from + 10;
		const get = async n => (await load(`d/${n / each | 0}.json?${id}`))[n % each];
		const entries = await Promise.all(ids.slice(from, to).map(get));
		if (mine !== turn) return;
		if (from) list.lastChild.remove();
		else list.textContent = "";
		entries.forEach(([path, title, kind, summary], i) => {
			const item = make(list, "li", "item"), link = make(item, "a", "name");
			link.href = new URL("../" + path, home);
			write(link, title, terms);
			if (kind) make(item, "p", "meta").append(kinds[kind]);
			write(make(item, "p"), summary, terms);
			if (from && !i) link.focus();
		});
		if (ids[to]) {
			const button = make(make(list, "li"), "button");
			button.append(more);
			button.onclick = () => show(hits, to, mine);
		}
		status.textContent = ids[0] ? found.replace("{n}", ids.length) : none;
	};
	const run = async () => {
		const q = input.value, mine = ++turn;
		if (!split(q).join("")[1]) return status.textContent = list.textContent = "";
		status.textContent = loading;
		try {
			const p = relay(q);
			await show(await find(q, 0, 1) || await find(p, 0, 1) || await find(q, 1, 1) || await find(p, 1, 1) || await find(q, 1), 0, mine);
		} catch {
			files = {};
			if (mine === turn) status.textContent = failed;
		}
	};
	input.oninput = () => {
		clearTimeout(timer);
		timer = setTimeout(run, 250);
	};
	form.onsubmit = e => {
		e.preventDefault();
		history.replaceState(null, "", "?q=" + encodeURIComponent(input.value));
		run();
	};
	input.value = new URLSearchParams(location.search).get("q");
	run();
}
