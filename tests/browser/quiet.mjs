// quiet.mjs: what a page does that nobody asked it to do.

/** Listens to a page before it is opened; the list that is given grows. */
export async function listen(page, site) {
	const heard = [];
	page.on("console", message => heard.push(`console ${message.type()}: ${message.text()}`));
	page.on("pageerror", error => heard.push(`error: ${error.message}`));
	page.on("request", request => {
		const { origin, protocol } = new URL(request.url());
		if (origin !== site.origin && protocol !== "data:") heard.push(`asks another host: ${request.url()}`);
	});
	page.on("requestfailed", request => heard.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
	page.on("response", response => {
		if (response.status() >= 400) heard.push(`status ${response.status()}: ${response.url()}`);
	});
	await page.exposeFunction("reportBreach", what => heard.push(`breach of the policy: ${what}`));
	await page.addInitScript(() => addEventListener("securitypolicyviolation",
		({ violatedDirective, blockedURI }) => window.reportBreach(`${violatedDirective} ${blockedURI}`)));
	return heard;
}
