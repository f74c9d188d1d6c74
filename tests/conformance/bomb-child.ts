// Reads hostile inputs one after the other and prints for each a line of JSON: how long it took,
// and how far the process grew. Run with --expose-gc; arguments: the module that makes the inputs.

import { readFileSync, writeFileSync } from 'node:fs'
import { createEngine } from '../../packages/core/src/index.ts'

export type BombFigure = {
  readonly name: string
  readonly ms: number
  readonly grownBytes: number
  readonly error?: string
}

const engine = createEngine()
const { bombs } = await import(process.argv[2] as string) as { bombs: Record<string, () => string> }
const collect = globalThis.gc as () => void

for (let i = 0; i < 200; i++) {
  engine.readMessage(Buffer.from(`From: a@example.com\nSubject: ${i}\n\nx\n`))
}
for (const [name, make] of Object.entries(bombs)) {
  const bytes = Buffer.from(make(), 'latin1')
  collect()
  collect()
  const before = resetPeak()
  const started = performance.now()
  let error: string | undefined
  try {
    engine.readMessage(bytes)
  } catch (thrown) {
    error = String(thrown)
  }
  const ms = performance.now() - started
  const figure: BombFigure = { name, ms, grownBytes: peakBytes() - before, ...(error && { error }) }
  console.log(JSON.stringify(figure))
}

/**
 * Begins a new high-water mark of resident memory (Linux: proc(5)) and returns what is resident
 * now.
 */
function resetPeak(): number {
  writeFileSync('/proc/self/clear_refs', '5')
  return statusBytes('VmRSS')
}

function peakBytes(): number {
  return statusBytes('VmHWM')
}

function statusBytes(field: string): number {
  const line = readFileSync('/proc/self/status', 'utf8')
    .split('\n')
    .find((row) => row.startsWith(field))
  return Number(line?.replace(/\D/g, '')) * 1024
}
