// What `npm run bench -- …` is asked for, and what it says of itself.

import { parseArgs } from 'node:util'

export const PARTS = [
  'memory', 'messages', 'replies', 'start', 'mailbox', 'lists', 'service', 'web',
] as const
export type Part = typeof PARTS[number]

export type BenchArguments = {
  readonly json: boolean
  readonly big: boolean
  readonly full: boolean
  readonly parts: readonly Part[]
  /** A word of the titles of one part's figures. */
  readonly figure: string | undefined
}

export type ReadArguments =
  | { readonly kind: 'run'; readonly run: BenchArguments }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly problem: string }

const ABOUT: Readonly<Record<Part, string>> = {
  memory: 'what the engine keeps, and what a message costs while it is read',
  messages: 'messages a second, beside other parsers',
  replies: 'replies a second, beside other parsers',
  start: 'how long the command takes to start',
  mailbox: 'carom parse on a mailbox of 64 MB, with --big of 1 GB',
  lists: 'carom list check on long lists, and typing mistakes',
  service: 'the service: check, intake, log, lists of suppressions',
  web: 'the pages in Chromium; FIGURE is first or filters',
}

export const HELP: string = `Usage: npm run bench -- [OPTION…] [PART [FIGURE]]

Measures how fast everything is; without a PART, all of them one after the other. FIGURE, a word of
a title, leaves out the other figures of service and web. Goals are for a machine that does nothing
else.

Parts:
${PARTS.map((part) => `  ${part.padEnd(16)}${ABOUT[part]}\n`).join('')}
Options:
  --only PART,…   some parts
  --big           a mailbox of 1 GB
  --full          the service with 10 million suppressions and 1 GB of log
  --json          the figures as JSON
  --help          this page
`

export function readArguments(words: readonly string[]): ReadArguments {
  try {
    const { values, positionals: [part, figure, ...more] } = parseArgs({
      args: [...words], allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        json: { type: 'boolean', default: false },
        big: { type: 'boolean', default: false },
        full: { type: 'boolean', default: false },
        only: { type: 'string' },
      },
    })
    if (values.help) return { kind: 'help' }
    if (more.length > 0) return { kind: 'wrong', problem: `'${more[0]}' is too much` }
    const asked = part === undefined ? values.only?.split(',') ?? PARTS : [part]
    const unknown = asked.find((one) => !isPart(one))
    if (unknown !== undefined) return { kind: 'wrong', problem: `there is no part '${unknown}'` }
    const { json, big, full } = values
    return { kind: 'run', run: { json, big, full, parts: asked.filter(isPart), figure } }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return { kind: 'wrong', problem: error.message }
  }
}

function isPart(word: string): word is Part {
  return PARTS.some((part) => part === word)
}
