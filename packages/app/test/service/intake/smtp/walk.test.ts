// Random walks through the commands against a small model of RFC 5321 §4.1.4 (T16): no order of
// commands, refusals and failures leaves anything of one transaction to the next.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDialog, type Dialog } from './dialog.ts'
import { BOUNCES, returnPath, startListener, type Listener } from './listener.ts'
import { SEED } from '../../../../../../tests/fuzz/seeded.ts'

const STEPS = Number(process.env['CAROM_WALK_STEPS'] ?? 6_000)
const BATCH_MAX = 6
const UNKNOWN_MAX = 10

type Model = { hello: boolean; mail: boolean; recipients: number; unknown: number; kept: number }

/** What a command must be answered with, as the model says; it changes the model. */
type Command = {
  readonly line: string
  readonly answer: (model: Model) => number
  /** Sent behind a 354, with the answer to it. */
  readonly data?: { readonly text: string; readonly answer: (model: Model) => number }
}

const reset = (model: Model): number => {
  model.mail = false
  model.recipients = 0
  return 250
}
const greet = (model: Model): number => {
  model.hello = true
  return reset(model)
}
const needsHello = (then: (model: Model) => number) =>
  (model: Model): number => model.hello ? then(model) : 503
const mail = (otherwise: number) => needsHello((model) => {
  if (model.mail) return 503
  if (otherwise === 250) model.mail = true
  return otherwise
})
const recipient = (otherwise: number) => needsHello((model) => {
  if (!model.mail) return 503
  if (otherwise === 250) model.recipients = 1
  return otherwise
})
const always = (code: number) => (): number => code

function data(text: string, code: number): Command {
  return {
    line: 'DATA', answer: needsHello(({ recipients }) => recipients > 0 ? 354 : 503),
    data: {
      text,
      answer: (model) => {
        reset(model)
        model.unknown = 0
        if (code === 250) model.kept++
        return code
      },
    },
  }
}

const COMMANDS: readonly Command[] = [
  { line: 'EHLO client.example.net', answer: greet },
  { line: 'helo client.example.net', answer: greet },
  { line: 'EHLO', answer: always(501) },
  { line: 'RSET', answer: reset },
  { line: 'NOOP', answer: always(250) },
  { line: 'VRFY x', answer: always(252) },
  { line: 'EXPN x', answer: always(502) },
  { line: 'FOO', answer: (model) => ++model.unknown >= UNKNOWN_MAX ? 421 : 500 },
  { line: 'MAIL FROM:<>', answer: mail(250) },
  { line: 'mail from:<a@example.net> size=10', answer: mail(250) },
  { line: 'MAIL FROM:<> RET=HDRS', answer: mail(555) },
  { line: 'MAIL FROM:<> SIZE=999999999', answer: mail(552) },
  { line: 'MAIL FROM:', answer: needsHello(always(501)) },
  { line: `RCPT TO:<${returnPath()}>`, answer: recipient(250) },
  { line: `RCPT TO:<bounce@${BOUNCES}>`, answer: recipient(250) },
  { line: `RCPT TO:<nobody@${BOUNCES}>`, answer: recipient(550) },
  { line: 'RCPT TO:<victim@example.net>', answer: recipient(550) },
  { line: `RCPT TO:<${returnPath()}> NOTIFY=NEVER`, answer: recipient(555) },
  { line: 'RCPT TO:<>', answer: needsHello(always(501)) },
  data('Subject: kept\r\n\r\n.\r\n', 250),
  data('.\r\n', 250),
  data(`${'x'.repeat(998)}\r\n`.repeat(4) + '.\r\n', 552),
]
/** More often than the rest, so that walks get as far as messages. */
const LIKELY = COMMANDS.filter(({ line, data: message }) =>
  /^(?:EHLO c|MAIL FROM:<>$|RCPT TO:<(?:bounce|r))/.test(line) || message !== undefined)
const LIKELY_SHARE = 3
const DATA_WITH_FAILURE = data('Subject: fails\r\n\r\n.\r\n', 451)

test('no order of commands brings the session out of step', async (t) => {
  const random = createRandom(SEED)
  const listener = await startListener({
    messageBytesMax: 3_000, errorsMax: 1e9, idleCommandsMax: 1e9,
  })
  t.after(() => listener.stop())
  t.diagnostic(`CAROM_SEED=${SEED} CAROM_WALK_STEPS=${STEPS}`)
  const model: Model = { hello: false, mail: false, recipients: 0, unknown: 0, kept: 0 }
  let dialog: Dialog = await openDialog(listener.port)
  for (let step = 0; step < STEPS;) {
    const batch = pickBatch(random)
    step += batch.length
    if (await runBatch({ dialog, listener, model }, batch)) continue
    dialog = await openDialog(listener.port)
    Object.assign(model, { hello: false, mail: false, recipients: 0, unknown: 0 })
  }
  assert.ok(model.kept > STEPS / 100, `${model.kept} messages`)
  dialog.end()
})

/** Commands for one write; DATA is the last, since what follows depends on its answer. */
function pickBatch(random: (below: number) => number): Command[] {
  const batch: Command[] = []
  const size = 1 + random(BATCH_MAX)
  while (batch.length < size) {
    const from = random(LIKELY_SHARE) === 0 ? COMMANDS : LIKELY
    const command = random(40) === 0 ? DATA_WITH_FAILURE : from[random(from.length)] as Command
    batch.push(command)
    if (command.data !== undefined) break
  }
  return batch
}

/** False where the session is over, as the model says it must be. */
async function runBatch(
  { dialog, listener, model }: {
    readonly dialog: Dialog; readonly listener: Listener; readonly model: Model
  },
  batch: readonly Command[],
): Promise<boolean> {
  dialog.write(batch.map(({ line }) => `${line}\r\n`).join(''))
  const tried: string[] = []
  for (const { line, answer, data: message } of batch) {
    tried.push(line)
    const expected = answer(model)
    const reply = await dialog.reply()
    assert.equal(Number(reply.slice(0, 3)), expected, `${tried.join(' | ')}: ${reply}`)
    if (expected === 421) return false
    if (expected !== 354 || message === undefined) continue
    const before = listener.wakes()
    const code = message.answer(model)
    if (code === 451) listener.fail(new Error('asked to fail'))
    dialog.write(message.text)
    const last = await dialog.reply()
    assert.equal(Number(last.slice(0, 3)), code, `${tried.join(' | ')}: ${last}`)
    assert.equal(listener.wakes(), before + (code === 250 ? 1 : 0))
  }
  return true
}

/** Numbers below a bound, the same in every run (mulberry32). */
function createRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}
