// Inputs for tests of the store.

import type { NewInput } from '../../../src/service/store/types.ts'

/** A moment to count from. */
export const NOON = 1_790_000_000_000

export function makeInput(key: string, change: Partial<NewInput> = {}): NewInput {
  return {
    tenant: 'main', source: 'mx', kind: 'message', transportKey: key,
    bytes: Buffer.from(`Subject: ${key}\r\n\r\nno such user\r\n`), receivedAt: NOON, trust: 1,
    envelope: { mailFrom: '', rcptTo: 'bounce@example.com', clientIp: '192.0.2.1' }, ...change,
  }
}

export const LEASE = { limit: 100, leaseMs: 1000, owner: 'worker', now: NOON } as const
