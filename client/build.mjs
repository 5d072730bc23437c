// Makes what browsers get, in client/static: every page once per language, and one style sheet.
//
// Each file carries a hash of what is in it in its name, so that browsers may keep it for ever; manifest.json says
// which file is the present one: {"now.nl": "now.nl-3K2J5A7Q.js", "app": "app-5H2LQ7MN.css"}.
// Beside each file lies a compressed one (.gz), made once here rather than for every visitor.
// `node build.mjs` builds once, `node build.mjs --watch` builds again at every change.

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import * as esbuild from "esbuild"

const here = dirname(fileURLToPath(import.meta.url))
const target = join(here, "static")
const pages = ["key", "now", "console", "stage", "desk"]
const languages = ["nl", "en"]
const watching = process.argv.includes("--watch")

/** What each build made last: {name: file}. Together they are the manifest. */
const made = new Map()
const builds = []

/** Resolves `virtual:words` to the catalogue of one language. */
function words(language) {
  const catalogue = join(here, "words", `${language}.ftl`)
  return {
    name: "words",
    setup(build) {
      build.onResolve({ filter: /^virtual:words$/ }, () => ({ path: catalogue, namespace: "words" }))
      build.onLoad({ filter: /.*/, namespace: "words" }, () => ({
        contents: readFileSync(catalogue, "utf-8"),
        loader: "text",
        watchFiles: [catalogue],
      }))
    },
  }
}

/** After each build: tells what it made, and once all have built, writes the manifest and clears what is old. */
function manifest(name) {
  return {
    name: "manifest",
    setup(build) {
      build.onEnd(({ errors, metafile }) => {
        if (errors.length > 0) return
        const files = {}
        for (const [path, { entryPoint }] of Object.entries(metafile.outputs)) {
          if (entryPoint) files[basename(path).replace(/-[A-Z0-9]{8}\.(js|css)$/, "")] = basename(path)
        }
        made.set(name, files)
        if (made.size === builds.length) finish()
      })
    },
  }
}

function finish() {
  const all = Object.assign({}, ...builds.map(({ name }) => made.get(name)))
  for (const file of Object.values(all)) {
    const packed = join(target, `${file}.gz`)
    if (!existsSync(packed)) writeFileSync(packed, gzipSync(readFileSync(join(target, file)), { level: 9 }))
  }
  const draft = join(target, "manifest.json.new")
  writeFileSync(draft, JSON.stringify(all, null, 2) + "\n")
  renameSync(draft, join(target, "manifest.json")) // whoever reads it meanwhile finds a whole one
  const present = new Set(Object.values(all))
  for (const file of readdirSync(target)) {
    if (/-[A-Z0-9]{8}\.(js|css)(\.gz)?$/.test(file) && !present.has(file.replace(/\.gz$/, ""))) rmSync(join(target, file))
  }
}

const shared = {
  absWorkingDir: here,
  outdir: target,
  bundle: true,
  minify: true,
  metafile: true,
  target: "es2020",
  logLevel: "warning",
}

function page(language, entries) {
  return {
    name: language,
    options: {
      ...shared,
      entryPoints: entries,
      entryNames: `[name].${language}-[hash]`,
      format: "esm",
      charset: "utf8",
      jsx: "automatic",
      jsxImportSource: "preact",
      plugins: [words(language), manifest(language)],
    },
  }
}

const entries = pages
  .flatMap((name) => [`src/${name}.ts`, `src/${name}.tsx`])
  .filter((path) => existsSync(join(here, path)))
if (entries.length > 0) builds.push(...languages.map((language) => page(language, entries)))
if (existsSync(join(here, "styles/app.css"))) {
  const options = { ...shared, entryPoints: ["styles/app.css"], entryNames: "[name]-[hash]", plugins: [manifest("styles")] }
  builds.push({ name: "styles", options })
}

mkdirSync(target, { recursive: true })
try {
  if (watching) {
    for (const { options } of builds) await (await esbuild.context(options)).watch()
  } else {
    await Promise.all(builds.map(({ options }) => esbuild.build(options)))
  }
} catch {
  process.exitCode = 1 // esbuild has said where and why
}
