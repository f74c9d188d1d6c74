// Checks a policy that came as JSON or YAML: every bad value with its path and what is allowed.

import { parseDuration } from './duration.ts'
import type { Policy, Track } from './policy.ts'
import { ACTION_FIELDS, ACTIONS_DEPTH_MAX, POLICY_FIELDS } from './shape.ts'
import type { Fields, Shape } from './shape.ts'

export type PolicyProblem = {
  /** `tracks[0].window`; empty for the whole. */
  readonly path: string
  /** What is wrong and what is allowed. */
  readonly message: string
}

export type PolicyCheck =
  | { readonly policy: Policy; readonly problems?: undefined }
  | { readonly policy?: undefined; readonly problems: readonly PolicyProblem[] }

/** Problems that are told; a file with more has to be repaired from the top anyway. */
const PROBLEMS_MAX = 100

/** Never throws: any value may come in. */
export function checkPolicy(value: unknown): PolicyCheck {
  const walk: Walk = { problems: [], depth: 0 }
  checkFields(walk, value, '', POLICY_FIELDS)
  if (walk.problems.length === 0) checkSense(walk, value as Policy)
  return walk.problems.length === 0 ? { policy: value as Policy } : { problems: walk.problems }
}

type Walk = { readonly problems: PolicyProblem[]; depth: number }

function report(walk: Walk, path: string, message: string): void {
  if (walk.problems.length < PROBLEMS_MAX) walk.problems.push({ path, message })
}

function checkShape(walk: Walk, value: unknown, path: string, shape: Shape): void {
  switch (shape.is) {
    case 'list': return checkList(walk, value, path, shape)
    case 'fields': return checkFields(walk, value, path, shape.fields)
    case 'weights': return checkWeights(walk, value, path, shape)
    case 'actions': return checkActions(walk, value, path)
    case 'number or fields':
      if (typeof value === 'number') checkShape(walk, value, path, shape.number)
      else checkFields(walk, value, path, shape.fields, 'a number, or ')
      return undefined
    default: {
      const wanted = wrongScalar(value, shape)
      if (wanted !== undefined) report(walk, path, `${show(value)} is not allowed here: ${wanted}`)
    }
  }
}

type Scalar = Exclude<Shape, {
  readonly is: 'list' | 'fields' | 'weights' | 'actions' | 'number or fields'
}>

/** What is wanted where the value does not fit. */
function wrongScalar(value: unknown, shape: Scalar): string | undefined {
  if (shape.is === 'flag') return typeof value === 'boolean' ? undefined : 'true or false'
  if (shape.is === 'number') {
    const { min, max, whole = false } = shape
    const fits = typeof value === 'number' && value >= min && value <= max &&
      (!whole || Number.isInteger(value))
    return fits ? undefined : `a ${whole ? 'whole ' : ''}number from ${min} to ${max}`
  }
  return typeof value === 'string' && isText(value, shape) ? undefined : wantedText(shape)
}

type Textual = Exclude<Scalar, { readonly is: 'flag' | 'number' }>

/** Longer texts than any pattern here admits. */
const PATTERN_CHARS_MAX = 200

function isText(value: string, shape: Textual): boolean {
  switch (shape.is) {
    case 'duration': return parseDuration(value) !== undefined
    case 'text': return shape.values.includes(value)
    case 'pattern': return value.length <= PATTERN_CHARS_MAX && shape.pattern.test(value)
    default: return value !== '' && value.length <= shape.lengthMax
  }
}

function wantedText(shape: Textual): string {
  switch (shape.is) {
    case 'duration': return 'a duration such as "30m", "12h", "7d", "2w" or "1y"'
    case 'text': return `one of ${shape.values.join(', ')}`
    case 'pattern': return shape.like
    default: return `a text of 1 to ${shape.lengthMax} characters`
  }
}

function checkList(
  walk: Walk, value: unknown, path: string, { of, max, min = 0 }: Shape & { readonly is: 'list' },
): void {
  if (!Array.isArray(value)) {
    report(walk, path, `${show(value)} is not a list`)
  } else if (value.length > max || value.length < min) {
    report(walk, path, `a list of ${value.length}; ${min} to ${max} are allowed`)
  } else {
    value.forEach((item: unknown, i) => checkShape(walk, item, `${path}[${i}]`, of))
  }
}

