// `carom undo`: takes back what bounces did, such as those of a receiver's outage.

import type { UndoResult } from '../service/http/rows-of-work.ts'
import { UsageError, type Arguments, type Command, type Io } from './command.ts'
import { FILTER_OPTIONS, readFilter } from './ledger/filter.ts'
import { LEDGER_OPTIONS, withLedger } from './ledger/open.ts'
import { printable } from './output/terminal-text.ts'

/** Addresses that are shown. */
const SAMPLES = 20

export const command: Command = {
  name: 'undo',
  summary: 'take back what a window of bounces did',
  usage: ['[OPTION…]'],
  description: [
    'Voids the bounces that the options name: they stay visible and never count again. What they ' +
      'led to is decided anew, and the audit says so. Nothing is deleted.',
    'Without --apply it only shows what would change.',
  ],
  options: [
    ...FILTER_OPTIONS,
    { name: 'apply', summary: 'Do it; without it nothing is written.' },
    { name: 'note', value: 'TEXT', summary: 'Why, for the audit.' },
    ...LEDGER_OPTIONS,
  ],
  examples: [
    {
      line: 'carom undo --receiver google --since 2020-12-14T22:00Z --until 2020-12-16T00:00Z',
      summary: 'Shows what taking back the bounces of an outage would change.',
    },
    {
      line: 'carom undo --source ses --since 2026-03-01 --apply --note "wrong topic"',
      summary: 'Takes back what a source told since a day.',
    },
  ],
  exitCodes: {
    0: 'Done, or shown.', 1: 'No bounce fits, or the store could not be used.', 2: 'Wrong usage.',
  },
  run,
}

async function run(args: Arguments, io: Io): Promise<number> {
  if (args.positionals.length > 0) throw new UsageError(`what is '${args.positionals[0]}'?`)
  const filter = readFilter(args)
  if (Object.keys(filter).length === 0) {
    throw new UsageError('it would undo everything', 'Name at least one of the filters.')
  }
  const note = args.value('note')
  return await withLedger('undo', args, io, async ({ ledger, tenant }) => {
    const result = await ledger.undo(tenant, 'cli', {
      filter, dryRun: !args.has('apply'), sampleLimit: SAMPLES,
      ...(note === undefined ? {} : { note }),
    })
    if (args.has('json')) await io.stdout.write(`${JSON.stringify(result)}\n`)
    else await io.stdout.write(formatResult(result))
    return result.incidents === 0 ? 1 : 0
  })
}

function formatResult({ dryRun, incidents, addresses, lifted, samples }: UndoResult): string {
  if (incidents === 0) return 'No bounce fits.\n'
  const lines = samples.map(({ address, list, before, after }) =>
    `  ${printable(address)}${list === '' ? '' : ` (${printable(list)})`}: ${before} → ${after}`)
  const verb = dryRun ? 'would be' : 'were'
  return [
    `${incidents} bounces of ${addresses} addresses ${verb} taken back; ` +
      `${lifted} suppressions ${verb} lifted.`,
    ...lines,
    ...(dryRun ? ['Nothing was written. Add --apply to do it.'] : []),
    '',
  ].join('\n')
}
