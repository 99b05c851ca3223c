/** The same text however wide its signs are and wherever blanks were put: what headings and labels are compared by. */
export const plain = (written: string): string => written.normalize('NFKC').replace(/\s/g, '').toLowerCase()
