// `carom user`: who may log in, for whoever can reach the store: also the way back in.

import type { Access } from '../service/access/access.ts'
import type { Link, User } from '../service/access/types.ts'
import type { Config } from '../service/config/types.ts'
import { ROLES, type Role } from '../service/http/roles.ts'
import { baseUrl } from './base-url.ts'
import { UsageError, type Arguments, type Command, type Io } from './command.ts'
import { loadConfig } from './config.ts'
import { LEDGER_OPTIONS } from './ledger/open.ts'
import { padText, printable, textWidth } from './output/terminal-text.ts'

const ACTIONS = ['add', 'list', 'disable', 'enable', 'reset', 'remove'] as const
type Action = (typeof ACTIONS)[number]

const NAME = /^[A-Za-z0-9][A-Za-z0-9._@+-]{0,63}$/

export const command: Command = {
  name: 'user',
  summary: 'add, list, disable and reset the people who log in',
  usage: [
    'list [OPTION…]', 'add NAME [--role ROLE] [OPTION…]', 'reset NAME [OPTION…]',
    'disable NAME', 'enable NAME', 'remove NAME',
  ],
  description: [
    'Works on the store itself, also while the service runs on it. "add" and "reset" print a link that ' +
      'works once, for 24 hours, by which the person chooses a password. "reset" is for who lost ' +
      'password, authenticator app or passkey: it takes all of them away and ends all sessions.',
    '"disable" ends all sessions and refuses new ones, "enable" takes that back.',
  ],
  options: [
    { name: 'role', value: 'ROLE', choices: ROLES, default: 'viewer',
      summary: 'What a new user may do: see, also change, or also let others in.' },
    ...LEDGER_OPTIONS,
  ],
  examples: [
    { line: 'carom user add ann --role operator', summary: 'Lets Ann in.' },
    { line: 'carom user reset ann', summary: 'Lets Ann choose a new password.' },
  ],
  exitCodes: {
    0: 'Done.', 1: 'There is no such user, or the store could not be used.', 2: 'Wrong usage.',
  },
  run,
}

type Work = {
  readonly access: Access; readonly config: Config; readonly tenant: string
  readonly args: Arguments; readonly io: Io
}

async function run(args: Arguments, io: Io): Promise<number> {
  const [action, name, ...more] = args.positionals
  if (action === undefined || !isAction(action)) {
    throw new UsageError(action === undefined ? 'nothing to do' : `'${action}' is not known`,
      `Write ${ACTIONS.join(', ')}.`)
  }
  if ((name === undefined) !== (action === 'list') || more.length > 0) {
    throw new UsageError(action === 'list' ? 'list takes no name' : `${action} takes one name`)
  }
  if (name !== undefined && !NAME.test(name)) {
    throw new UsageError(`a user cannot be named '${printable(name)}'`,
      'Names have letters, digits and . _ @ + -, 64 at most.')
  }
  // The first user may come before the service starts.
  const missing = action === 'add' ? 'make' : 'refuse'
  return await withAccess(args, io, missing, (work) =>
    name === undefined ? list(work) : change(action, name.toLowerCase(), work))
}

function isAction(word: string): word is Action {
  return (ACTIONS as readonly string[]).includes(word)
}

async function list({ access, tenant, args, io }: Work): Promise<number> {
  const users = await access.users.list(tenant)
  if (args.has('json')) await io.stdout.write(`${JSON.stringify({ users })}\n`)
  else if (users.length === 0) await io.stdout.write('Nobody. The first start makes a link.\n')
  else await io.stdout.write(formatUsers(users))
  return 0
}

async function change(
  action: Action, name: string, { access, config, tenant, args, io }: Work,
): Promise<number> {
  const doer = { tenant, actor: 'cli' }
  const say = async (words: string, link?: Link): Promise<number> => {
    const base = baseUrl(config, config.http)
    const url = link === undefined ? undefined : `${base}/setup#${link.token}`
    await io.stdout.write(args.has('json')
      ? `${JSON.stringify({ user: name, url })}\n`
      : `${words}\n${url === undefined ? '' : `Open ${url} within 24 hours; it works once.\n`}`)
    return 0
  }
  if (action === 'add') {
    const role = (args.value('role') ?? 'viewer') as Role
    const { link } = await access.users.create(doer, { name, role })
    return await say(`${name} is added as ${role}.`, link)
  }
  const user = (await access.users.list(tenant)).find((each) => each.name === name)
  if (user === undefined) {
    await io.stderr.write(`carom user: there is no user ${name}\n`)
    return 1
  }
  if (action === 'reset') {
    return await say(`${name} has to begin anew.`, await access.users.reset(doer, user.id))
  }
  if (action === 'remove') {
    await access.users.remove(doer, user.id)
    return await say(`${name} is removed.`)
  }
  await access.users.change(doer, user.id, { disabled: action === 'disable' })
  return await say(`${name} is ${action}d.`)
}

async function withAccess(
  args: Arguments, io: Io, missing: 'make' | 'refuse', work: (opened: Work) => Promise<number>,
): Promise<number> {
  const url = args.value('store')
  const loaded = await loadConfig(
    args.value('config'), io, url === undefined ? {} : { CAROM_STORE: url })
  if (loaded === undefined) return 1
  const { config } = loaded
  const { openAccess } = await import('../service/open-access.ts')
  try {
    const { access, close } = await openAccess(config, missing)
    try {
      const tenant = args.value('tenant') ?? config.tenant
      return await work({ access, config, tenant, args, io })
    } finally {
      await close()
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    await io.stderr.write(`carom user: ${MESSAGES[String(error.code)] ?? error.message}\n`)
    return 1
  }
}

/** What access says by codes alone. */
const MESSAGES: Readonly<Record<string, string>> = {
  'name-taken': 'there is a user of this name',
  'last-admin': 'this is the last administrator who can log in; add another before',
  'origin-oidc': 'the identity provider decides this',
}

function formatUsers(users: readonly User[]): string {
  const rows = [['NAME', 'ROLE', 'STATE', 'LAST LOG-IN'], ...users.map((user) => [
    printable(user.name), user.role, stateOf(user),
    user.lastLoginAt === undefined ? 'never' : new Date(user.lastLoginAt).toISOString(),
  ])]
  const widths = [0, 1, 2].map((i) => Math.max(...rows.map((row) => textWidth(row[i] ?? ''))))
  return rows.map((row) =>
    `${row.map((text, i) => padText(text, widths[i] ?? 0)).join('  ').trimEnd()}\n`).join('')
}

function stateOf({ disabled, origin, hasPassword, hasTotp, passkeys }: User): string {
  if (disabled) return 'disabled'
  if (origin === 'oidc') return 'identity provider'
  if (!hasPassword && passkeys === 0) return 'has not used the link'
  return hasTotp || passkeys > 0 ? 'second factor' : 'password'
}
