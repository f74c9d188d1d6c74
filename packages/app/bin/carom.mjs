#!/usr/bin/env node
// Starts carom: the bundle in dist/, which any Node from 20 on runs, or, in a working tree whose
// sources have changed since it was built, the sources themselves, which need Node 24. So does all
// that works on a store, for the database that is built into it.

import { existsSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const bundle = new URL('../dist/carom.js', import.meta.url)
const sources = new URL('../src/cli/main.ts', import.meta.url)
const bundleCheck = new URL('../../../scripts/bundle-check.mjs', import.meta.url)

// Compiled code is kept between runs (Node 22.8 and later): it halves the time to the first answer.
module.enableCompileCache?.()

const SERVICE_COMMANDS = [
  'serve', 'config', 'deliver', 'token', 'check', 'policy', 'undo', 'reclassify', 'unmatched',
  'user', 'bounce', 'advice',
]

const isNode24 = Number.parseInt(process.versions.node, 10) >= 24
/** What the mail system that pipes into `carom deliver` is to keep and try again (sysexits.h). */
const EX_TEMPFAIL = 75
/** Options that name a store, with which every command works on the database. */
const STORE_OPTION = /^(?:--store|--config|-c)(?:=|$)/
const [, , command, ...words] = process.argv
const isService = SERVICE_COMMANDS.includes(command)
  || (command === 'domain' && words[0] === 'reputation')
  || words.some((word) => STORE_OPTION.test(word))

if (isService && !isNode24) await runAgainOnNode24(`carom ${command} needs`)
else if (await isBundleRight()) await run(bundle)
else if (isNode24) await run(sources)
else await runAgainOnNode24('its sources need')

async function run(url) {
  const { runProcess } = await import(url)
  await runProcess()
}

// An installed package has no sources; only a working tree can hold a bundle that is out of date.
async function isBundleRight() {
  if (!existsSync(bundle)) return false
  if (!existsSync(sources)) return true
  const { isBundleCurrent } = await import(bundleCheck)
  if (!await isBundleCurrent(new URL('./', bundle))) return false
  // What the service shows is built beside it, of sources of its own.
  const pages = new URL('./web/', bundle)
  return !isService || !existsSync(pages) || await isBundleCurrent(pages)
}

async function runAgainOnNode24(who) {
  const failed = command === 'deliver' ? EX_TEMPFAIL : 1
  const node = findPinnedNode()
  if (node === undefined) {
    const advice = existsSync(sources)
      ? 'Run `npm install` in the working tree: it brings the right Node and builds a bundle ' +
        'that runs on this one too.'
      : 'Run `npm install node@24` where carom is installed: it is then used for this.'
    process.stderr.write(`carom: ${who} Node 24 or later, and this is Node ` +
      `${process.versions.node}.\n${advice}\n`)
    process.exitCode = failed
    return
  }
  const { spawn } = await import('node:child_process')
  const launcher = fileURLToPath(import.meta.url)
  const child = spawn(node, [launcher, ...process.argv.slice(2)], { stdio: 'inherit' })
  // A terminal sends its signals to both processes, everybody else to this one alone.
  const isTerminal = process.stdin.isTTY === true
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
    process.on(signal, () => {
      if (signal === 'SIGTERM' || !isTerminal) child.kill(signal)
    })
  }
  process.exitCode = await new Promise((resolve) => {
    child.on('error', () => resolve(failed))
    child.on('exit', (code) => resolve(code ?? failed))
  })
}

// The npm package `node`, a development dependency, in the nearest node_modules upwards.
function findPinnedNode() {
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  for (let folder = new URL('../', import.meta.url); ; folder = new URL('../', folder)) {
    const candidate = new URL(`node_modules/node/bin/${file}`, folder)
    if (existsSync(candidate)) return fileURLToPath(candidate)
    if (folder.pathname === new URL('../', folder).pathname) return undefined
  }
}
