// report.mjs: says what was found, in the lines that tests/run counts.
const MOST = 25;

let failed = 0;

function say(name, faults) {
	const lines = faults.slice(0, MOST).map(fault => "# " + String(fault).replaceAll("\n", "\n#   "));
	if (faults.length > MOST) lines.push(`# … and ${faults.length - MOST} more`);
	console.log([`${faults.length ? "not ok" : "ok"} - ${name}`, ...lines].join("\n"));
	failed += faults.length ? 1 : 0;
}

/** One test: `find` gives the faults, a line each; an error is one more. */
export async function test(name, find) {
	try {
		say(name, await find() ?? []);
	} catch (error) {
		say(name, [error.stack ?? error]);
	}
}

/** Faults of many places as a line each: [what, where] pairs become "what (N: where, where, …)". */
export function gather(pairs) {
	const places = new Map();
	for (const [what, where] of pairs) places.set(what, [...places.get(what) ?? [], where]);
	return [...places].sort((a, b) => b[1].length - a[1].length)
		.map(([what, where]) => `${what} (${where.length}: ${where.slice(0, 3).join(", ")}${where[3] ? ", …" : ""})`);
}

export const skip = (name, why) => console.log(`skipped - ${name}: ${why}`);

export const anyFailed = () => failed > 0;
