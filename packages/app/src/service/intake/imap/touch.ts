// What is done to messages once they are durable (RFC 9051 §6.4; RFC 6851 MOVE, RFC 4315 UIDPLUS).
// Only the UIDs named are ever touched: a plain EXPUNGE would remove what other clients marked.

import type { ImapFlow } from 'imapflow'
import type { ImapOptions } from './options.ts'

const BY_UID = { uid: true } as const
const QUIETLY = { uid: true, silent: true } as const

/** True when done; false when the server refused and it may be tried again. */
export function touchMessages(
  client: ImapFlow, uids: readonly number[], options: ImapOptions,
): Promise<boolean> {
  const range = uids.join(',')
  switch (options.after) {
    case 'leave': return Promise.resolve(true)
    case 'seen': return client.messageFlagsAdd(range, ['\\Seen'], QUIETLY)
    case 'flag': return flagMessages(client, range, options.keyword)
    case 'delete': return deleteMessages(client, range)
    case 'move': return moveMessages(client, range, options.moveTo ?? '')
  }
}

/** A mailbox that admits no keywords is no trouble: the UID is remembered all the same. */
function flagMessages(client: ImapFlow, range: string, keyword: string): Promise<boolean> {
  const allowed = client.mailbox === false ? undefined : client.mailbox.permanentFlags
  const isAllowed = allowed === undefined || allowed.has('\\*') || allowed.has(keyword)
  return isAllowed
    ? client.messageFlagsAdd(range, [keyword], QUIETLY)
    : Promise.resolve(true)
}

/** Without UIDPLUS the messages are marked; whoever expunges next removes them. */
function deleteMessages(client: ImapFlow, range: string): Promise<boolean> {
  return client.capabilities.has('UIDPLUS')
    ? client.messageDelete(range, BY_UID)
    : client.messageFlagsAdd(range, ['\\Deleted'], QUIETLY)
}

async function moveMessages(client: ImapFlow, range: string, moveTo: string): Promise<boolean> {
  if (await moveOnce(client, range, moveTo)) return true
  if (!client.usable) return false
  try {
    const { created } = await client.mailboxCreate(moveTo)
    return created && await moveOnce(client, range, moveTo)
  } catch (error) {
    if (error instanceof Error) return false
    throw error
  }
}

async function moveOnce(client: ImapFlow, range: string, moveTo: string): Promise<boolean> {
  const { capabilities } = client
  if (capabilities.has('MOVE') || capabilities.has('UIDPLUS')) {
    return isDone(await client.messageMove(range, moveTo, BY_UID))
  }
  const isCopied = isDone(await client.messageCopy(range, moveTo, BY_UID))
  return isCopied && client.messageFlagsAdd(range, ['\\Deleted'], QUIETLY)
}

function isDone(result: object | false | undefined): boolean {
  return typeof result === 'object'
}
