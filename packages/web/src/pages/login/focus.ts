// Where the first key goes.

/** As `ref` of a field: it has the focus when it comes, and loses it to whom it will. */
export function focusAtFirst(field: HTMLElement | null): void {
  field?.focus()
}
