// A few mailboxes of one domain asked in one connection. A no is believed only where the engine
// reads it as "no such mailbox" and the server takes somebody else; whatever is said about the
// asking host ends it.

import { randomBytes } from 'node:crypto'
import type { Reply } from './dialog.ts'
import { openDialog, type Dialog } from './dialog.ts'
import type { CalloutOptions, CalloutResult } from './types.ts'

const REPLY_SHOWN_CHARS = 200

/** What the engine makes of a reply to RCPT. */
export type Judge = (reply: { readonly text: string; readonly host: string }) => {
  readonly reason: string
  readonly confidence: number
}

export type DomainAnswer = {
  /** By local part. */
  readonly results: ReadonlyMap<string, CalloutResult>
  /** The receiver wants no more of it: it is not asked again today. */
  readonly isRefused: boolean
}

export type DomainQuestion = {
  readonly domain: string
  readonly locals: readonly string[]
  /** Name of the mail host, and the address that was found to be a public one. */
  readonly host: string
  readonly ip: string
}

export const unsure = (why: string): CalloutResult => ({ verdict: 'unknown', confidence: 1, why })

/** Never rejects. */
export async function askDomain(
  question: DomainQuestion, options: CalloutOptions, judge: Judge,
): Promise<DomainAnswer> {
  const { ip, locals } = question
  const { port, timeoutMs } = options
  let dialog: Dialog | undefined
  try {
    dialog = await openDialog({ host: ip, port, timeoutMs })
    const stop = await begin(dialog, question, options)
    const answer = stop === undefined ? await askAll(dialog, question, judge)
      : { results: allOf(locals, unsure(stop.why)), isRefused: stop.isRefused }
    await dialog.say('QUIT').catch(() => undefined)
    return answer
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { results: allOf(locals, unsure(why)), isRefused: false }
  } finally {
    dialog?.end()
  }
}

type Stop = { readonly why: string; readonly isRefused: boolean }

/** Up to MAIL; tells why it goes no further. */
async function begin(
  dialog: Dialog, { host }: DomainQuestion, { helo, sender }: CalloutOptions,
): Promise<Stop | undefined> {
  const refused = (reply: Reply): Stop => ({ why: shown(reply), isRefused: true })
  const greeting = await dialog.hear()
  if (greeting.code !== 220) return refused(greeting)
  let hello = await dialog.say(`EHLO ${helo}`)
  if (hello.code === 250 && /^250[ -]STARTTLS\b/im.test(hello.text)) {
    const ready = await dialog.say('STARTTLS')
    if (ready.code === 220) {
      await dialog.secure(host)
      hello = await dialog.say(`EHLO ${helo}`)
    }
  } else if (hello.code !== 250) hello = await dialog.say(`HELO ${helo}`)
  if (hello.code !== 250) return refused(hello)
  const mail = await dialog.say(`MAIL FROM:<${sender}>`)
  return mail.code === 250 ? undefined : refused(mail)
}

async function askAll(
  dialog: Dialog, { domain, locals, host }: DomainQuestion, judge: Judge,
): Promise<DomainAnswer> {
  const ask = async (local: string): Promise<Heard> => {
    const reply = await dialog.say(`RCPT TO:<${local}@${domain}>`)
    return hear(reply, judge({ text: reply.text, host }))
  }
  const nobody = await ask(`carom-${randomBytes(8).toString('hex')}`)
  if (nobody.kind === 'taken') {
    return { isRefused: false, results: allOf(locals, {
      verdict: 'catch-all', confidence: 0.9, why: 'the domain takes any name',
    }) }
  }
  if (nobody.kind === 'other') {
    return { results: allOf(locals, unsure(nobody.why)), isRefused: nobody.isRefused }
  }
  const results = new Map<string, CalloutResult>()
  let isHonest = false
  for (const [i, local] of locals.entries()) {
    const heard = await ask(local)
    if (heard.kind === 'other') {
      for (const left of locals.slice(i)) results.set(left, unsure(heard.why))
      return { results, isRefused: heard.isRefused }
    }
    isHonest ||= heard.kind === 'taken'
    results.set(local, heard.kind === 'taken'
      ? { verdict: 'accepted', confidence: 0.8, why: heard.why }
      : { verdict: 'invalid', confidence: heard.confidence, why: heard.why })
  }
  // Some refuse everybody in these words; the postmaster is there for all (RFC 5321 §4.5.1).
  isHonest ||= (await ask('postmaster')).kind === 'taken'
  const denied = unsure('the server takes nobody, not even its postmaster')
  return { isRefused: false, results: isHonest ? results
    : new Map([...results].map(([local]) => [local, denied])) }
}

type Heard =
  | { readonly kind: 'taken'; readonly why: string }
  | { readonly kind: 'nobody'; readonly why: string; readonly confidence: number }
  | { readonly kind: 'other'; readonly why: string; readonly isRefused: boolean }

/** Reasons of a recipient's own: no sign against who asks. */
const OF_RECIPIENT: ReadonlySet<string> = new Set([
  'mailbox-unknown', 'mailbox-disabled', 'mailbox-full', 'mailbox-moved', 'greylisted',
])

function hear(reply: Reply, { reason, confidence }: ReturnType<Judge>): Heard {
  const why = shown(reply)
  if (reply.code < 300) return { kind: 'taken', why }
  // Whoever says "later" has not said "never".
  if (reply.code >= 500 && reason === 'mailbox-unknown') return { kind: 'nobody', why, confidence }
  return { kind: 'other', why, isRefused: !OF_RECIPIENT.has(reason) }
}

function shown({ text }: Reply): string {
  return text.replaceAll(/[^\x20-\x7e]+/g, ' ').slice(0, REPLY_SHOWN_CHARS)
}

export function allOf(
  locals: readonly string[], result: CalloutResult,
): ReadonlyMap<string, CalloutResult> {
  return new Map(locals.map((local) => [local, result]))
}
