// `carom reclassify`: judges stored inputs by the rules of today.

import type { ReclassifyResult } from '../service/http/rows-of-work.ts'
import { UsageError, type Arguments, type Command, type Io } from './command.ts'
import { readTimes } from './ledger/filter.ts'
import { LEDGER_OPTIONS, withLedger } from './ledger/open.ts'
import { printable } from './output/terminal-text.ts'

/** Changes that are shown. */
const SAMPLES = 20

export const command: Command = {
  name: 'reclassify',
  summary: 'judge stored bounces again by the rules of today',
  usage: ['[OPTION…]'],
  description: [
    'Reads the raw inputs that are still kept, judges them as if they came today, and shows what ' +
      'differs: after an update of carom, after guards.minTrust asks for another proof, or to find ' +
      'out what it makes of what nobody could read.',
    'Without --apply nothing is written. With it, verdicts and all that follows from them change, ' +
      'and the audit says so. Bounces that were undone or held stay so only while their inputs are ' +
      'judged alike.',
  ],
  options: [
    { name: 'since', value: 'TIME', summary: 'Inputs that came from this time on.' },
    { name: 'until', value: 'TIME', summary: 'Inputs that came before this time.' },
    { name: 'source', value: 'NAME', summary: 'Inputs of this source.' },
    { name: 'reason', value: 'REASON', summary: 'Inputs that were judged so.' },
    { name: 'address', value: 'ADDRESS', summary: 'Inputs about this address.' },
    { name: 'domain', value: 'DOMAIN', summary: 'Inputs about addresses of this domain.' },
    { name: 'unmatched', value: 'WHICH', choices: ['also', 'only'],
      summary: 'Take in what nobody could read, or take only that.' },
    { name: 'apply', summary: 'Do it; without it nothing is written.' },
    ...LEDGER_OPTIONS,
  ],
  examples: [
    { line: 'carom reclassify', summary: 'Shows what the present rules would change.' },
    { line: 'carom reclassify --unmatched only --apply',
      summary: 'Tries again what nobody could read.' },
  ],
  run,
}

const TEXTS = ['source', 'reason', 'address', 'domain'] as const

async function run(args: Arguments, io: Io): Promise<number> {
  if (args.positionals.length > 0) throw new UsageError(`what is '${args.positionals[0]}'?`)
  const time = readTimes(args)
  const unmatched = args.value('unmatched') as 'also' | 'only' | undefined
  const texts = Object.fromEntries(TEXTS.flatMap((name) => {
    const value = args.value(name)
    return value === undefined ? [] : [[name, value]]
  }))
  return await withLedger('reclassify', args, io, async ({ ledger, tenant }) => {
    const result = await ledger.reclassify(tenant, 'cli', {
      filter: {
        ...texts, ...(time === undefined ? {} : { time }),
        ...(unmatched === undefined ? {} : { unmatched }),
      },
      dryRun: !args.has('apply'), sampleLimit: SAMPLES,
    })
    if (args.has('json')) await io.stdout.write(`${JSON.stringify(result)}\n`)
    else await io.stdout.write(formatResult(result))
    return 0
  })
}

function formatResult(result: ReclassifyResult): string {
  const {
    dryRun, inputs, changed, addressesChanged, countNow, countNoMore, moves, samples,
  } = result
  const verb = dryRun ? 'would change' : 'changed'
  return [
    `${inputs} inputs were judged; ${changed} ${verb}, and with them ` +
      `${addressesChanged} addresses.`,
    ...(countNow > 0 ? [`  ${countNow} events prove enough to count now.`] : []),
    ...(countNoMore > 0 ? [`  ${countNoMore} events prove too little to count now.`] : []),
    ...moves.map(({ from, to, n }) => `  ${from} → ${to}: ${n}`),
    ...samples.map(({ address, before, after, diagnostic }) =>
      `  ${printable(address)}: ${before?.reason ?? 'unmatched'} → ` +
      `${after?.reason ?? 'unmatched'}  ${printable(diagnostic ?? '')}`),
    ...(dryRun && changed > 0 ? ['Nothing was written. Add --apply to do it.'] : []),
    '',
  ].join('\n')
}
