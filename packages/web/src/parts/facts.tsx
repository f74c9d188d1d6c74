// Facts in pairs: what it is, and what it says.

import { Fragment, type ReactNode } from 'react'
import classes from './facts.module.css'
import { SafeText } from './safe-text.tsx'

export type Fact = readonly [name: string, value: ReactNode]

/** Facts without a value are left out. */
export function Facts({ rows }: { readonly rows: readonly Fact[] }) {
  return (
    <dl className={classes['facts']}>
      {rows.map(([name, value]) => value === undefined || value === null || value === '' ? null : (
        <Fragment key={name}>
          <dt className={classes['name']}><SafeText text={name} /></dt>
          <dd className={classes['value']}>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
