// The kinds of values a configuration is made of. Each knows what is allowed in words, so that an
// error and the reference page say the same.

import { z } from 'zod'

/** What the reference page and the error messages need besides the type. */
export type FieldFacts = {
  readonly description: string
  readonly allowed: string
  /** Never shown, by `carom config show` or a log. */
  readonly secret?: boolean
}

const DAY_MS = 86_400_000

/** A number without fraction, both ends allowed. */
export function whole(least: number, most: number, description: string): z.ZodType<number> {
  const allowed = `a whole number from ${least} to ${most}`
  return z.int(say(allowed)).min(least, say(allowed)).max(most, say(allowed))
    .meta({ description, allowed })
}

export function port(description: string): z.ZodType<number> {
  return whole(0, 65_535, `${description} 0 takes a free one.`)
}

/** Milliseconds, up to a day. */
export function duration(description: string): z.ZodType<number> {
  return whole(1, DAY_MS, description)
}

export function flag(description: string): z.ZodType<boolean> {
  const allowed = 'true or false'
  return z.boolean(say(allowed)).meta({ description, allowed })
}

export function choice<const Word extends string>(
  words: readonly Word[], description: string,
): z.ZodType<Word> {
  const allowed = `one of ${words.join(', ')}`
  return z.enum(words as readonly [Word, ...Word[]], say(allowed)).meta({ description, allowed })
}

/** A text that is not empty; `allowed` says what it must look like where `pattern` holds. */
export function text(
  description: string, allowed: string = 'a text', pattern?: RegExp,
): z.ZodType<string> {
  const base = z.string(say(allowed)).min(1, say(allowed)).max(2000, say(allowed))
  return (pattern === undefined ? base : base.regex(pattern, say(allowed)))
    .meta({ description, allowed })
}

export function secret(description: string): z.ZodType<string> {
  const allowed = 'a text, ${NAME} of the environment or ${file:PATH}'
  return z.string(say(allowed)).min(1, say(allowed)).max(10_000, say(allowed))
    .meta({ description, allowed, secret: true })
}

export function path(description: string): z.ZodType<string> {
  return text(description, 'the path of a file or folder', NO_CONTROLS)
}

export function url(description: string): z.ZodType<string> {
  const allowed = 'an address that begins with https:// or http://'
  return z.string(say(allowed)).max(2000, say(allowed)).refine(isHttpUrl, say(allowed))
    .meta({ description, allowed })
}

export function host(description: string): z.ZodType<string> {
  return text(description, 'a host name or an IP address', HOST)
}

export function domain(description: string): z.ZodType<string> {
  return text(description, 'a domain such as bounces.example.com', DOMAIN)
}

export function name(description: string): z.ZodType<string> {
  return text(description, 'letters, digits, dots, dashes and underscores, 64 at most', NAME)
}

export function list<Item>(
  item: z.ZodType<Item>, most: number, description: string,
): z.ZodType<Item[]> {
  const allowed = `a list, ${most} entries at most`
  return z.array(item, say(allowed)).max(most, say(allowed)).meta({ description, allowed })
}

/** An object whose unknown keys are errors. */
export function section<const Shape extends z.ZodRawShape>(
  shape: Shape, description: string,
): z.ZodObject<Shape, z.core.$strict> {
  return z.strictObject(shape, {
    // Unknown keys are told one by one, by who knows their neighbours.
    error: (issue) => issue.code === 'unrecognized_keys' ? undefined : 'settings with their names',
  }).meta({ description, allowed: 'settings with their names' })
}

export function facts(description: string, allowed: string): FieldFacts {
  return { description, allowed }
}

const NO_CONTROLS = /^[^\p{Cc}]+$/u
const HOST = /^[\p{L}\p{N}._:[\]-]{1,255}$/u
const DOMAIN = /^(?=.{1,253}$)[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{1,63}){0,20}$/u
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

function say(allowed: string): { error: () => string } {
  return { error: () => allowed }
}

function isHttpUrl(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
}
