// `npm start`: from a fresh clone to a running service. Runs on the Node that is there, 20 or
// later. Further arguments go to `carom serve`: `npm start -- --port 9000`.

import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { makeReady } from './install.mjs'

const ROOT = fileURLToPath(new URL('../', import.meta.url))

await makeReady()
console.log(`
Carom starts. In another terminal:
  npx carom parse fixtures/messages              judges the sample bounces of this folder
  npx carom parse ~/Maildir                      and your own: Maildir, mbox, folders, files, .gz
  npx carom explain "550 5.1.1 user unknown"     what a reply or a code means, and what to do
  npx carom check jane@example.com               may she be mailed?
  npx carom domain check example.com             how is a domain set up for sending?
  npx carom help                                 everything else
  npm start -- --demo                            shows all pages with five months of invented mail
Ctrl-C stops it. What it knows is kept in carom.db, its pages are at the address below.
`)
const child = spawn(
  process.execPath, ['packages/app/bin/carom.mjs', 'serve', ...process.argv.slice(2)],
  { cwd: ROOT, stdio: 'inherit' })
// A terminal sends its signals to both processes, everybody else to this one alone.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
  process.on(signal, () => {
    if (signal === 'SIGTERM' || process.stdin.isTTY !== true) child.kill(signal)
  })
}
process.exitCode = await new Promise((resolve) => {
  child.on('error', () => resolve(1))
  child.on('close', (code) => resolve(code ?? 1))
})
