// Fixtures of whole messages with what a careful reader finds in them, for the tests of report
// readers.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import type { Report } from '../../src/report/types.ts'

type Wanted = {
  readonly kind: string
  /** Absent where none is to be found. */
  readonly address?: string
  /** Part of the words that are handed on to be judged. */
  readonly says?: string
  /** What must not be among them. */
  readonly saysNot?: string
}

export type Fixture = {
  readonly name: string
  readonly bytes: Uint8Array
  /** Absent where no software is known to write so. */
  readonly reporter?: string
  /** Empty where the message is no report. */
  readonly recipients: readonly Wanted[]
}

const FIXTURES = new URL('../../../../fixtures/', import.meta.url)

export function listFixtures(folder: string): Fixture[] {
  const base = new URL(`${folder}/`, FIXTURES)
  return readdirSync(base)
    .filter((file) => file.endsWith('.eml'))
    .sort()
    .map((file) => {
      const name = file.slice(0, -'.eml'.length)
      const facts = JSON.parse(readFileSync(new URL(`${name}.json`, base), 'utf8')) as object
      const bytes = new Uint8Array(readFileSync(new URL(file, base)))
      return { name, bytes, ...facts } as Fixture
    })
}

/** Fails where the report is not what the fixture wants. */
export function assertReport(report: Report | undefined, { reporter, recipients }: Fixture): void {
  const found = report?.recipients ?? []
  const bare = found.map(({ kind, originalRecipient, finalRecipient }) => ({
    kind,
    address: originalRecipient ?? finalRecipient,
  }))
  assert.deepEqual(
    bare,
    recipients.map(({ kind, address }) => ({ kind, address })),
  )
  if (reporter !== undefined) assert.equal(report?.reporter, reporter)
  for (const [i, { says, saysNot }] of recipients.entries()) {
    const words = `${found[i]?.diagnosticCode?.text ?? ''}\n${found[i]?.humanText ?? ''}`
    if (says !== undefined) assert.ok(words.includes(says), `says ${JSON.stringify(words)}`)
    if (saysNot !== undefined) assert.ok(!words.includes(saysNot), `says ${JSON.stringify(words)}`)
  }
}
