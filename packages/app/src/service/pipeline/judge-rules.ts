// The rules of operators that inputs are judged by, looked up once for each tenant.

import type { JudgeRules } from './judge.ts'

type Asked = { readonly rulesOf: (tenant: string) => Promise<JudgeRules | undefined> }

export async function rulesOfAll(
  { rulesOf }: Asked, items: readonly { readonly tenant: string }[],
): Promise<ReadonlyMap<string, JudgeRules>> {
  const all = new Map<string, JudgeRules>()
  for (const tenant of new Set(items.map((item) => item.tenant))) {
    const rules = await rulesOf(tenant)
    if (rules !== undefined) all.set(tenant, rules)
  }
  return all
}
