// Builds static/dist: one script per page (the phone's with a part per kind) and one stylesheet, minified, with the hash of the content in the name,
// compressed beforehand, and manifest.json {"phone.js": "phone-AB12CD34.js", ...} for the templates.
import { build } from "esbuild";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");
const fresh = join(here, `dist.${process.pid}`);

const kinds = readdirSync(join(here, "boards")).filter((name) => name.endsWith(".tsx")).map((name) => name.replace(".tsx", "")).sort();

const common = {
  outdir: fresh,
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  // The first browsers with cascade layers, so that nested rules are unfolded for them: no older one could read the style sheet.
  target: ["chrome99", "firefox97", "safari15.4"],
  jsx: "automatic",
  jsxImportSource: "preact",
  loader: { ".woff2": "file", ".svg": "text" },
  legalComments: "none",
  define: { "process.env.NODE_ENV": '"production"' },
  plugins: [
    { name: "auto-theme", setup: (it) => it.onLoad({ filter: /tokens\.css$/ }, withAutoTheme) },
    { name: "kinds", setup: kindsOf },
    { name: "websocket-only", setup: (it) => it.onLoad({ filter: /engine\.io-client\/.*\/transports\/index\.js$/ }, websocketOnly) },
  ],
  logLevel: "warning",
};
const pages = { entryPoints: ["screen.tsx", "console.tsx", "home.tsx", "editor.tsx", "preview.tsx", "style.css"].map((name) => join(here, name)), format: "iife" };
const phone = { entryPoints: [join(here, "phone.tsx")], format: "esm", splitting: true }; // a phone fetches the kinds of its own script only
const built = await Promise.all([pages, phone].map((it) => build({ ...common, ...it }))).catch(() => process.exit(1)); // esbuild has said what is wrong
const outputFiles = built.flatMap((it) => it.outputFiles);
const outputs = Object.assign({}, ...built.map((it) => it.metafile.outputs));
const inputs = Object.assign({}, ...built.map((it) => it.metafile.inputs));

mkdirSync(fresh);
for (const { path, contents } of outputFiles) {
  writeFileSync(path, contents);
  if (/\.(js|css)$/.test(path)) compress(path, contents);
}
writeFileSync(join(fresh, "manifest.json"), JSON.stringify(manifest(), null, 1));
writeFileSync(join(fresh, "licences.txt"), licences());
rmSync(dist, { recursive: true, force: true });
renameSync(fresh, dist);

// Every .tsx in boards/ is a kind, by its name: "kinds:phone" fetches each when it is needed, "kinds:screen" and "kinds:all" have them all, "kinds:words" only what they are called.
// Looks that no other kind has stand in a .css beside it: "kinds:looks".
function kindsOf(it) {
  const file = (kind) => JSON.stringify(join(here, "boards", `${kind}.tsx`));
  const texts = {
    phone: () => `export const KINDS = {${kinds.map((kind) => `${kind}: () => import("phone-of:${kind}")`)}};`,
    // Getters, because the console's boards and its steps know each other.
    all: () => `${kinds.map((kind) => `import * as ${kind} from ${file(kind)};`).join("")}export const KINDS = {${kinds.map((kind) => `get ${kind}() { return ${kind} }`)}};`,
    words: () => `${kinds.map((kind) => `import {words as ${kind}} from ${file(kind)};`).join("")}export const KINDS = {${kinds}};`,
    screen: () => `${kinds.map((kind) => `import {Screen as ${kind}, words as ${kind}Words} from ${file(kind)};`).join("")}export const KINDS = {${kinds.map((kind) => `${kind}: {Screen: ${kind}, words: ${kind}Words}`)}};`,
  };
  const looks = () => readdirSync(join(here, "boards")).filter((name) => name.endsWith(".css"));
  it.onResolve({ filter: /^kinds:looks$/ }, () => ({ path: "looks", namespace: "looks" }));
  it.onLoad({ filter: /.*/, namespace: "looks" }, () => ({ contents: looks().map((name) => `@import "./boards/${name}";`).join("\n"), loader: "css", resolveDir: here }));
  it.onResolve({ filter: /^(kinds|phone-of):/ }, ({ path }) => ({ path: path.split(":")[1], namespace: path.split(":")[0] }));
  it.onLoad({ filter: /.*/, namespace: "kinds" }, ({ path }) => ({ contents: texts[path](), resolveDir: here }));
  it.onLoad({ filter: /.*/, namespace: "phone-of" }, ({ path }) => ({ contents: `export { Phone } from ${file(path)};`, resolveDir: here }));
}

// The server speaks websocket only: what polls stays at home.
function websocketOnly() {
  return { contents: 'import { WS } from "./websocket.js"; export const transports = { websocket: WS };' };
}

// A phone follows its owner: the values of dark and contrast again, under the owner's own settings.
function withAutoTheme({ path }) {
  const css = readFileSync(path, "utf8");
  const body = (theme) => css.match(new RegExp(`\\[data-theme="${theme}"\\] \\{(.*?)\\n\\}`, "s"))[1];
  const auto = (query, theme) => `@media (${query}) { [data-theme="auto"] {${body(theme)} } }\n`;
  const [before, after] = css.split(/(?<=\/\* 7\. Auto:.*\*\/\n)/);
  return { contents: before + auto("prefers-color-scheme: dark", "dark") + auto("prefers-contrast: more", "contrast") + after, loader: "css" };
}

function compress(path, contents) {
  writeFileSync(`${path}.gz`, gzipSync(contents, { level: 9 }));
  writeFileSync(`${path}.br`, brotliCompressSync(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
}

function manifest() {
  const names = Object.keys(outputs).map((path) => basename(path));
  return Object.fromEntries(names.map((name) => [name.endsWith(".woff2") ? "font.woff2" : name.replace(/-[A-Z0-9]{8}\./, "."), name]));
}

// The licences of what is inside the built files ask to travel with them.
function licences() {
  const packages = new Set(Object.keys(inputs).map((path) => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1]).filter(Boolean));
  return [...packages].sort().map((name) => `${name}\n\n${licenceOf(join(here, "..", "node_modules", name))}\n`).join("\n");
}

function licenceOf(folder) {
  for (const name of ["LICENSE", "LICENSE.md", "LICENCE", "license"]) {
    try {
      return readFileSync(join(folder, name), "utf8");
    } catch (missing) {
      if (missing.code !== "ENOENT") throw missing;
    }
  }
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).license;
}
