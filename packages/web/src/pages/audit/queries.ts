// What the page of the audit asks.

import { answerOf, api, type Schema } from '../../api/client.ts'
import type { FetchPage } from '../../api/pages.ts'

export type AuditRow = Schema<'Audit'>

export function auditPages(address: string | undefined): FetchPage<AuditRow> {
  return async (cursor) => await answerOf(api.GET('/v1/audit', { params: { query: {
    limit: 200,
    ...(address === undefined ? {} : { address }), ...(cursor === undefined ? {} : { cursor }),
  } } }))
}
