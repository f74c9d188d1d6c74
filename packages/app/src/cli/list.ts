// `carom list check`: what is wrong with the addresses of a list, before anything is sent to it.

import { UsageError, type Arguments, type Command, type Io } from './command.ts'
import { layoutOf } from './explain/page.ts'
import { describeFileError } from './input/failure.ts'
import { readCallout } from './list/callout.ts'
import { formatListReport } from './list/format-report.ts'
import { runListCheck } from './list/run.ts'
import { readNameServers } from './name-servers.ts'
import { printable } from './output/terminal-text.ts'

const DAYS_DEFAULT = 365
const DAYS_MAX = 10_000

export const command: Command = {
  name: 'list',
  summary: 'check the addresses of a list before anything is sent',
  usage: ['check [OPTION…] FILE', 'check [OPTION…] < FILE'],
  description: [
    'Reads a table of contacts (CSV with commas, semicolons or tabs, or one address a line) and says '
      + 'of each row: good, risky, unknown or bad, why, how sure, what was probably meant, and how '
      + 'likely mail to it bounces. Nothing is sent and nothing is changed.',
    'Looked at: syntax, the domain and whether it takes mail (MX, null MX), throw-away domains, '
      + 'addresses of tasks, typos, repeated rows, who is suppressed in the store, who never confirmed '
      + 'and who was long inactive, where the store or columns tell that. What the DNS does not '
      + 'answer is unknown, never bad.',
    'With --out the table is written with columns of its own: carom_status, carom_reasons, '
      + 'carom_confidence, carom_suggestion, carom_bounce_chance. A run that was broken off goes on '
      + 'where it was with --resume.',
  ],
  options: [
    { name: 'out', short: 'o', value: 'FILE', summary: 'Write the checked table there.' },
    { name: 'resume', summary: 'Go on with a table that was begun with --out.' },
    { name: 'only', value: 'STATUS', choices: ['good', 'risky', 'unknown', 'bad'], multiple: true,
      summary: 'Write only these rows. May be given more than once.' },
    { name: 'no-dns', summary: 'Do not ask the DNS: quicker, and dead domains are not found.' },
    { name: 'dns', value: 'SERVER', multiple: true, default: 'those of the system',
      summary: 'Name server to ask: 192.0.2.53 or 192.0.2.53:5353.' },
    { name: 'concurrency', value: 'NUMBER', default: '64', summary: 'Questions to the DNS at once.' },
    { name: 'column', value: 'NAME', default: 'found by its name, or by its addresses',
      summary: 'Column that holds the addresses.' },
    { name: 'confirmed', value: 'NAME', summary: 'Column that tells when the owner confirmed.' },
    { name: 'active', value: 'NAME', summary: 'Column that tells the last sign of life.' },
    { name: 'inactive-days', value: 'DAYS', default: String(DAYS_DEFAULT),
      summary: 'Longer without a sign of life is inactive.' },
    { name: 'store', value: 'STORE', summary: 'Ask this store who is suppressed, confirmed and active.' },
    { name: 'config', short: 'c', value: 'FILE', summary: 'Configuration whose store is asked.' },
    { name: 'list', short: 'l', value: 'NAME', summary: 'List whose own suppressions count too.' },
    { name: 'callout',
      summary: 'Ask mail servers whether mailboxes exist. It can harm your mail: see docs/prevention.md.' },
    { name: 'i-know-the-risk', summary: 'Without it --callout only tells what may come of it.' },
    { name: 'helo', value: 'NAME', default: 'the name of this host',
      summary: 'With --callout: the full name of this host.' },
    { name: 'callout-from', value: 'ADDRESS', default: 'the null sender',
      summary: 'With --callout: who asks.' },
    { name: 'json', summary: 'The summary as JSON.' },
  ],
  examples: [
    { line: 'carom list check contacts.csv', summary: 'How good is this list?' },
    { line: 'carom list check contacts.csv -o checked.csv --store carom.db',
      summary: 'Says it of each row, and who is suppressed.' },
    { line: 'carom list check --only good -o clean.csv contacts.csv',
      summary: 'Keeps the rows against which nothing is known.' },
  ],
  exitCodes: { 0: 'Every address is good.', 1: 'Some are not, or the list could not be read.',
    2: 'Wrong usage.' },
  run,
}

async function run(args: Arguments, io: Io): Promise<number> {
  const [what, file, ...more] = args.positionals
  if (what !== 'check' || more.length > 0 || (file === undefined && io.stdin.isTerminal)) {
    throw new UsageError('no list to check', 'Write carom list check contacts.csv.')
  }
  if (args.has('resume') && args.value('out') === undefined) {
    throw new UsageError('--resume needs --out', 'Name the table that was begun.')
  }
  try {
    const counts = await runListCheck({
      callout: await readCallout(args, io),
      file, out: args.value('out'), resume: args.has('resume'), only: args.values('only'),
      inactiveDays: readNumber(args, 'inactive-days', DAYS_DEFAULT, DAYS_MAX),
      dns: args.has('no-dns') ? undefined
        : {
          servers: readNameServers(args),
          concurrency: readNumber(args, 'concurrency', 64, 1_000),
        },
      columns: {
        address: args.value('column'), confirmed: args.value('confirmed'),
        active: args.value('active'),
      },
      store: args.value('store'), config: args.value('config'), list: args.value('list'),
    }, io)
    const isJson = args.has('json') || !io.isTerminal
    await io.stdout.write(formatListReport(counts, isJson, layoutOf(io)))
    return counts.statuses.good === counts.rows ? 0 : 1
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof Error)) throw error
    await io.stderr.write(`carom list: ${printable(describeFileError(error))}\n`)
    return 1
  }
}

function readNumber(args: Arguments, name: string, otherwise: number, max: number): number {
  const number = Number(args.value(name) ?? otherwise)
  if (Number.isInteger(number) && number >= 1 && number <= max) return number
  throw new UsageError(
    `--${name} cannot be '${args.value(name)}'`, `It is a number from 1 to ${max}.`)
}
