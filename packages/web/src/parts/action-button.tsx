// A button that says why it cannot be pressed, instead of being silent about it.

import { Button, Tooltip, type ButtonProps } from '@mantine/core'
import type { ReactNode } from 'react'

export function ActionButton({ why, onClick, children, ...rest }: ButtonProps & {
  /** Undefined: it can be pressed. */
  readonly why?: string | undefined
  readonly onClick: () => void
  readonly children: ReactNode
}) {
  // Not `disabled`: what is disabled gets no focus, and so tells nobody why.
  return (
    <Tooltip label={why} disabled={why === undefined} events={EVERY_WAY}>
      <Button
        {...rest} {...why === undefined ? {} : { 'data-disabled': true, 'aria-disabled': true }}
        onClick={() => {
          if (why === undefined) onClick()
        }}
      >
        {children}
      </Button>
    </Tooltip>
  )
}

const EVERY_WAY = { hover: true, focus: true, touch: true }

/** What a tooltip says where the role is too small. */
export const NEEDS_OPERATOR = 'Your role only looks; an operator may do this.'
