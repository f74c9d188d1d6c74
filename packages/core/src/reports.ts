// @carom/core/reports: what receivers report in sum about mail in one's name. Packed ones have to
// be unpacked before.

export { parseDmarcReport } from './report/aggregate/dmarc.ts'
export { isReportMessage, listReportParts } from './report/aggregate/parts.ts'
export { parseTlsReport } from './report/aggregate/tls.ts'
export type {
  AggregateReport, AggregateResult, Disposition, DkimOutcome, DmarcRecord, DmarcReport,
  PublishedPolicy, ReportHead, SpfOutcome, TlsFailure, TlsPolicy, TlsReport,
} from './report/aggregate/types.ts'
