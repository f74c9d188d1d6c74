// The list of what was damaged or cut in an input; every parser adds to the one it is given.

/** Adds a problem once. Without a list nobody wants to know. */
export function noteProblem(problems: string[] | undefined, problem: string): void {
  if (problems !== undefined && !problems.includes(problem)) problems.push(problem)
}
