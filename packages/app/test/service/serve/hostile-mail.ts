// What the attacks of mail servers have in common.

export type Attack = {
  readonly name: string
  /** Starts a server that has bounces of these numbers and misbehaves. */
  readonly start: (numbers: readonly number[]) => Promise<Server>
  /** What the source must have said of it. */
  readonly problem?: RegExp
  /** Where not all becomes well in the end. */
  readonly ends?: 'failing' | 'waiting'
}

/** What an attack may say beside its name and its misdeed. */
export type AttackOptions = Pick<Attack, 'problem' | 'ends'> & {
  /** More of the source's entry in the configuration. @default after: delete */
  readonly settings?: string
  /** How many of the bounces can be had. @default all that the server has */
  readonly wanted?: number
}

type Scripted = { readonly port: number; readonly stop: () => Promise<void> }

export type Misdeed<Peer> = (peer: Peer, numbers: readonly number[]) => void

/** A maker of attacks by servers of one kind. */
export function attacksBy<Peer extends Scripted>({ messages, start, source }: {
  /** Bounces that each server has. */
  readonly messages: number
  readonly start: (numbers: readonly number[]) => Promise<Peer>
  readonly source: (peer: Peer, settings: string) => string
}) {
  return (
    name: string, misdeed: Misdeed<Peer>,
    { settings = 'after: delete', wanted = messages, ...more }: AttackOptions = {},
  ): Attack => ({
    name, ...more,
    start: async (numbers) => {
      const peer = await start(numbers)
      misdeed(peer, numbers)
      return {
        source: source(peer, settings), wanted: () => numbers.slice(0, wanted), stop: peer.stop,
      }
    },
  })
}

/** Answers one command itself, the first so many times; a script of a server. */
export function answering<Rest extends readonly unknown[]>(
  command: RegExp, answer: (...rest: Rest) => void, times = 1,
): (line: string, ...rest: Rest) => boolean {
  let left = times
  return (line, ...rest) => {
    if (left === 0 || !command.test(line)) return false
    left -= 1
    answer(...rest)
    return true
  }
}

export type Server = {
  /** Its entry in the configuration, without its name. */
  readonly source: string
  /** Numbers of the bounces that it really has and that can be had, of those it was given. */
  readonly wanted: () => readonly number[]
  readonly stop: () => Promise<void>
}
