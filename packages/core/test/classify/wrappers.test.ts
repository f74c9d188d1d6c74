// Whatever a program says around a cause, the cause decides, and alone it decides nothing.

import assert from 'node:assert/strict'
import test from 'node:test'
import { createEngine } from '../../src/index.ts'
import { WRAPPERS } from '../../src/rules/wrappers.ts'

const engine = createEngine()

const CAUSES = [
  ['Mailbox full', 'mailbox-full'],
  ['Unknown user', 'mailbox-unknown'],
  ['Message contains a virus', 'virus'],
] as const

for (const wrapper of WRAPPERS) {
  test(`around a cause: ${wrapper}`, () => {
    const sentence = `${wrapper.charAt(0).toUpperCase()}${wrapper.slice(1)}`
    // What is said to MAIL is no word about the recipient.
    const causes = wrapper.includes('mail from') ? CAUSES.slice(-1) : CAUSES
    for (const [cause, reason] of causes) {
      assert.equal(engine.classify({ text: `${sentence}: ${cause}` }).reason, reason, cause)
      assert.equal(engine.classify({ text: `${cause}. ${sentence}.` }).reason, reason, cause)
    }
    assert.equal(engine.classify({ text: `${sentence}.` }).reason, 'unknown', 'alone')
  })
}
