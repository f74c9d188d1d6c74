// Tables of texts as one text, without the quotes, commas and names of fields of a literal: some
// thousand short texts take a sixth less.

/** What a table is made of. Fields that are not there are not written. */
export type Compact = string | true | readonly Compact[] | { readonly [field: string]: Compact }

const [LIST, LIST_END, ROW, ROW_END, TRUE, NEXT] = ['%', '*', '{', '}', '^', '|']
const SIGN = /[%*{}^|]/
const SIGNS = /[%*{}^|]/g
/** Fields are letters: the first of the line of their names is A. */
const FIELD_ZERO = 0x41

export function packCompact(table: Compact): string {
  const fields: string[] = []
  return `${packed(table)}\n${fields.join(' ')}`

  function packed(value: Compact): string {
    if (value === true) return TRUE
    if (typeof value === 'string') {
      if (SIGN.test(value) || value === '') throw new TypeError(`"${value}" cannot be packed`)
      return value
    }
    if (Array.isArray(value)) return LIST + value.map(packed).join(NEXT) + LIST_END
    return ROW + Object.entries(value).map(([field, one]) => letterOf(field) + packed(one))
      .join(NEXT) + ROW_END
  }
  function letterOf(field: string): string {
    const known = fields.indexOf(field)
    return String.fromCharCode(FIELD_ZERO + (known === -1 ? fields.push(field) - 1 : known))
  }
}

export function readCompact(text: string): Compact {
  const end = text.lastIndexOf('\n')
  const fields = text.slice(end + 1).split(' ')
  let at = 0
  return readValue()

  function readValue(): Compact {
    const sign = text[at]
    if (sign === TRUE) {
      at++
      return true
    }
    if (sign === LIST) return readItems(LIST_END, readValue)
    if (sign === ROW) {
      return Object.fromEntries(readItems(ROW_END, () => {
        const field = fields[text.charCodeAt(at++) - FIELD_ZERO] as string
        return [field, readValue()] as const
      }))
    }
    SIGNS.lastIndex = at
    const to = SIGNS.exec(text)?.index ?? end
    const value = text.slice(at, to)
    at = to
    return value
  }
  function readItems<T>(close: string, readItem: () => T): T[] {
    const items: T[] = []
    while (text[at++] !== close) {
      if (text[at] === close) continue
      items.push(readItem())
    }
    return items
  }
}
