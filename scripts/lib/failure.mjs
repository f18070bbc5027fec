/** What went wrong, in words for the person at the terminal; it is shown without a stack. */
export class Failure extends Error {}
