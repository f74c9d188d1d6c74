// `npm start`: from a fresh clone to judged bounces. Runs on the Node that is there, 20 or later.

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { makeReady } from './install.mjs'

const ROOT = fileURLToPath(new URL('../', import.meta.url))

await makeReady()
console.log('The sample bounces in fixtures/messages, judged:\n')
const { status } = spawnSync(
  process.execPath,
  ['packages/app/bin/carom.mjs', 'parse', '--format', 'table', 'fixtures/messages'],
  { cwd: ROOT, stdio: 'inherit' })
process.exitCode = status ?? 1
console.log(`
suppress  stop mailing the address      fix   repair something on your side: the address is good
retry     keep trying, it may recover   none  no bounce: nothing to do

Feed it your own:
  npx carom parse ~/Maildir                     a Maildir, an mbox, folders or files, also .gz
  npx carom parse --format csv inbox.mbox       the same as CSV; json and ndjson too
  npx carom explain "550 5.1.1 user unknown"    what a reply or a code means, and what to do
  npx carom help                                everything else
`)