function checkFields(
  walk: Walk, value: unknown, path: string, fields: Fields, otherwise = '',
): void {
  if (!isRecord(value)) {
    const names = Object.keys(fields).join(', ')
    report(walk, path, `${show(value)} is not allowed here: ${otherwise}an object with ${names}`)
    return
  }
  for (const [name, { shape, required }] of Object.entries(fields)) {
    const inside = path === '' ? name : `${path}.${name}`
    const item = Object.hasOwn(value, name) ? value[name] : undefined
    if (item !== undefined) checkShape(walk, item, inside, shape)
    else if (required === true) report(walk, inside, 'is missing')
  }
  for (const name of Object.keys(value)) {
    if (Object.hasOwn(fields, name)) continue
    const inside = path === '' ? name.slice(0, 100) : `${path}.${name.slice(0, 100)}`
    report(walk, inside, `is not known; allowed are ${Object.keys(fields).join(', ')}`)
  }
}

function checkWeights(
  walk: Walk, value: unknown, path: string, { keys, of }: Shape & { readonly is: 'weights' },
): void {
  if (!isRecord(value)) {
    report(walk, path, `${show(value)} is not allowed here: an object such as { "hard": 1 }`)
    return
  }
  for (const [key, weight] of Object.entries(value)) {
    const inside = `${path}.${key.slice(0, 100)}`
    if (keys.includes(key)) checkShape(walk, weight, inside, of)
    else report(walk, inside, `is not known; allowed are ${keys.join(', ')}`)
  }
}

/** Actions that stand in one list. */
const ACTIONS_MAX = 10

function checkActions(walk: Walk, value: unknown, path: string): void {
  if (!Array.isArray(value) || value.length > ACTIONS_MAX) {
    report(walk, path, `${show(value)} is not a list of up to ${ACTIONS_MAX} actions`)
    return
  }
  if (walk.depth >= ACTIONS_DEPTH_MAX) {
    report(walk, path, `actions within actions more than ${ACTIONS_DEPTH_MAX} deep`)
    return
  }
  walk.depth++
  value.forEach((action: unknown, i) => checkAction(walk, action, `${path}[${i}]`))
  walk.depth--
}

function checkAction(walk: Walk, action: unknown, path: string): void {
  const names = Object.keys(ACTION_FIELDS)
  const verb = isRecord(action) && Object.hasOwn(action, 'do') ? action['do'] : undefined
  if (!isRecord(action) || typeof verb !== 'string' || !names.includes(verb)) {
    report(walk, `${path}.do`, `${show(verb)} is no action: one of ${names.join(', ')}`)
    return
  }
  const { do: _, ...rest } = action
  checkFields(walk, rest, path, ACTION_FIELDS[verb as keyof typeof ACTION_FIELDS])
}

/** What fits field by field and still makes no sense. */
function checkSense(walk: Walk, { tracks }: Policy): void {
  const ids = new Set<string>()
  tracks.forEach((track, i) => {
    const path = `tracks[${i}]`
    if (ids.has(track.id)) report(walk, `${path}.id`, `"${track.id}" stands twice`)
    ids.add(track.id)
    checkTrack(walk, track, path)
  })
}

function checkTrack(walk: Walk, track: Track, path: string): void {
  const { meter, lastN, threshold, window, minSpan, weights } = track
  const lowest = typeof threshold === 'number'
    ? threshold : Math.min(threshold.active, threshold.inactive)
  if (meter === 'lastN' && (lastN === undefined || lowest > lastN)) {
    report(walk, `${path}.lastN`, 'the meter lastN needs lastN, no less than the threshold')
  }
  if (meter !== 'lastN' && lastN !== undefined) {
    report(walk, `${path}.lastN`, 'only the meter lastN has it')
  }
  if (weights !== undefined && meter !== 'score' && meter !== 'regularity') {
    report(walk, `${path}.weights`, 'only the meters score and regularity weigh')
  }
  if (window !== undefined && minSpan !== undefined &&
    (parseDuration(minSpan) ?? 0) >= (parseDuration(window) ?? 0)) {
    report(walk, `${path}.minSpan`, `${minSpan} does not fit into the window of ${window}`)
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value as people see it, cut. */
function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 60))
  if (Array.isArray(value)) return 'a list'
  if (value === undefined) return 'nothing'
  return typeof value === 'object' && value !== null ? 'an object' : String(value).slice(0, 60)
}
