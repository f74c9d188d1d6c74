// A running service that reads many mailboxes at once, each of a server that lies, stalls, floods
// or forgets: all mail that a server really has becomes one event, or the source says in words what
// it cannot have; memory stays bounded; and every source goes on once its server behaves. All are
// on one host with one user name, as behind tunnels, and use the same UIDs.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { IMAP_ATTACKS } from './hostile-imap.ts'
import { POP3_ATTACKS } from './hostile-pop3.ts'
import type { Attack, Server } from './hostile-mail.ts'
import { peakMegabytes, serve, type Running } from './running.ts'

const LOOKS_MAX = 120
const LOOK_MS = 500
const NUMBERS_EACH = 10
/** All of them attack at once, and the sources take more room than the bundle. */
const MEGABYTES_MAX = 800

type Attacked = Attack & Server & {
  readonly id: string
  readonly told: Set<string>
  health: string | undefined
}

type Source = { readonly name: string; readonly health: string; readonly lastError?: string }

test('hostile mail servers take nothing, double nothing and are named', async (t) => {
  const attacked: Attacked[] = []
  for (const [index, attack] of [...IMAP_ATTACKS, ...POP3_ATTACKS].entries()) {
    const numbers = Array.from({ length: NUMBERS_EACH }, (_, n) => NUMBERS_EACH * (index + 1) + n)
    const server = await attack.start(numbers)
    t.after(server.stop)
    attacked.push({ ...attack, ...server, id: `m${index}`, told: new Set(), health: undefined })
  }
  const service = await serve(t, `guards: { rateCap: false }\nsources:\n${
    attacked.map(({ id, source }) => `  - { name: ${id}, ${source} }\n`).join('')}`)
  let wrong: string[] = ['nothing was looked at']
  for (let look = 0; look < LOOKS_MAX && wrong.length > 0; look++) {
    await sleep(LOOK_MS)
    await lookAt(service, attacked)
    wrong = []
    for (const one of attacked) wrong.push(...await faultsOf(service, one))
  }
  assert.deepEqual(wrong, [], wrong.join('\n'))
  for (const { problem, name } of attacked) {
    assert.ok(problem === undefined || problem.test(service.said.errors), `${name}: not in the log`)
  }
  const megabytes = peakMegabytes(service.pid)
  assert.ok(megabytes < MEGABYTES_MAX, `it took ${megabytes} MB`)
  assert.equal(await service.stop(), 0)
})

/** Notes what the sources say of themselves. */
async function lookAt({ read }: Running, attacked: readonly Attacked[]): Promise<void> {
  const { rows } = await read('/v1/sources/health') as { rows: Source[] }
  for (const one of attacked) {
    const row = rows.find(({ name }) => name === one.id)
    if (row?.lastError !== undefined) one.told.add(row.lastError)
    one.health = row?.health
  }
}

/** What is not yet as it has to be in the end. */
async function faultsOf({ read }: Running, one: Attacked): Promise<string[]> {
  const faults: string[] = []
  for (const number of one.wanted()) {
    const { rows } = await read(`/v1/events?address=user${number}@example.org`) as
      { rows: unknown[] }
    if (rows.length !== 1) faults.push(`${rows.length} events of bounce ${number}`)
  }
  const told = [...one.told]
  const { problem, ends = 'running' } = one
  if (one.health !== ends) faults.push(`it is ${one.health} and not ${ends}`)
  if (problem !== undefined && !told.some((text) => problem.test(text))) {
    faults.push(`it said ${JSON.stringify(told)} and nothing like ${problem}`)
  }
  return faults.map((fault) => `${one.name} (${one.source.slice(0, 10)}): ${fault}`)
}
