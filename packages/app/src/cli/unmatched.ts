// `carom unmatched`: what nobody could read, alike texts together.

import type { UnmatchedCluster } from '../service/http/rows-of-work.ts'
import { UsageError, type Arguments, type Command, type Io } from './command.ts'
import { LEDGER_OPTIONS, withLedger } from './ledger/open.ts'
import { printable } from './output/terminal-text.ts'

const CLUSTERS_DEFAULT = 20
const CLUSTERS_MAX = 1_000

export const command: Command = {
  name: 'unmatched',
  summary: 'list what nobody could read, alike texts together',
  usage: ['[OPTION…]'],
  description: [
    'Inputs that are no report of any known kind, and replies whose reason nobody knows, stay kept. ' +
      'Those that say the same stand together, the most frequent first, each with its beginning.',
    'After an update `carom reclassify --unmatched only` tries them again.',
  ],
  options: [
    { name: 'limit', short: 'n', value: 'NUMBER', default: String(CLUSTERS_DEFAULT),
      summary: 'How many texts are shown.' },
    { name: 'samples', summary: 'Show the beginning of some inputs of each.' },
    ...LEDGER_OPTIONS,
  ],
  examples: [
    { line: 'carom unmatched', summary: 'Shows the twenty most frequent texts.' },
    { line: 'carom unmatched --json -n 100', summary: 'Writes a hundred of them as JSON.' },
  ],
  run,
}

async function run(args: Arguments, io: Io): Promise<number> {
  if (args.positionals.length > 0) throw new UsageError(`what is '${args.positionals[0]}'?`)
  const limit = Number(args.value('limit') ?? CLUSTERS_DEFAULT)
  if (!Number.isInteger(limit) || limit < 1 || limit > CLUSTERS_MAX) {
    throw new UsageError(`--limit cannot be '${args.value('limit')}'`, 'It is a number to 1000.')
  }
  return await withLedger('unmatched', args, io, async ({ ledger, tenant }) => {
    const { rows } = await ledger.unmatched(tenant, { limit })
    if (args.has('json')) await io.stdout.write(`${JSON.stringify(rows)}\n`)
    else if (rows.length === 0) await io.stdout.write('Everything could be read.\n')
    else await io.stdout.write(rows.map((row) => formatCluster(row, args.has('samples'))).join(''))
    return 0
  })
}

function formatCluster(
  { n, text, lastAt, sources, samples }: UnmatchedCluster, isLong: boolean,
): string {
  const last = new Date(lastAt).toISOString().slice(0, 16)
  const head = `${String(n).padStart(7)}  ${printable(text)}\n` +
    `         last ${last}Z, from ${printable(sources.join(', '))}\n`
  if (!isLong) return head
  return head + samples.map(({ excerpt }) =>
    `${excerpt.trimEnd().split('\n').map((line) => `         | ${printable(line)}`).join('\n')}\n`)
    .join('         |\n')
}
