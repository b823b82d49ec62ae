// serve.mjs: a built site on the loopback, at the path its canonical links name.
// Sends what a plain host sends: types, lengths, the .gz twin to who takes it.
// No security header: what protects a page must be in the page.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";

const TYPES = {
	".atom": "application/atom+xml",
	".css": "text/css; charset=utf-8",
	".csv": "text/csv; charset=utf-8",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".html": "text/html; charset=utf-8",
	".ics": "text/calendar; charset=utf-8",
	".jpg": "image/jpeg",
	".js": "text/javascript; charset=utf-8",
	".json": "application/json",
	".pdf": "application/pdf",
	".png": "image/png",
	".svg": "image/svg+xml",
	".txt": "text/plain; charset=utf-8",
	".webp": "image/webp",
	".woff2": "font/woff2",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	".xml": "application/xml",
};

/** The path of the site on its host, with slashes at both ends. */
async function basePath(folder) {
	const front = await readFile(join(folder, "index.html"), "utf8");
	const [, canonical] = /<link rel="canonical" href="([^"]+)"/.exec(front) ?? [];
	return new URL(canonical ?? "/", "http://localhost/").pathname;
}

const read = file => readFile(file).catch(() => null);

/** The file for a path of a URL: bytes, type and whether they are packed; null when there is none. */
async function find(folder, path, packed) {
	const name = path.endsWith("/") ? path + "index.html" : path;
	const file = join(folder, name);
	const type = TYPES[extname(name)] ?? "application/octet-stream";
	const twin = packed ? await read(file + ".gz") : null;
	if (twin) return { body: twin, type, encoding: "gzip" };
	const body = await read(file);
	return body && { body, type };
}

/** Serves `folder` below the path `base` (what its front page names): { folder, origin, base, url(path), close() }. */
export async function serve(folder, base) {
	base ??= await basePath(folder);
	const server = createServer(async (request, response) => {
		const path = decodeURIComponent(new URL(request.url, "http://localhost/").pathname);
		const packed = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
		const inside = path.startsWith(base) && !path.includes("/../") ? "/" + path.slice(base.length) : null;
		const found = inside && await find(folder, inside, packed);
		const sent = found || await find(folder, "/404.html", packed) || { body: Buffer.alloc(0), type: "text/plain" };
		response.writeHead(found ? 200 : 404, {
			"content-type": sent.type,
			"content-length": sent.body.length,
			"cache-control": "max-age=600",
			...sent.encoding && { "content-encoding": sent.encoding },
		});
		response.end(request.method === "HEAD" ? undefined : sent.body);
	});
	await new Promise(done => server.listen(0, "127.0.0.1", done));
	const origin = `http://127.0.0.1:${server.address().port}`;
	return {
		folder,
		origin,
		base,
		url: path => origin + base + path,
		close: () => new Promise(done => {
			server.close(done);
			server.closeAllConnections();
		}),
	};
}
