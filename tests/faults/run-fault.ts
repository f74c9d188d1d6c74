// Runs one fault against one kind of store, and says what came of it.

import type { Fault } from './fault.ts'
import { checkRound, summarize, type Violation } from './harness/check.ts'
import { Round, type StoreKind } from './harness/round.ts'
import { killAll } from './harness/service.ts'

export type Outcome = {
  readonly fault: Fault
  readonly kind: StoreKind
  readonly seed: number
  readonly passed: boolean
  /** What is broken, or what was done. */
  readonly text: string
  readonly seconds: number
}

const INPUTS_DEFAULT = 24
const LOG_CHARS_SHOWN = 3_000

export async function runFault(
  fault: Fault, kind: StoreKind, seed: number, times: number,
): Promise<Outcome> {
  const startedAt = performance.now()
  const { inputs = INPUTS_DEFAULT, config, concurrency } = fault
  const round = new Round({
    kind, seed,
    ...(config === undefined ? {} : { config }),
    ...(concurrency === undefined ? {} : { concurrency }),
  })
  const outcome = (passed: boolean, text: string): Outcome => ({
    fault, kind, seed, passed, text, seconds: (performance.now() - startedAt) / 1000,
  })
  try {
    const violations: Violation[] = [...await fault.run(round, { times, inputs }) ?? []]
    if (fault.isWhole !== true) violations.push(...await checkRound(round))
    if (violations.length === 0) return outcome(true, describe(round))
    return outcome(false, `${summarize(violations)}\n${logOf(round)}`)
  } catch (error) {
    return outcome(false, `${(error as Error).stack}\n${logOf(round)}`)
  } finally {
    await round.end()
    killAll()
  }
}

function describe({ inputs, book: { acks, laters, lost } }: Round): string {
  const again = acks.reduce((sum, { attempts }) => sum + attempts - 1, 0)
  return `${inputs.length} inputs, ${again} handed over again (${laters.length} put off, ${lost} ` +
    'without an answer)'
}

function logOf(round: Round): string {
  const lines = round.hasService ? round.service.errors().trim().split('\n') : []
  return lines.filter((line) => /"level":"?(?:warn|error|[45]0)/.test(line)).join('\n')
    .slice(-LOG_CHARS_SHOWN)
}
