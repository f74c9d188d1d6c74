// `carom policy`: lists policies, shows one, tries one on the stored history, lets one decide.

import { readFile } from 'node:fs/promises'
import type { Ledger } from '../service/http/ledger.ts'
import type { FieldProblem, SimulationResult } from '../service/http/rows-of-work.ts'
import { UsageError, type Arguments, type Command, type Io } from './command.ts'
import { readTimes } from './ledger/filter.ts'
import { LEDGER_OPTIONS, withLedger } from './ledger/open.ts'
import { printable } from './output/terminal-text.ts'

/** Presets can be read before there is a store, and one be chosen before the service starts. */
const MISSING_STORE: Readonly<Record<string, 'empty' | 'make'>> =
  { list: 'empty', show: 'empty', use: 'make' }
/** Addresses that are shown. */
const ADDRESSES_DEFAULT = 20

export const command: Command = {
  name: 'policy',
  summary: 'list, show, try or choose the policy that decides',
  usage: ['list', 'show NAME', 'simulate --policy X [--against Y]', 'use X'],
  description: [
    'A policy says what becomes of an address: how many bounces of which kind within what time ' +
      'pause or suppress it, and what lifts that again. Presets follow known systems.',
    'list names the presets and what decides now. show prints one. simulate replays all stored ' +
      'histories under one policy and another (the one that decides, unless --against names it) ' +
      'and shows which addresses differ, since when and why. use lets one decide from now on; ' +
      'addresses are decided anew when something happens to them.',
    'X and Y are names of presets or files with a policy as YAML or JSON; docs/policies.md has the ' +
      'model.',
  ],
  options: [
    { name: 'policy', short: 'p', value: 'X', summary: 'The policy to try.' },
    { name: 'against', value: 'Y', default: 'the one that decides', summary: 'What it is held to.' },
    { name: 'domain', value: 'DOMAIN', summary: 'Only addresses of this domain.' },
    { name: 'list', value: 'NAME', summary: 'Only this list or stream.' },
    { name: 'since', value: 'TIME', summary: 'Only what happened from this time on.' },
    { name: 'until', value: 'TIME', summary: 'Only what happened before this time.' },
    { name: 'limit', short: 'n', value: 'NUMBER', default: String(ADDRESSES_DEFAULT),
      summary: 'How many addresses are shown.' },
    ...LEDGER_OPTIONS,
  ],
  examples: [
    { line: 'carom policy list', summary: 'Names the presets.' },
    { line: 'carom policy simulate --policy mailchimp',
      summary: 'Shows whom that would suppress that is mailed now, and the other way round.' },
    { line: 'carom policy use my-policy.yaml', summary: 'Lets an own policy decide.' },
  ],
  run,
}

async function run(args: Arguments, io: Io): Promise<number> {
  const [verb, name, ...rest] = args.positionals
  if (rest.length > 0) throw new UsageError(`what is '${rest[0]}'?`)
  return await withLedger('policy', args, io, async ({ ledger, tenant }) => {
    if (verb === 'list' && name === undefined) return await list(ledger, tenant, args, io)
    if (verb === 'show' && name !== undefined) return await show(ledger, tenant, name, io)
    if (verb === 'simulate' && name === undefined) return await simulate(ledger, tenant, args, io)
    if (verb === 'use' && name !== undefined) return await use(ledger, tenant, name, io)
    throw new UsageError(
      'it takes list, show NAME, simulate or use NAME', 'Try `carom policy list`.')
  }, MISSING_STORE[verb ?? ''])
}

