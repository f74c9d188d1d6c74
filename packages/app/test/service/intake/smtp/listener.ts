// A listener for tests, with a store in memory that can be made to fail.

import { makeReturnPath, type TokenKey } from '@carom/core'
import { SILENT_LOG } from '../../../../src/service/log.ts'
import { createSmtpIntake, type SmtpIntake } from '../../../../src/service/intake/smtp.ts'
import type { SmtpIntakeOptions } from '../../../../src/service/intake/smtp/options.ts'
import type { NewInput, Store } from '../../../../src/service/store/types.ts'

export const NOW = Date.UTC(2026, 10, 27, 12)
export const KEY: TokenKey = { id: 'a', secret: new Uint8Array(32).fill(7) }
export const BOUNCES = 'bounces.example.com'
const FEEDBACK = 'fbl.example.com'

/** A genuine return path for mail to someone. */
export function returnPath(recipient = 'ann@example.org', sendId?: string): string {
  const made = makeReturnPath({
    keys: [KEY], domain: BOUNCES, recipient, now: NOW, ...(sendId === undefined ? {} : { sendId }),
  })
  if (made.kind !== 'made') throw new TypeError(`no token for ${recipient}`)
  return made.address
}

type IntakeStore = Pick<Store, 'ingest' | 'all'>

export type Listener = {
  readonly intake: SmtpIntake
  readonly port: number
  /** What the store in memory holds, each key once. */
  readonly inputs: () => NewInput[]
  readonly wakes: () => number
  /** What the next calls of `ingest` fail with, or wait for. */
  readonly fail: (...failures: (Error | Promise<void>)[]) => void
  readonly stop: () => Promise<void>
}

export async function startListener(
  options: Partial<SmtpIntakeOptions> = {}, given?: IntakeStore,
): Promise<Listener> {
  const kept = new Map<string, NewInput>()
  const failures: (Error | Promise<void>)[] = []
  let wakes = 0
  const store: IntakeStore = given ?? {
    ingest: async (inputs) => {
      const failure = failures.shift()
      if (failure instanceof Error) throw failure
      await failure
      for (const input of inputs) kept.set(input.transportKey, input)
      return { ids: inputs.map((_, i) => i) }
    },
    all: () => Promise.resolve([]),
  }
  const intake = createSmtpIntake({
    protocol: 'smtp', port: 0, hostname: 'mx.example.com', tokenKeys: () => [KEY],
    domains: [
      { name: BOUNCES, kind: 'bounces', mailboxes: ['bounce', 'postmaster'] },
      { name: FEEDBACK, kind: 'feedback' },
    ],
    ...options,
  }, { store, log: SILENT_LOG, now: () => NOW, wake: () => { wakes++ } })
  await intake.start()
  return {
    intake, port: intake.port(), inputs: () => [...kept.values()], wakes: () => wakes,
    fail: (...more) => { failures.push(...more) },
    stop: () => intake.stop(),
  }
}
