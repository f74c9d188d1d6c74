// The list of shared mailboxes comes without types.

declare module 'role-based-email-addresses' {
  const names: readonly string[]
  // eslint-disable-next-line import/no-default-export -- what the package has
  export default names
}
