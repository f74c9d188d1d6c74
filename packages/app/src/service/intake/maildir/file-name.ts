// Names of Maildir files: a unique base, then `:2,` and flags in ASCII order (the maildir format of
// qmail and Dovecot).

export type MaildirFile = { readonly part: 'new' | 'cur'; readonly name: string }

/** The part of a name that stays the same while clients set flags and move it to cur/. */
export function baseName(name: string): string {
  const colon = name.indexOf(':2,')
  return colon < 0 ? name : name.slice(0, colon)
}

/** The name with the S (seen) flag, for cur/. */
export function seenName(name: string): string {
  const base = baseName(name)
  const flags = name.slice(base.length + 3).split(',', 1).join('')
  const all = flags.includes('S') ? flags : [...flags, 'S'].sort().join('')
  return `${base}:2,${all}`
}

/** Dot files are not messages, and no file system has longer names. */
export function isMessageName(name: string): boolean {
  return name !== '' && !name.startsWith('.') && !name.includes('/')
}
