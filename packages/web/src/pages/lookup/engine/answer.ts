// Reads a reply, a bounce or a file of bounces and explains it: the part that needs the engine.

import { createEngine, explainReply, parseMessage, type CaromEvent, type Engine } from '@carom/core'
import { cutMbox } from './mbox.ts'
import type {
  Answer, ExplainedEvent, ExplainedMessage, ExplainedReply, Question,
} from './types.ts'

/** Messages of one file that are explained; `carom parse` reads any number. */
const MESSAGES_MAX = 500
/** Recipients of one bounce that are explained. */
const RECIPIENTS_MAX = 100
/** A longer text that is no mail is no reply. */
const REPLY_CHARS_MAX = 100_000
const FIRST_LINES = 8
const FIELD_LINE = /^(?:>?From |[A-Za-z][A-Za-z0-9_.-]{0,76}[ \t]*:)/

// Formats that people keep mail in and that are not read, with what opens them.
const FOREIGN: readonly (readonly [magic: readonly number[], title: string, advice: string])[] = [
  [[0x50, 0x4b, 3, 4], 'This is a zip archive', 'Unpack it and drop the files in it.'],
  [[0x21, 0x42, 0x44, 0x4e], 'This is an Outlook data file (PST)',
    'Turn it into an mbox with readpst, or drag the message out of Outlook.'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'This is an Outlook message (MSG)',
    'In Outlook, open it, choose Save as, and save it as text; or paste its text here.'],
]

let engine: Engine | undefined

export function answer(question: Question): Answer {
  engine ??= createEngine()
  return question.kind === 'text'
    ? answerText(engine, question.text) : answerBytes(engine, question.bytes)
}

function answerText(of: Engine, text: string): Answer {
  if (looksLikeMail(text)) {
    const found = answerMessages(of, new TextEncoder().encode(text))
    if (found.kind === 'messages' && found.messages.length > 0) return found
  }
  if (text.length > REPLY_CHARS_MAX) {
    return {
      kind: 'nothing', title: 'This is too long for a reply, and no bounce',
      advice: 'Paste what the server said, or the whole message with its header.',
    }
  }
  return explainText(of, text.trim())
}

function answerBytes(of: Engine, bytes: Uint8Array): Answer {
  const foreign = FOREIGN.find(([magic]) => magic.every((byte, i) => bytes[i] === byte))
  if (foreign !== undefined) return { kind: 'nothing', title: foreign[1], advice: foreign[2] }
  const start = new TextDecoder().decode(bytes.subarray(0, 4_096))
  return looksLikeMail(start) || bytes.length > REPLY_CHARS_MAX
    ? answerMessages(of, bytes) : answerText(of, new TextDecoder().decode(bytes))
}

/** Two lines of a header, so that `Reason: mailbox full` stays a reply. */
function looksLikeMail(text: string): boolean {
  const lines = text.replace(/^\ufeff?[\r\n]{0,8}/, '').split(/\r\n?|\n/, FIRST_LINES)
  return lines.filter((line) => FIELD_LINE.test(line)).length > 1
}

function answerMessages(of: Engine, bytes: Uint8Array): Answer {
  const messages: ExplainedMessage[] = []
  let total = 0
  let others = 0
  for (const message of cutMbox(bytes)) {
    total += 1
    if (messages.length >= MESSAGES_MAX) continue
    const explained = explainMessage(of, message, total)
    if (explained.events.length === 0) others += 1
    else messages.push(explained)
  }
  return { kind: 'messages', messages, total, others }
}

function explainMessage(of: Engine, bytes: Uint8Array, number: number): ExplainedMessage {
  const { events, problems } = of.readMessage(bytes)
  const message = parseMessage(bytes)
  const subject = message.headerText('subject')
  const date = message.header('date')
  return {
    number, problems, left: Math.max(0, events.length - RECIPIENTS_MAX),
    events: events.slice(0, RECIPIENTS_MAX).map((event) => explainEvent(of, event)),
    ...(subject === undefined ? {} : { subject }), ...(date === undefined ? {} : { date }),
  }
}

function explainEvent(of: Engine, event: CaromEvent): ExplainedEvent {
  const { diagnostic, replyCode, enhancedCode, command, remoteMta, kind } = event
  if (diagnostic === undefined || kind !== 'failed') return { event }
  return { event, reply: explain(of, {
    text: diagnostic, replyCode, enhancedCode, command, host: remoteMta,
  }) }
}

function explainText(of: Engine, text: string): Answer {
  const reply = explain(of, { text })
  const { verdict } = reply.explanation
  if (verdict.reason === 'unknown' && verdict.because.length === 0 && !/\s/.test(text)) {
    return {
      kind: 'nothing', title: 'Nothing is known of this word',
      advice: 'It is no code, no reason, no label of a platform, no mark of a receiver and no ' +
        'block list. Paste the whole reply.',
    }
  }
  return { kind: 'reply', reply }
}

function explain(of: Engine, input: Parameters<Engine['explain']>[0]): ExplainedReply {
  const reading = of.explain(input)
  const { candidates, language } = reading
  return {
    explanation: explainReply(input.text, reading), candidates,
    ...(language === undefined ? {} : { language }),
  }
}
