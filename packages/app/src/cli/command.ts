// What a command of `carom` is: one object that its help, its option parser and its tests are made
// from.

/** An option of a command. One without `value` is a switch. */
export type CommandOption = {
  /** Long name without its dashes: `format`. */
  readonly name: string
  /** One letter, without its dash: `q`. */
  readonly short?: string
  /** What stands for the value in the help: `NAME`. */
  readonly value?: string
  /** The only values accepted; anything else is wrong usage before the command runs. */
  readonly choices?: readonly string[]
  /** May be given more than once. */
  readonly multiple?: boolean
  /** The default in words, where there is one to tell. */
  readonly default?: string
  /** A sentence or more for the help page. */
  readonly summary: string
}

export type CommandExample = {
  /** As typed: `carom parse ~/Maildir`. */
  readonly line: string
  /** What it does, a sentence. */
  readonly summary: string
}

export type Command = {
  readonly name: string
  /** Half a sentence for the list of commands, no full stop. */
  readonly summary: string
  /** What follows `carom NAME`, one per line of the synopsis: `[OPTION…] [PATH…]`. */
  readonly usage: readonly string[]
  /** Paragraphs of the help page. */
  readonly description: readonly string[]
  readonly options: readonly CommandOption[]
  readonly examples: readonly CommandExample[]
  /** Meaning of each exit code, where it differs from `0 done · 1 negative · 2 wrong usage`. */
  readonly exitCodes?: Readonly<Record<number, string>>
  /** Resolves to the exit code. Wrong usage is thrown as a `UsageError`. */
  readonly run: (args: Arguments, io: Io) => Promise<number>
}

/** What was typed after the command's name, already checked against its options. */
export type Arguments = {
  readonly positionals: readonly string[]
  /** True where the switch was given. */
  readonly has: (option: string) => boolean
  /** The value of an option; the last one where it was given twice. */
  readonly value: (option: string) => string | undefined
  /** Every value of an option that may be given more than once. */
  readonly values: (option: string) => readonly string[]
}

/** Where a command reads and writes, handed in so that tests need no process. */
export type Io = {
  readonly stdin: Input
  readonly stdout: Output
  readonly stderr: Output
  /** Standard output is a terminal: write for people, not for programs. */
  readonly isTerminal: boolean
  /** Width of that terminal; 80 where unknown. */
  readonly columns: number
  readonly env: Readonly<Record<string, string | undefined>>
}

export type Input = AsyncIterable<Uint8Array> & { readonly isTerminal: boolean }

export type Output = {
  readonly isTerminal: boolean
  /** Resolves when more may be written; short texts need no await. Never rejects. */
  readonly write: (chunk: string | Uint8Array) => Promise<void>
}

/** The user's mistake on the command line: ends in exit code 2. */
export class UsageError extends Error {
  /** What to do instead, a sentence. */
  readonly advice: string | undefined

  constructor(message: string, advice?: string) {
    super(message)
    this.name = 'UsageError'
    this.advice = advice
  }
}
