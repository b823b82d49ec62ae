// packages.mjs: where the npm packages are. They stand outside of the tree,
// below $NPM_FOLDER (build/npm by default; install.sh fills it), where `import`
// does not look by itself.
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const folder = resolve(process.env.NPM_FOLDER || join(here, "../../build/npm"));
const require = createRequire(join(folder, "package.json"));

/** The file of a package, "axe-core/axe.min.js". */
export const fileOf = name => require.resolve(name);

/** What a package exports, whether it is of the old or the new sort of module. */
export const load = name => import(pathToFileURL(fileOf(name)).href);
