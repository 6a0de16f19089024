// Builds static/dist: one script per page and one stylesheet, minified, with the hash of the content in the name,
// compressed beforehand, and manifest.json {"phone.js": "phone-AB12CD34.js", ...} for the templates.
import { build } from "esbuild";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");
const fresh = join(here, `dist.${process.pid}`);

const { outputFiles, metafile } = await build({
  entryPoints: ["phone.tsx", "screen.tsx", "console.tsx", "home.tsx", "style.css"].map((name) => join(here, name)),
  outdir: fresh,
  entryNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  format: "iife",
  // es2019 for phones of 2019; the browsers are the first with cascade layers, so that nested rules are unfolded for them.
  target: ["es2019", "chrome99", "firefox97", "safari15.4"],
  jsx: "automatic",
  jsxImportSource: "preact",
  loader: { ".woff2": "file", ".svg": "text" },
  legalComments: "none",
  define: { "process.env.NODE_ENV": '"production"' },
  plugins: [{ name: "auto-theme", setup: (it) => it.onLoad({ filter: /tokens\.css$/ }, withAutoTheme) }],
  logLevel: "warning",
}).catch(() => process.exit(1)); // esbuild has said what is wrong

mkdirSync(fresh);
for (const { path, contents } of outputFiles) {
  writeFileSync(path, contents);
  if (/\.(js|css)$/.test(path)) compress(path, contents);
}
writeFileSync(join(fresh, "manifest.json"), JSON.stringify(manifest(), null, 1));
writeFileSync(join(fresh, "licences.txt"), licences());
rmSync(dist, { recursive: true, force: true });
renameSync(fresh, dist);

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
  const names = Object.keys(metafile.outputs).map((path) => basename(path));
  return Object.fromEntries(names.map((name) => [name.endsWith(".woff2") ? "font.woff2" : name.replace(/-[A-Z0-9]{8}\./, "."), name]));
}

// The licences of what is inside the built files ask to travel with them.
function licences() {
  const packages = new Set(Object.keys(metafile.inputs).map((path) => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1]).filter(Boolean));
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
