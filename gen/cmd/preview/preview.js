/* The bar of `rubrika serve`: never part of a site. Follows the server's events, and tells what the page cannot. */
(() => {
	'use strict';
	const own = document.currentScript.dataset;
	const host = document.createElement('rubrika-bar');
	const root = host.attachShadow({mode: 'open'});
	let stream = null;
	let state = null;
	let closed = false;

	/* make('p', {class: 'x'}, 'text', node…) */
	const make = (name, attributes, ...content) => {
		const node = document.createElement(name);
		Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
		node.append(...content);
		return node;
	};

	const button = (text, act) => {
		const node = make('button', {type: 'button'}, text);
		node.addEventListener('click', act);
		return node;
	};

	const goto = (date) => {
		const back = decodeURI(location.pathname);
		location.href = `/.rubrika/day?date=${encodeURIComponent(date)}&back=${encodeURIComponent(back)}`;
	};

	const place = (at) => at.path ? `${at.path}${at.line ? `:${at.line}` : ''}${at.column ? `:${at.column}` : ''}` : '';

	const dayPicker = () => {
		const input = make('input', {type: 'date', value: state.day, id: 'day'});
		input.addEventListener('change', () => input.value && goto(input.value));
		const parts = [make('label', {for: 'day'}, state.words.day), ' ', input];
		return make('span', {class: 'day'}, ...parts, ...(state.chosen ? [' ', button(state.words.today, () => goto(''))] : []));
	};

	const reasons = (list) => make('ul', {}, ...list.map((r) => make('li', {}, r.text,
		...(r.path ? [' ', make('code', {}, place(r))] : []))));

	const withheld = () => {
		if (!state.sound) {
			return make('span', {class: 'note'}, state.words.stale);
		}
		if (!state.withheld.length) {
			return make('span', {class: 'note'}, state.words.nothing);
		}
		const list = make('dl', {});
		state.withheld.forEach((one) => list.append(
			make('dt', {}, one.title, ' ', make('code', {}, place(one))),
			make('dd', {}, one.reasons.length ? reasons(one.reasons) : state.words.elsewhere)));
		const more = state.more ? [make('p', {}, `${state.words.more} ${state.more}`)] : [];
		const count = state.withheld.length + state.more;
		return make('details', {}, make('summary', {}, `${state.words.withheld} ${count}`), list, ...more);
	};

	const fault = (f) => make('li', {class: f.severity}, make('code', {}, place(f)), make('p', {}, f.message),
		make('p', {class: 'cure'}, f.cure));

	const faults = (severity) => state.faults.filter((f) => (f.severity === 'error') === (severity === 'error'));

	const warnings = () => {
		const list = faults('warning');
		return list.length ? [make('details', {}, make('summary', {}, `${state.words.warnings} ${state.warnings}`),
			make('ol', {}, ...list.map(fault)))] : [];
	};

	const overlay = () => {
		const close = () => {
			closed = true;
			draw();
		};
		const box = make('section', {class: 'faults', role: 'alertdialog', 'aria-labelledby': 'title'},
			make('h2', {id: 'title'}, `${state.words.faults} ${state.errors}`), make('p', {}, state.words.kept),
			make('ol', {}, ...faults('error').map(fault)), button(state.words.close, close));
		box.addEventListener('keydown', (event) => event.key === 'Escape' && close());
		return box;
	};

	const draw = () => {
		const opener = button(state.words.show, () => {
			closed = false;
			draw();
		});
		host.lang = state.lang;
		root.replaceChildren(make('link', {rel: 'stylesheet', href: '/.rubrika/preview.css'}),
			make('aside', {class: 'bar', 'aria-label': state.words.title}, make('strong', {}, state.words.title),
				dayPicker(), withheld(), ...warnings(), ...(state.sound ? [] : [opener])),
			...(state.sound || closed ? [] : [overlay()]));
	};

	const load = async () => {
		const answer = await fetch(`/.rubrika/state?page=${encodeURIComponent(own.page)}`);
		state = await answer.json();
		closed = false;
		draw();
	};

	const hear = (event) => {
		const now = JSON.parse(event.data);
		if (now.sound && (now.site !== Number(own.site) || now.run !== Number(own.run))) {
			location.reload();
		} else if (!state || now.number !== state.number) {
			load();
		}
	};

	/* A browser opens few streams to one server: a page that nobody looks at gives its own back. */
	const follow = () => {
		if (document.hidden && stream) {
			stream.close();
			stream = null;
		} else if (!document.hidden && !stream) {
			stream = new EventSource('/.rubrika/events');
			stream.onmessage = hear;
		}
	};

	const start = () => {
		document.body.append(host);
		document.addEventListener('visibilitychange', follow);
		window.addEventListener('pagehide', () => stream && stream.close());
		follow();
	};

	if (document.body) {
		start();
	} else {
		document.addEventListener('DOMContentLoaded', start);
	}
})();
