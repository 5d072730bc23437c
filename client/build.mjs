// Makes what browsers get, in client/static: every page once per language, and its style sheets: one for all pages, and
// one more for each of those that few people see.
//
// Each file carries a hash of what is in it in its name, so that browsers may keep it for ever; manifest.json says
// which file is the present one: {"now.nl": "now.nl-3K2J5A7Q.js", "look.app": "look.app-5H2LQ7MN.css"}.
// Beside each file lies a compressed one (.gz), made once here rather than for every visitor.
// `node build.mjs` builds once, `node build.mjs --watch` builds again at every change.

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import * as esbuild from "esbuild"

const here = dirname(fileURLToPath(import.meta.url))
const target = process.env.T ?? join(here, "static")
const pages = ["key", "erased", "now", "late", "lead", "console", "stage", "desk"]
const languages = ["nl", "en"]
const watching = process.argv.includes("--watch")

/** What each build made last: {name: file}. Together they are the manifest. */
const made = new Map()
const builds = []

const QUOTED = /["'`]([a-z][a-z0-9]*(?:-[a-z0-9]+)*)["'`]/g
const MESSAGE = /^([a-z][a-z0-9-]*) =.*(?:\n[ }].*)*/gm

/**
 * The messages of a catalogue that this code asks for, each whole; no comments. Those of a family, the catalogue's
 * first section, are spelled by the code: all of "note-" come along where "note" is quoted.
 */
function asked(catalogue, code) {
  const quoted = new Set([...code.matchAll(QUOTED)].map(([, key]) => key))
  const [, families = "", ...others] = readFileSync(catalogue, "utf-8").split(/^## /m)
  const among = (section, wanted) => [...section.matchAll(MESSAGE)].filter(([, key]) => wanted(key))
  const spelled = among(families, (key) => quoted.has(key.split("-")[0]))
  const named = among(others.join(""), (key) => quoted.has(key))
  return [...spelled, ...named].map(([message]) => message.replace(/\n +/g, "\n ")).join("\n")
}

/** Resolves `virtual:words` to what a page needs of the catalogue of one language; a first build tells what that is. */
function words(language) {
  const catalogue = join(here, "words", `${language}.ftl`)
  return {
    name: "words",
    setup(build) {
      build.onResolve({ filter: /^virtual:words$/ }, () => ({ path: catalogue, namespace: "words" }))
      build.onLoad({ filter: /.*/, namespace: "words" }, async () => {
        const first = { ...build.initialOptions, plugins: [], external: ["virtual:words"], minify: false, write: false }
        const { outputFiles } = await esbuild.build(first)
        return { contents: asked(catalogue, outputFiles[0].text), loader: "text", watchFiles: [catalogue] }
      })
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

function page(language, entry) {
  const name = `${entry} ${language}`
  return {
    name,
    options: {
      ...shared,
      entryPoints: [entry],
      entryNames: `[name].${language}-[hash]`,
      format: "esm",
      charset: "utf8",
      jsx: "automatic",
      jsxImportSource: "preact",
      plugins: [words(language), manifest(name)],
    },
  }
}

const entries = pages
  .flatMap((name) => [`src/${name}.ts`, `src/${name}.tsx`])
  .filter((path) => existsSync(join(here, path)))
builds.push(...entries.flatMap((entry) => languages.map((language) => page(language, entry))))
builds.push({
  name: "styles",
  options: {
    ...shared,
    entryPoints: ["app", "late", "lead", "console", "stage", "desk", "results"].map((name) => `styles/${name}.css`),
    entryNames: "look.[name]-[hash]",
    plugins: [manifest("styles")],
  },
})

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
