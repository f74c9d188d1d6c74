// The name of a message in its account, as one word for URLs: folder and place in it.

const KEY_CHARS_MAX = 1_000

export type MessagePlace = {
  readonly folder: string
  /** IMAP: UIDVALIDITY and UID. Maildir: the part of the file's name that stays the same. */
  readonly name: readonly string[]
}

export function formatKey({ folder, name }: MessagePlace): string {
  return Buffer.from(JSON.stringify([folder, ...name])).toString('base64url')
}

/** Undefined where the text is no such key. */
export function parseKey(key: string): MessagePlace | undefined {
  if (key.length > KEY_CHARS_MAX) return undefined
  try {
    const value: unknown = JSON.parse(Buffer.from(key, 'base64url').toString())
    if (!Array.isArray(value) || !value.every((word) => typeof word === 'string')) return undefined
    const [folder, ...name] = value as string[]
    return folder === undefined || name.length === 0 ? undefined : { folder, name }
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
