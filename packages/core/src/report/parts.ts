// Finds the parts of a report in a message tree (RFC 6522 §3): the machine part, what holds it, and
// the returned message beside it. Never looks inside a returned message.

import type { MessagePart } from '../message/types.ts'

/**
 * A machine part and the multipart that holds it (the message itself where it is the only part).
 */
export type FoundPart = { readonly part: MessagePart; readonly container: MessagePart }

/** Every part of one of these media types outside returned messages, in order. */
export function findParts(root: MessagePart, types: ReadonlySet<string>): FoundPart[] {
  const found: FoundPart[] = []
  collect(root, root, types, found)
  return found
}

function collect(
  part: MessagePart,
  container: MessagePart,
  types: ReadonlySet<string>,
  found: FoundPart[],
): void {
  if (types.has(part.type)) found.push({ part, container })
  if (!part.type.startsWith('multipart/')) return
  for (const child of part.parts) collect(child, part, types, found)
}

const MESSAGES: ReadonlySet<string> = new Set(['message/rfc822', 'message/global'])

/** Messages that are attached or forwarded inside this one, outermost first. */
export function findAttachedMessages(root: MessagePart): MessagePart[] {
  return findParts(root, MESSAGES)
    .map(({ part }) => part.parts[0])
    .filter((message): message is MessagePart => message !== undefined)
}

const RETURNED: ReadonlySet<string> = new Set([
  'message/rfc822', 'message/global', 'message/partial', 'message/rfc822-headers',
  'text/rfc822-headers', 'text/rfc822-header', 'message/global-headers', 'text/rfc822',
])

/**
 * The first machine part and those that follow it before the returned message: what comes after may
 * be parts of the returned message, if that shares a boundary with the report.
 */
export function findMachineParts(root: MessagePart, types: ReadonlySet<string>): FoundPart[] {
  const machines = findParts(root, types)
  if (machines.length < 2) return machines
  const found = findParts(root, new Set([...types, ...RETURNED]))
  const first = found.findIndex(({ part }) => types.has(part.type))
  const end = found.findIndex(({ part }, index) => index > first && !types.has(part.type))
  return found.slice(first, end < 0 ? undefined : end)
}

/** The returned message or its headers, beside the machine part or anywhere in the report. */
export function findReturned(root: MessagePart): MessagePart | undefined {
  const found = findParts(root, RETURNED)
  return (found.find(({ part }) => part.parts.length > 0) ?? found[0])?.part
}
