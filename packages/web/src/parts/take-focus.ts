// Where the next key goes.

/** As `ref` of what opens at a press: what is typed next belongs there. */
export function takeFocus(field: HTMLElement | null): void {
  field?.focus()
}
