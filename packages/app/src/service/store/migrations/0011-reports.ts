// What receivers report in sum: DMARC aggregate reports and SMTP TLS reports, with their lines.

import type { Migration } from '../migration.ts'

export const migration: Migration = {
  id: '0011-reports',
  statements: ({ name }) => {
    // The lines of a domain lie in the order of time, which is how they are asked for.
    const keyedByKey = name === 'sqlite' ? 'WITHOUT ROWID' : ''
    return [
      // `id` is a hash of kind, domain, reporter and its own id of the report.
      `CREATE TABLE reports (
        tenant TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, domain TEXT NOT NULL,
        reporter TEXT NOT NULL, contact TEXT NOT NULL, report_id TEXT NOT NULL,
        from_at BIGINT NOT NULL, until_at BIGINT NOT NULL, received_at BIGINT NOT NULL,
        inbox_id BIGINT NOT NULL, trust INTEGER NOT NULL, policy TEXT NOT NULL,
        errors TEXT NOT NULL, problems TEXT NOT NULL, passed BIGINT NOT NULL,
        failed BIGINT NOT NULL, PRIMARY KEY (tenant, id))`,
      'CREATE INDEX reports_by_domain ON reports (tenant, domain, from_at)',
      'CREATE INDEX reports_by_receipt ON reports (tenant, received_at)',
      `CREATE TABLE report_sources (
        tenant TEXT NOT NULL, domain TEXT NOT NULL, at BIGINT NOT NULL, report TEXT NOT NULL,
        n INTEGER NOT NULL, ip TEXT NOT NULL, messages BIGINT NOT NULL, disposition TEXT NOT NULL,
        dkim INTEGER NOT NULL, spf INTEGER NOT NULL, overridden TEXT NOT NULL,
        header_from TEXT NOT NULL, spf_domain TEXT NOT NULL, spf_result TEXT NOT NULL,
        dkim_domain TEXT NOT NULL, dkim_selector TEXT NOT NULL, dkim_result TEXT NOT NULL,
        PRIMARY KEY (tenant, domain, at, report, n)) ${keyedByKey}`,
      `CREATE TABLE report_sessions (
        tenant TEXT NOT NULL, domain TEXT NOT NULL, at BIGINT NOT NULL, report TEXT NOT NULL,
        n INTEGER NOT NULL, policy_type TEXT NOT NULL, mode TEXT NOT NULL, result TEXT NOT NULL,
        sessions BIGINT NOT NULL, mx_host TEXT NOT NULL, sending_ip TEXT NOT NULL,
        detail TEXT NOT NULL, PRIMARY KEY (tenant, domain, at, report, n)) ${keyedByKey}`,
    ]
  },
}