async function list(ledger: Ledger, tenant: string, args: Arguments, io: Io): Promise<number> {
  const active = await ledger.activePolicy(tenant)
  const presets = ledger.presets()
  const stored = await ledger.listPolicies(tenant)
  if (args.has('json')) {
    await io.stdout.write(`${JSON.stringify({ active, presets, stored })}\n`)
    return 0
  }
  const width = Math.max(...presets.map(({ name }) => name.length))
  await io.stdout.write([
    ...presets.map(({ name, title }) =>
      `${name === active.id ? '*' : ' '} ${name.padEnd(width)}  ${printable(title)}`),
    '', `${active.id}@${active.version} decides, chosen by ${printable(active.actor)}.`, '',
  ].join('\n'))
  return 0
}

async function show(ledger: Ledger, tenant: string, name: string, io: Io): Promise<number> {
  const stored = (await ledger.listPolicies(tenant)).find(({ id }) => id === name)
  const body = stored?.body ?? ledger.presets().find((preset) => preset.name === name)?.body
  if (body === undefined) {
    await io.stderr.write(`carom policy: no policy '${printable(name)}'; see carom policy list\n`)
    return 1
  }
  const { stringify } = await import('yaml')
  await io.stdout.write(stringify(body, { lineWidth: 100 }))
  return 0
}

async function use(ledger: Ledger, tenant: string, name: string, io: Io): Promise<number> {
  const policy = await readPolicy(name)
  const result = await ledger.putPolicy(tenant, 'cli', { policy, activate: true, dryRun: false })
  if (result.kind === 'refused') return await refuse(result.problems, io)
  await io.stdout.write(`${result.row.id}@${result.row.version} decides from now on.\n`)
  return 0
}

async function simulate(ledger: Ledger, tenant: string, args: Arguments, io: Io): Promise<number> {
  const wanted = args.value('policy')
  if (wanted === undefined) throw new UsageError('simulate wants --policy')
  const limit = Number(args.value('limit') ?? ADDRESSES_DEFAULT)
  if (!Number.isInteger(limit) || limit < 0) throw new UsageError('--limit wants a number')
  const against = args.value('against')
  const domain = args.value('domain')
  const ofList = args.value('list')
  const time = readTimes(args)
  const answer = await ledger.simulate(tenant, {
    policy: await readPolicy(wanted), limit,
    ...(against === undefined ? {} : { against: await readPolicy(against) }),
    ...(domain === undefined ? {} : { domain }), ...(ofList === undefined ? {} : { list: ofList }),
    ...(time === undefined ? {} : { time }),
  })
  if (answer.kind === 'refused') return await refuse(answer.problems, io)
  const { result } = answer
  if (args.has('json')) await io.stdout.write(`${JSON.stringify(result)}\n`)
  else await io.stdout.write(formatSimulation(result))
  return 0
}

function formatSimulation({ addresses, differing, moves, rows }: SimulationResult): string {
  const on = (at: number | undefined): string =>
    at === undefined ? '' : ` since ${new Date(at).toISOString().slice(0, 10)}`
  return [
    `${differing} of ${addresses} addresses with a history would be treated otherwise.`,
    ...moves.map(({ from, to, n }) => `  ${from} → ${to}: ${n}`),
    ...rows.flatMap(({ address, policy, against }) => [
      `${printable(address)}: ${against.status}${on(against.since)} → ` +
        `${policy.status}${on(policy.since)}`,
      `  now: ${printable(against.why ?? 'nothing counts')}`,
      `  then: ${printable(policy.why ?? 'nothing counts')}`,
    ]),
    '',
  ].join('\n')
}

async function refuse(problems: readonly FieldProblem[], io: Io): Promise<number> {
  await io.stderr.write(problems.map(({ path, message }) =>
    `carom policy: ${path === '' ? '' : `${path}: `}${printable(message)}\n`).join(''))
  return 1
}

/** A name stays a name; what looks like a file is read. */
async function readPolicy(name: string): Promise<unknown> {
  if (!/[./\\]/.test(name)) return name
  const { parse } = await import('yaml')
  try {
    return parse(await readFile(name, 'utf8')) as unknown
  } catch (error) {
    throw new UsageError(`${name} cannot be read: ${(error as Error).message}`)
  }
}
