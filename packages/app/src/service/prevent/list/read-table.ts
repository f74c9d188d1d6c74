// A table of contacts as it comes out of other programs: commas, semicolons or tabs, quotes, any
// line end; rows in batches, with its columns recognised by their names.

import Papa from 'papaparse'

export type ListColumns = {
  readonly address: number
  readonly confirmed: number | undefined
  readonly active: number | undefined
}

export type TableHead = {
  /** Undefined where the first row is an address already. */
  readonly names: readonly string[] | undefined
  readonly columns: ListColumns
  readonly delimiter: string
}

/** What was wrong with a table as a whole; a sentence. */
class TableError extends Error {
  override readonly name = 'TableError'
}

export type TableOptions = {
  /** Names of columns that are not recognised by themselves. */
  readonly names?: { readonly [Name in keyof ListColumns]?: string | undefined }
}

const ADDRESS_NAMES = [
  'email', 'e-mail', 'email address', 'email_address', 'emailaddress', 'e-mail address', 'address',
  'recipient', 'mail', 'e-mail-adresse', 'correo', 'correo electrónico', 'adresse e-mail',
]
const CONFIRMED_NAMES = [
  'confirmed', 'confirmed_at', 'confirm_time', 'confirmation time', 'optin', 'opt-in', 'opt_in',
  'optin_time', 'double_optin', 'subscribed_at', 'verified', 'verified_at',
]
const ACTIVE_NAMES = [
  'last_active', 'last active', 'last_activity', 'last_open', 'last_opened', 'last opened',
  'last_click', 'last_clicked', 'last_seen', 'last_login', 'last_engaged', 'last_engagement',
]
const DELIMITERS = [',', ';', '\t', '|']
/** A row of more characters is damage: a quote that was never closed. */
const ROW_CHARS_MAX = 1_000_000

/**
 * Rows of the table in batches, the head with each.
 * @throws TableError where no column holds addresses, or a quote is never closed
 */
export async function* readTable(
  input: AsyncIterable<Uint8Array>, options: TableOptions = {},
): AsyncGenerator<TableBatch> {
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  let head: TableHead | undefined
  let newline: '\n' | '\r' | undefined
  const take = (isLast: boolean): TableBatch | undefined => {
    const delimiter = head?.delimiter ?? findDelimiter(rest)
    newline ??= rest.includes('\n') ? '\n' : '\r'
    const { rows, cursor } = parse(rest, { delimiter, newline }, isLast)
    rest = isLast ? '' : rest.slice(cursor)
    if (rest.length > ROW_CHARS_MAX) throw new TableError('A quote is opened and never closed.')
    const [first] = rows
    if (first === undefined) return undefined
    const isBeginning = head === undefined
    head ??= readHead(first, delimiter, options)
    const body = isBeginning && head.names !== undefined ? rows.slice(1) : rows
    return { head, rows: body }
  }
  for await (const chunk of input) {
    rest += decoder.decode(chunk, { stream: true })
    const batch = /[\r\n]/.test(rest) ? take(false) : undefined
    if (batch !== undefined) yield batch
  }
  rest += decoder.decode()
  const last = take(true)
  if (last !== undefined) yield last
}

export type TableBatch = { readonly head: TableHead; readonly rows: string[][] }

function parse(
  text: string, form: { readonly delimiter: string; readonly newline: '\n' | '\r' },
  isLast: boolean,
): { readonly rows: string[][]; readonly cursor: number } {
  const parser = new Papa.Parser(form as Papa.ParseConfig)
  const { data, meta } = parser.parse(text, 0, !isLast) as Papa.ParseResult<string[]>
  for (const row of data) {
    const last = row.at(-1)
    // Lines that end in both signs are cut at the second.
    if (last?.endsWith('\r') === true) row[row.length - 1] = last.slice(0, -1)
  }
  const rows = data.filter((row) => row.length > 1 || row[0]?.trim() !== '')
  return { rows, cursor: meta.cursor }
}

function findDelimiter(text: string): string {
  const [first = ''] = text.split(/[\r\n]/, 1)
  return DELIMITERS.find((one) => first.includes(one)) ?? ','
}

function readHead(
  first: readonly string[], delimiter: string, { names: wanted = {} }: TableOptions,
): TableHead {
  const names = first.map((name) => name.replace(/^\ufeff/, '').trim().toLowerCase())
  const find = (known: readonly string[], name: string | undefined): number | undefined => {
    const at = name === undefined
      ? names.findIndex((one) => known.includes(one)) : names.indexOf(name.trim().toLowerCase())
    if (at < 0 && name !== undefined) throw new TableError(`There is no column "${name}".`)
    return at < 0 ? undefined : at
  }
  const address = find(ADDRESS_NAMES, wanted.address)
  const body = first.findIndex((cell) => cell.includes('@'))
  if (address === undefined && body < 0) {
    throw new TableError('No column holds addresses: name it with --column.')
  }
  return {
    names: address === undefined ? undefined : first, delimiter,
    columns: {
      address: address ?? body,
      confirmed: address === undefined ? undefined : find(CONFIRMED_NAMES, wanted.confirmed),
      active: address === undefined ? undefined : find(ACTIVE_NAMES, wanted.active),
    },
  }
}
