// Measures how well the engine carries over to what it has not seen: leaves out each source and
// each language in turn, prints the table and writes docs/generality.md. No figure may fall under
// its floor; those that have risen become the new floors.

import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { floorsOf, formatDocument, type Floors, type Measured } from './generality/document.ts'
import { GROUPS, type Group } from './generality/groups.ts'
import type { Counts } from './generality/measure-group.ts'
import { ROOT } from './source-files.ts'

const DOCUMENT = join(ROOT, 'docs/generality.md')
const FLOORS = join(ROOT, 'tests/generality/floors.json')
const WORKERS_MAX = 4

type Answer = { readonly number: number; readonly counts: Counts }

/** Hands the groups out to threads; the order of the answers does not matter. */
async function measureAll(): Promise<Measured[]> {
  const measured = new Map<number, Measured>()
  let next = 0
  const started = performance.now()
  const work = (): Promise<void> => new Promise((resolve, reject) => {
    const worker = new Worker(new URL('generality/group-worker.ts', import.meta.url))
    const hand = (): void => {
      if (next < GROUPS.length) worker.postMessage(next++, [])
      else void worker.terminate().then(() => resolve())
    }
    worker.on('message', ({ number, counts }: Answer) => {
      const group = GROUPS[number] as Group
      measured.set(number, { group, counts })
      const seconds = ((performance.now() - started) / 1000).toFixed(0)
      console.error(`${measured.size} of ${GROUPS.length} after ${seconds} s: ${group.name}`)
      hand()
    })
    worker.on('error', reject)
    hand()
  })
  await Promise.all(Array.from({ length: Math.min(WORKERS_MAX, availableParallelism()) }, work))
  return GROUPS.map((_, i) => measured.get(i) as Measured)
}

const measured = await measureAll()
const text = formatDocument(measured)
console.log(text)
writeFileSync(DOCUMENT, text)
const floors = JSON.parse(readFileSync(FLOORS, 'utf8')) as Record<string, Floors | number>
const before = floors['full'] as Floors
const now = floorsOf(measured)
const slack = floors['slack'] as number
const raised: Record<string, number> = {}
for (const [name, figure] of Object.entries(now)) {
  const floor = before[name] ?? 0
  raised[name] = Math.max(floor, figure)
  if (figure >= floor - slack) continue
  console.error(`${name} fell from ${floor} to ${figure} %`)
  process.exitCode = 1
}
writeFileSync(FLOORS, `${JSON.stringify({ ...floors, full: raised }, undefined, 2)}\n`)
