/** What one check found. `mend` says what is wrong, where to find the right value and what to do; null where all is well. */
export type Finding = { name: string; found: string; mend: string | null }

export const well = (name: string, found: string): Finding => ({ name, found, mend: null })
export const wrong = (name: string, found: string, mend: string): Finding => ({ name, found, mend })
