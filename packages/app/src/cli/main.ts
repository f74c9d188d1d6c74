// The command line `carom`: one table of commands, each loaded only when it is called.

import manifest from '../../package.json' with { type: 'json' }
import { parseArguments } from './arguments.ts'
import { UsageError, type Command, type Io } from './command.ts'
import { nearestWord } from './nearest-word.ts'
import { openProcessIo } from './process-io.ts'

const COMMANDS: Readonly<Record<string, () => Promise<{ readonly command: Command }>>> = {
  parse: () => import('./parse.ts'),
  explain: () => import('./explain.ts'),
  classify: () => import('./classify.ts'),
  compose: () => import('./compose.ts'),
  bounce: () => import('./bounce.ts'),
  anonymize: () => import('./anonymize.ts'),
  serve: () => import('./serve.ts'),
  config: () => import('./config.ts'),
  token: () => import('./token.ts'),
  deliver: () => import('./deliver.ts'),
  check: () => import('./check.ts'),
  policy: () => import('./policy.ts'),
  undo: () => import('./undo.ts'),
  reclassify: () => import('./reclassify.ts'),
  user: () => import('./user.ts'),
  unmatched: () => import('./unmatched.ts'),
  domain: () => import('./domain.ts'),
  list: () => import('./list.ts'),
  message: () => import('./message.ts'),
  advice: () => import('./advice.ts'),
  lexicon: () => import('./lexicon.ts'),
}

const EXIT_WRONG_USAGE = 2
/** Mail systems read the exit codes of sysexits.h. */
const WRONG_USAGE_OF: Readonly<Record<string, number>> = { deliver: 64 }

/** Runs one command line in this process and leaves its exit code. */
export async function runProcess(): Promise<void> {
  process.exitCode = await main(process.argv.slice(2), openProcessIo())
}

/** Runs one command line; resolves to the exit code. */
export async function main(words: readonly string[], io: Io): Promise<number> {
  const [name = 'help', ...rest] = words
  try {
    if (name === '--version' || name === '-V') {
      await io.stdout.write(`carom ${manifest.version}\n`)
      return 0
    }
    if (name === 'help' || name === '--help' || name === '-h') return await showHelp(rest[0], io)
    const command = await loadCommand(name)
    const args = parseArguments(command, rest)
    return args.has('help') ? await showHelp(name, io) : await command.run(args, io)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    await io.stderr.write(formatUsageError(name, error))
    return WRONG_USAGE_OF[name] ?? EXIT_WRONG_USAGE
  }
}

async function loadCommand(name: string): Promise<Command> {
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (load !== undefined) return (await load()).command
  const nearest = nearestWord(name, Object.keys(COMMANDS))
  const guess = nearest === undefined ? undefined : `Did you mean carom ${nearest}?`
  if (!name.startsWith('-')) throw new UsageError(`no command '${name}'`, guess)
  throw new UsageError(`no option ${name}`, guess ?? 'The command comes first.')
}

async function showHelp(name: string | undefined, io: Io): Promise<number> {
  const [{ formatCommandPage, formatOverview }, { createStyle }] =
    await Promise.all([import('./help.ts'), import('./output/style.ts')])
  const layout = { columns: io.columns, style: createStyle(io.stdout, io.env) }
  const page = name === undefined
    ? formatOverview(await Promise.all(Object.keys(COMMANDS).map(loadCommand)), layout)
    : formatCommandPage(await loadCommand(name), layout)
  await io.stdout.write(page)
  return 0
}

function formatUsageError(name: string, { message, advice }: UsageError): string {
  const isCommand = Object.hasOwn(COMMANDS, name)
  const more = isCommand ? `carom help ${name}` : 'carom help'
  return `carom${isCommand ? ` ${name}` : ''}: ${message}\n` +
    `${advice === undefined ? '' : `${advice} `}See \`${more}\`.\n`
}
