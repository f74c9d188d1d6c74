// The word of a table for a key that came from elsewhere: `constructor` is in no table of ours.

type Table<Value> = Readonly<Record<string, Value>>

export function wordOf<Value>(table: Table<Value>, key: string | undefined): Value | undefined {
  return key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined
}
