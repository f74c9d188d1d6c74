// `carom parse`: reads bounces and prints one event per recipient.

import { statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { UsageError, type Arguments, type Command, type Io } from './command.ts'
import { WORKERS_FROM_BYTES, WORKERS_FROM_FILES } from './input/limits.ts'
import { inputName } from './input/one-message.ts'
import { planInput, STDIN } from './input/plan.ts'
import { judgeInOrder, type OrderedJudgeOptions } from './judge-in-order.ts'
import type { Judged } from './judge.ts'
import { createLineWriter, createTableWriter } from './output/event-writer.ts'
import type { LineFormat } from './output/lines.ts'
import { Progress } from './output/progress.ts'
import { createStyle } from './output/style.ts'
import { formatSummary } from './output/summary.ts'
import { printable } from './output/terminal-text.ts'
import { addTally, emptyTally } from './tally.ts'

const FORMATS = ['json', 'ndjson', 'csv', 'table'] as const
type Format = (typeof FORMATS)[number]

export const command: Command = {
  name: 'parse',
  summary: 'read bounces and print what each one means',
  usage: ['[OPTION…] [PATH…]'],
  description: [
    'Reads messages and prints one event per recipient that they report on: the address, why it was not ' +
      'reached, whether that is for good, and what to do about it. Messages that report nothing print ' +
      'nothing and are counted in the summary.',
    'A PATH is a file with one message, an mbox, a Maildir (its folders cur and new are read, and its ' +
      'subfolders), or a folder, which is read with all that is below it. Files packed with gzip are ' +
      'unpacked. In folders, hidden files and files that do not look like mail are left out; a file named ' +
      'itself is always read. Without PATH, or where PATH is -, one message or an mbox is read from ' +
      'standard input.',
    'The events are those of schema carom/1. source.file is the path as typed, source.index the number of ' +
      'the message in its mbox, counted from 0. Events come out in the order of the input, folders by name. ' +
      'In CSV, a field that a spreadsheet would take for a formula begins with an apostrophe.',
  ],
  options: [
    {
      name: 'format', short: 'f', value: 'FORMAT', choices: FORMATS,
      default: 'table on a terminal, ndjson otherwise',
      summary: 'How events are written: json is one array, ndjson one event per line, csv has one row ' +
        'per event (RFC 4180), table is for people.',
    },
    {
      name: 'header', value: 'NAME', multiple: true,
      summary: 'Keep this header field of the returned message, such as X-Campaign; it stands in ' +
        'original.headers, its name in lower case.',
    },
    {
      name: 'quiet', short: 'q',
      summary: 'No progress bar and no summary on standard error. What could not be read is still named.',
    },
    {
      name: 'workers', value: 'NUMBER', default: 'as many as there are cores, for big inputs only',
      summary: 'Threads that judge side by side; 0 keeps all work in one.',
    },
  ],
  examples: [
    { line: 'carom parse ~/Maildir', summary: 'Judges all mail of a Maildir.' },
    {
      line: 'carom parse --format csv bounces.mbox.gz > bounces.csv',
      summary: 'Makes a spreadsheet of a packed mbox.',
    },
    {
      line: `carom parse bounces/ | jq -r 'select(.remedy == "suppress") | .recipient'`,
      summary: 'Lists the addresses that should get no more mail.',
    },
    {
      line: 'carom parse --header X-Campaign-Id < bounce.eml',
      summary: 'Reads one message from standard input and keeps a header field of the one it returns.',
    },
  ],
  exitCodes: {
    0: 'All input was read.',
    1: 'Some input could not be read; standard error names each, and why.',
    2: 'Wrong usage.',
  },
  run,
}

/** Name of a header field (RFC 5322 §2.2). */
const FIELD_NAME = /^[!-9;-~]+$/

async function run(args: Arguments, io: Io): Promise<number> {
  const paths = readPaths(args)
  const options = readOptions(args)
  const format = (args.value('format') ?? (io.isTerminal ? 'table' : 'ndjson')) as Format
  const lineFormat: LineFormat = format === 'table' ? 'ndjson' : format
  if (paths.includes(STDIN) && io.stdin.isTerminal) await io.stderr.write(KEYBOARD_NOTE)
  const writer = format === 'table'
    ? createTableWriter(io) : createLineWriter(io.stdout, lineFormat)
  const isQuiet = args.has('quiet')
  const progress = isQuiet || !io.stderr.isTerminal ? undefined : new Progress({
    output: io.stderr, bytesTotal: sumSizes(paths), now: () => performance.now(),
  })
  const tally = emptyTally()
  let failures = 0
  const pieces = planInput(paths, { stdin: io.stdin })
  for await (const judged of judgeInOrder(pieces, { ...options, format: lineFormat })) {
    addTally(tally, judged.tally)
    failures += judged.failures.length
    if (judged.failures.length > 0 || (io.isTerminal && judged.lines.length > 0)) progress?.clear()
    await reportFailures(judged, io)
    await writer.write(judged.lines)
    progress?.add(judged.bytes, judged.tally.messages)
  }
  progress?.clear()
  await writer.end()
  const style = createStyle(io.stderr, io.env)
  if (!isQuiet) await io.stderr.write(formatSummary(tally, failures, io.columns, style))
  return failures === 0 ? 0 : 1
}

const KEYBOARD_NOTE = 'Reading a message from the keyboard; end it with Ctrl-D. ' +
  'To read files: carom parse PATH…\n'

function readPaths({ positionals }: Arguments): readonly string[] {
  if (positionals.filter((path) => path === STDIN).length > 1) {
    throw new UsageError('standard input can be read only once', 'Write - once.')
  }
  return positionals.length === 0 ? [STDIN] : positionals
}

function readOptions(args: Arguments): Omit<OrderedJudgeOptions, 'format'> {
  const workers = args.value('workers')
  if (workers !== undefined && !/^\d{1,3}$/.test(workers)) {
    throw new UsageError(`--workers cannot be '${workers}'`, 'It is a number from 0 to 999.')
  }
  const headers = args.values('header').map((name) => name.toLowerCase())
  const wrong = headers.find((name) => !FIELD_NAME.test(name))
  if (wrong !== undefined) {
    throw new UsageError(`--header cannot be '${wrong}'`, 'It is a name, such as X-Campaign.')
  }
  return {
    headers,
    workers: workers === undefined ? availableParallelism() : Number(workers),
    workersFrom: { bytes: WORKERS_FROM_BYTES, files: WORKERS_FROM_FILES },
  }
}

async function reportFailures({ failures }: Judged, io: Io): Promise<void> {
  for (const { file, reason } of failures) {
    await io.stderr.write(`carom parse: ${inputName(file)}: ${printable(reason)}\n`)
  }
}

// A folder's size would cost a walk of its own.
function sumSizes(paths: readonly string[]): number | undefined {
  let sum = 0
  for (const path of paths) {
    const stats = path === STDIN ? undefined : statSync(path, { throwIfNoEntry: false })
    if (stats?.isFile() !== true) return undefined
    sum += stats.size
  }
  return sum
}
