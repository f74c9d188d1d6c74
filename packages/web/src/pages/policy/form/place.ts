// Where in a policy a field of the form stands: what is there, and how to put something else there.

export type Fields = Readonly<Record<string, unknown>>

export type Place = {
  readonly value: Fields
  /** As `checkPolicy` names it: `tracks[0].when`. */
  readonly path: string
  /** Undefined takes the field away. */
  readonly set: (name: string, value: unknown) => void
  readonly problemOf: (path: string) => string | undefined
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function withField(value: Fields, name: string, next: unknown): Fields {
  const copy: Record<string, unknown> = { ...value }
  if (next === undefined) delete copy[name]
  else copy[name] = next
  return copy
}

export function pathOf({ path }: Place, name: string): string {
  return path === '' ? name : `${path}.${name}`
}

/** The fields under a name; they go when the last of them is taken away. */
export function placeIn(place: Place, name: string): Place {
  const value = fieldsAt(place.value, name)
  return {
    value, path: pathOf(place, name), problemOf: place.problemOf,
    set: (field, next) => {
      const changed = withField(value, field, next)
      place.set(name, Object.keys(changed).length === 0 ? undefined : changed)
    },
  }
}

/** The fields of one item of a list under a name. */
export function placeAt(place: Place, name: string, index: number): Place {
  const list = listAt(place.value, name)
  const value = isFields(list[index]) ? list[index] : {}
  return {
    value, path: `${pathOf(place, name)}[${index}]`, problemOf: place.problemOf,
    set: (field, next) => place.set(name, list.with(index, withField(value, field, next))),
  }
}

export function listAt(value: Fields, name: string): readonly unknown[] {
  const list = value[name]
  return Array.isArray(list) ? list as unknown[] : []
}

function fieldsAt(value: Fields, name: string): Fields {
  const fields = value[name]
  return isFields(fields) ? fields : {}
}
