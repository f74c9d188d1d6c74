// What the API offers to set sources up and to try them.

import type { Config } from './config/types.ts'
import type { SourceAdmin } from './http/options.ts'
import type { Log } from './log.ts'
import { sourceGuides } from './source-guides.ts'
import { testSource } from './source-test.ts'

export function createSourceAdmin(
  config: Config, deps: { readonly log: Log; readonly now: () => number },
): SourceAdmin {
  return {
    guides: sourceGuides,
    test: async (tenant, id) =>
      tenant === config.tenant ? await testSource(config, id, deps) : undefined,
  }
}
