// `carom classify`: judges reply texts, for people or as JSON lines by the thousand.

import { availableParallelism } from 'node:os'
import { createEngine, parseEnhancedCode, type Engine, type SmtpCommand } from '@carom/core'
import { formatExplainedVerdict, formatVerdict } from './classify/format-verdict.ts'
import { judgeLinesInOrder } from './classify/judge-lines.ts'
import { isReplyCode, type ReplyDefaults } from './classify/reply-lines.ts'
import { SMTP_COMMANDS } from './classify/smtp-command.ts'
import { LINE_CHARS_MAX, readLineBatches } from './classify/text-lines.ts'
import { UsageError, type Arguments, type Command, type Io } from './command.ts'
import { layoutOf } from './explain/page.ts'

export const command: Command = {
  name: 'classify',
  summary: 'judge the texts of SMTP replies',
  usage: ['[OPTION…] [TEXT…]', '--ndjson [OPTION…] < LINES'],
  description: [
    'Judges each TEXT, or each line of standard input where there is none: the reason, hard or '
      + 'soft, what to do, whose fault it is, how sure that is, and the words that decided.',
    'With --ndjson each line of standard input is a JSON object {id, text, replyCode, '
      + 'enhancedCode, command, host}, of which only text has to be there. For each there is one '
      + 'line on standard output, in the same order: {id, reason, permanence, remedy, scope, '
      + 'bounceType, confidence, because, …}. A line that cannot be read gives {line, error}.',
  ],
  options: [
    { name: 'explain', summary: 'Show all concepts over the text, the rule that decided, and the '
      + 'runners-up; with --ndjson as fields.' },
    { name: 'ndjson', summary: 'Write JSON lines, and read them where there is no TEXT.' },
    { name: 'reply-code', value: 'CODE', summary: 'The three digits, where the text has none.' },
    { name: 'enhanced-code', value: 'CODE', summary: 'As 5.1.1, where the text has none.' },
    {
      name: 'command', value: 'COMMAND', choices: SMTP_COMMANDS,
      summary: 'The command that was answered: a refusal before RCPT is not about the address.',
    },
    { name: 'host', value: 'HOST', summary: 'The host that answered; receivers have own rules.' },
  ],
  examples: [
    { line: 'carom classify "552 5.2.2 over quota"', summary: 'Judges one reply.' },
    { line: 'carom classify --explain "Das Postfach ist voll"', summary: 'Shows what was read.' },
    {
      line: 'carom classify --ndjson < replies.ndjson > verdicts.ndjson',
      summary: 'Judges a file of replies.',
    },
  ],
  exitCodes: {
    0: 'Every text was judged.',
    1: 'Some lines could not be read; standard error names them.',
    2: 'Wrong usage.',
  },
  run,
}

/** Lines from which threads pay for their start (a tenth of a second each). */
const WORKERS_FROM_LINES = 20_000
/** Numbers of unreadable lines that standard error names. */
const LINES_NAMED_MAX = 10

async function run(args: Arguments, io: Io): Promise<number> {
  const defaults = readDefaults(args)
  const { positionals } = args
  if (positionals.length === 0 && io.stdin.isTerminal) {
    await io.stderr.write('carom classify: type replies, one per line; end with Ctrl-D.\n')
  }
  if (args.has('ndjson')) {
    const texts = positionals.map((text) => JSON.stringify({ text }))
    return await judgeJsonLines(defaults, texts, args, io)
  }
  const format = createFormat(createEngine(), defaults, args, io)
  if (positionals.length > 0) await io.stdout.write(positionals.map(format).join('\n'))
  else await judgeTextLines(format, io)
  return 0
}

function createFormat(
  engine: Engine, defaults: ReplyDefaults, args: Arguments, io: Io,
): (text: string) => string {
  const layout = layoutOf(io)
  const format = args.has('explain') ? formatExplainedVerdict : formatVerdict
  return (text) => format(text, engine.explain({ ...defaults, text }), layout)
}

async function judgeTextLines(format: (text: string) => string, io: Io): Promise<void> {
  let gap = ''
  for await (const batch of readLineBatches(io.stdin)) {
    for (const line of batch) {
      if (line?.trim() === '') continue
      const text = line ?? `(a line longer than ${LINE_CHARS_MAX} characters)`
      await io.stdout.write(gap + format(text))
      gap = '\n'
    }
  }
}

async function judgeJsonLines(
  defaults: ReplyDefaults, texts: readonly string[], args: Arguments, io: Io,
): Promise<number> {
  const batches = texts.length > 0 ? [texts] : readLineBatches(io.stdin)
  const judged = judgeLinesInOrder(batches, {
    defaults,
    isExplained: args.has('explain'),
    workers: availableParallelism(),
    workersFrom: WORKERS_FROM_LINES,
  })
  const unread: number[] = []
  for await (const { output, unread: more } of judged) {
    unread.push(...more)
    await io.stdout.write(output)
  }
  if (unread.length === 0) return 0
  const named = unread.slice(0, LINES_NAMED_MAX).join(', ')
  const more = unread.length > LINES_NAMED_MAX ? ` and ${unread.length - LINES_NAMED_MAX} more` : ''
  const lines = unread.length === 1 ? '1 line' : `${unread.length} lines`
  await io.stderr.write(`carom classify: ${lines} could not be read: ${named}${more}.\n`)
  return 1
}

function readDefaults(args: Arguments): ReplyDefaults {
  const replyCode = args.value('reply-code')
  const enhancedCode = args.value('enhanced-code')
  if (replyCode !== undefined && !isReplyCode(Number(replyCode))) {
    throw new UsageError(`--reply-code ${replyCode} is no number from 200 to 599`)
  }
  if (enhancedCode !== undefined && parseEnhancedCode(enhancedCode) === undefined) {
    throw new UsageError(`--enhanced-code ${enhancedCode} is no code such as 5.1.1`)
  }
  return {
    replyCode: replyCode === undefined ? undefined : Number(replyCode),
    enhancedCode,
    command: args.value('command') as SmtpCommand | undefined,
    host: args.value('host'),
  }
}
