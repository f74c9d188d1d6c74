// The list of names that belong to a task comes without types.

declare module 'role-based-email-addresses' {
  const names: readonly string[]
  export = names
}
