// All steps of the store's shape, in the order in which they are taken.

import type { Migration } from '../migration.ts'
import { migration as intake } from './0001-intake.ts'
import { migration as ledger } from './0002-ledger.ts'
import { migration as deliver } from './0003-deliver.ts'
import { migration as access } from './0004-access.ts'
import { migration as bounces } from './0005-bounces.ts'
import { migration as search } from './0006-search.ts'
import { migration as lives } from './0007-lives.ts'
import { migration as suppressions } from './0008-suppressions.ts'
import { migration as optin } from './0009-optin.ts'
import { migration as tallies } from './0010-tallies.ts'
import { migration as reports } from './0011-reports.ts'
import { migration as logsLast } from './0012-logs-last.ts'
import { migration as reputation } from './0013-reputation.ts'
import { migration as reportOrigins } from './0014-report-origins.ts'
import { migration as newTallies } from './0015-new-tallies.ts'
import { migration as troubles } from './0016-troubles.ts'
import { migration as sendDays } from './0017-send-days.ts'
import { migration as incidentsInTurn } from './0018-incidents-in-turn.ts'
import { migration as waits } from './0019-waits.ts'
import { migration as heldInTurn } from './0020-held-in-turn.ts'
import { migration as retrying } from './0021-retrying.ts'
import { migration as clustered } from './0022-clustered.ts'
import { migration as platforms } from './0023-platforms.ts'

export const MIGRATIONS: readonly Migration[] = [
  intake, ledger, deliver, access, bounces, search, lives, suppressions, optin, tallies,
  reports, logsLast, reputation, reportOrigins, newTallies, troubles, sendDays,
  incidentsInTurn, waits, heldInTurn, retrying, clustered, platforms,
]
