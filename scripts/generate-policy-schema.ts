// Writes docs/policy.schema.json: what a policy may hold, for editors and other programs.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { policySchema } from '../packages/core/src/policy/schema.ts'
import { ROOT } from './source-files.ts'

const text = JSON.stringify(policySchema(), null, 2) + '\n'
writeFileSync(join(ROOT, 'docs/policy.schema.json'), text)
