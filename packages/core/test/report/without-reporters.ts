// Reads all fixtures with the reporters taken away, and prints how many are still read right: a
// measure of how much the reader knows of bounces in general.

import { registerHooks } from 'node:module'
import { assertReport, listFixtures, type Fixture } from './fixtures.ts'
import type { Report } from '../../src/report/types.ts'
import { packCompact } from '../../src/rules/compact.ts'
import { packText } from '../../src/text/write-text.ts'

registerHooks({
  load(url, context, next) {
    if (!url.endsWith('/rules/reporters/packed.ts')) return next(url, context)
    const source = `export const PACKED_REPORTERS = ${JSON.stringify(packText(packCompact([])))}`
    return { format: 'module', shortCircuit: true, source }
  },
})

const { parseMessage } = await import('../../src/message/parse.ts')
const { readReport } = await import('../../src/report/read.ts')

function isRead(report: Report | undefined, fixture: Fixture): boolean {
  const { name, bytes, recipients } = fixture
  try {
    assertReport(report, { name, bytes, recipients })
    return true
  } catch {
    return false
  }
}

const fixtures = [...listFixtures('reporters'), ...listFixtures('layouts')]
const missed = fixtures.filter((one) => !isRead(readReport(parseMessage(one.bytes)), one))
const read = fixtures.length - missed.length
console.log(JSON.stringify({ read, all: fixtures.length, missed: missed.map(({ name }) => name) }))
