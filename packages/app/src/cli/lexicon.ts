// `carom lexicon check`: which words no lexicon knows, and which texts fell through because of it.

import { createEngine, type Engine, type ReplyInput } from '@carom/core'
import { readReplyLine } from './classify/reply-lines.ts'
import { readLineBatches } from './classify/text-lines.ts'
import { UsageError, type Arguments, type Command, type Io } from './command.ts'
import { layoutOf } from './explain/page.ts'
import { formatLexiconReport } from './lexicon/format-report.ts'
import { createWordTally, type WordTally } from './lexicon/tally-words.ts'

const LIMIT_DEFAULT = 30
const LIMIT_MAX = 10_000
/** Below this confidence a text counts as fallen through: such answers are wrong too often. */
const BELOW_DEFAULT = 0.5

export const command: Command = {
  name: 'lexicon',
  summary: 'list words that no lexicon knows and texts that were not understood',
  usage: ['check [OPTION…] < TEXTS'],
  description: [
    'Reads reply texts from standard input, one per line, or JSON lines as carom classify --ndjson '
      + 'reads them. Lists, by the language that each text seems to be in, the words that no lexicon '
      + 'knows: first those of texts that fell through, the most frequent first.',
    'A text falls through when its reason is unknown or less sure than --below.',
    'Words of addresses, host names and links are left out, and so are frequent English words that '
      + 'say nothing of mail. Not every word needs a place in a lexicon: those that a refusal turns '
      + 'on do.',
  ],
  options: [
    { name: 'limit', short: 'n', value: 'NUMBER', default: String(LIMIT_DEFAULT),
      summary: 'How many words of each language and how many texts are shown.' },
    { name: 'below', value: 'CONFIDENCE', default: String(BELOW_DEFAULT),
      summary: 'From 0 to 1: a text that is judged less surely fell through.' },
    { name: 'json', summary: 'All words and texts as a structure, for programs.' },
  ],
  examples: [
    { line: 'carom lexicon check < replies.txt', summary: 'Shows what is missing.' },
    { line: 'carom unmatched --json | jq -r ".[].text" | carom lexicon check',
      summary: 'Shows it of what the service could not read.' },
  ],
  exitCodes: {
    0: 'Every text was understood.',
    1: 'Some texts fell through.',
    2: 'Wrong usage.',
  },
  run,
}

async function run(args: Arguments, io: Io): Promise<number> {
  const [what, ...more] = args.positionals
  if (what !== 'check' || more.length > 0) {
    const wrong = what === undefined ? 'nothing to do' : `what is '${args.positionals.join(' ')}'?`
    throw new UsageError(wrong, 'Write carom lexicon check < TEXTS.')
  }
  const limit = readNumber(args, 'limit', LIMIT_DEFAULT, LIMIT_MAX)
  if (!Number.isInteger(limit) || limit < 1) {
    throw new UsageError(`--limit cannot be '${args.value('limit')}'`, 'It is a number to 10000.')
  }
  const tally = createWordTally(readNumber(args, 'below', BELOW_DEFAULT, 1))
  if (io.stdin.isTerminal) {
    await io.stderr.write('carom lexicon: type replies, one per line; end with Ctrl-D.\n')
  }
  await readTexts(createEngine(), tally, io)
  const report = tally.report()
  await io.stdout.write(args.has('json') ? `${JSON.stringify(report, null, 2)}\n`
    : formatLexiconReport(report, limit, layoutOf(io)))
  return report.fallen > 0 ? 1 : 0
}

async function readTexts(engine: Engine, tally: WordTally, io: Io): Promise<void> {
  for await (const batch of readLineBatches(io.stdin)) {
    for (const line of batch) {
      const input = line === undefined || line.trim() === '' ? undefined : inputOf(line)
      if (input !== undefined) tally.add(input.text, engine.explain(input))
    }
  }
}

/** What a JSON line says; any other line is the text itself. */
function inputOf(line: string): ReplyInput {
  const input = line.startsWith('{') ? readReplyLine(line) : line
  return typeof input === 'string' ? { text: line } : input
}

function readNumber(args: Arguments, name: string, otherwise: number, max: number): number {
  const number = Number(args.value(name) ?? otherwise)
  if (number >= 0 && number <= max) return number
  const advice = `It is a number from 0 to ${max}.`
  throw new UsageError(`--${name} cannot be '${args.value(name)}'`, advice)
}
